import { type RawBuilder, sql } from 'kysely';

/** `where('id', '=', anyOf(ids))`: one parameter however many ids, so that the statement keeps its name. */
export const anyOf = (ids: Iterable<number>): RawBuilder<number> => sql`any(${[...new Set(ids)]}::bigint[])`;
