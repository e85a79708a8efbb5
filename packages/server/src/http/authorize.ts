import { Unauthenticated, Unauthorized } from '../errors.ts';
import type { Context } from './context.ts';
import type { Loader, Operation } from './operation.ts';

/**
 * The one place where an operation is allowed or refused.
 * @throws the operation's own `denied`; else Unauthenticated for nobody, Unauthorized for somebody
 */
export async function authorize(
  ctx: Context,
  { requires, load, denied }: Operation,
  loaded: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (requires === 'public') return;
  if (requires === 'user') {
    if (!ctx.user) throw new Unauthenticated();
    return;
  }
  for (const [name, rights] of Object.entries(requires)) {
    const entity = load[name] as Loader;
    const anyOf = typeof rights === 'string' ? [rights] : rights;
    if (await grantsAny(ctx, entity, loaded[name], anyOf)) continue;
    if (denied) throw new denied();
    throw ctx.user ? new Unauthorized() : new Unauthenticated();
  }
}

async function grantsAny(ctx: Context, entity: Loader, row: unknown, rights: readonly string[]) {
  for (const right of rights) if (await entity.grants(ctx, row, right)) return true;
  return false;
}
