import { MissingParameter } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { resolveUserIds } from './load.ts';

/** Whom a request is about. Throws MissingParameter where it names nobody. */
export async function chosenUsers(ctx: Context, texts: readonly string[] | undefined): Promise<number[]> {
  if (!texts || texts.length === 0) throw new MissingParameter('user_ids');
  return await resolveUserIds(ctx, texts);
}
