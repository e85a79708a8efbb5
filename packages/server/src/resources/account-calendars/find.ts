import { sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import { SearchTermTooShort } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

/** Accounts that aren't deleted, of which the name has a term in it where there is one. @throws SearchTermTooShort */
export function accountsNamed(ctx: Context, search_term: string | null | undefined) {
  if (search_term && search_term.length < 2) throw new SearchTermTooShort();
  return ctx.db
    .selectFrom('accounts')
    .selectAll('accounts')
    .where('workflow_state', '=', 'active')
    .$if(Boolean(search_term), (query) => query.where('name', 'ilike', containing(search_term ?? '')));
}

/** The account and all below it. */
export const within = (id: number) => sql<boolean>`accounts.path @> array[${id}]::bigint[]`;

export const isVisible = sql<boolean>`accounts.settings @> '{"account_calendar_visible": true}'::jsonb`;

/** In the order of names, whatever their case. */
export const byName = { by: sql<string>`lower(accounts.name) collate "C"` };
