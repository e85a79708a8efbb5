/** `include[]`: what an answer holds only on request, loaded for all rows of a page at once. */
import type { Context } from './context.ts';

/** Loads one include for all rows and returns how a row gets its fields. */
export type IncludeLoader<Row, Fields, View = unknown> = (
  ctx: Context,
  rows: readonly Row[],
  view: View,
) => Promise<(row: Row) => Fields>;

/** Every include of a resource; one without a loader doesn't compile. */
export type IncludeLoaders<Name extends string, Row, Fields, View = unknown> = Readonly<
  Record<Name, IncludeLoader<Row, Fields, View>>
>;

/** The names a resource knows, of those a request asks for; Canvas ignores the others. */
export function knownIncludes<Name extends string>(
  asked: readonly string[] | undefined,
  loaders: Readonly<Record<Name, unknown>>,
): Name[] {
  const names = (asked ?? []).filter((name): name is Name => Object.hasOwn(loaders, name));
  return [...new Set(names)];
}

/** @returns the fields that the asked includes add to a row */
export async function loadIncludes<Name extends string, Row, Fields extends object, View>(
  ctx: Context,
  rows: readonly Row[],
  names: readonly Name[],
  loaders: IncludeLoaders<Name, Row, Fields, View>,
  view: View,
): Promise<(row: Row) => Fields> {
  const giving = await Promise.all(names.map((name) => loaders[name](ctx, rows, view)));
  return (row) => Object.assign({}, ...giving.map((fieldsOf) => fieldsOf(row)));
}
