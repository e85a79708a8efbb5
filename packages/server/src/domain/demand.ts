import { Unauthenticated, Unauthorized } from '../errors.ts';
import type { Context } from '../http/context.ts';

/**
 * Refuses as the pipeline does, for rights that only the handler can tell (they depend on the parameters, or are
 * rights over the institution, which no path names): `await demand(ctx, mayInAccount(…))`.
 */
export async function demand(ctx: Context, allowed: boolean | Promise<boolean>): Promise<void> {
  if (await allowed) return;
  throw ctx.user ? new Unauthorized() : new Unauthenticated();
}
