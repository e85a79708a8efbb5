/** Finding people by a word, as far as the one who searches may see it of them. Source: Canvas's UserSearch. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { containing } from '../db/containing.ts';
import { SearchTermTooShort } from '../errors.ts';
import type { Account } from '../http/context.ts';

/** What a search may look at besides names and ids. */
export interface Searchable {
  readonly logins: boolean;
  readonly sis: boolean;
  readonly emails: boolean;
  /** Logins that were deleted as well. */
  readonly deleted?: boolean;
}

const SHORTEST_TERM = 2;

/**
 * Of a query over `users`: those in whose name, id, login, SIS ids or addresses a term is found.
 *
 * @throws SearchTermTooShort
 */
export function usersMatching(
  term: string,
  rootAccount: Account,
  { logins, sis, emails, deleted = false }: Searchable,
): Expression<SqlBool> {
  if (term.length < SHORTEST_TERM) throw new SearchTermTooShort();
  const pattern = containing(term);
  const inLogin = (condition: Expression<unknown>) => sql<SqlBool>`exists (select 1 from pseudonyms
    where pseudonyms.user_id = users.id and pseudonyms.account_id = ${rootAccount.id} and ${condition})`;
  const places = [
    sql<SqlBool>`users.name ilike ${pattern}`,
    ...(/^\d{1,15}$/.test(term) ? [sql<SqlBool>`users.id = ${Number(term)}`] : []),
    ...(logins
      ? [inLogin(sql`(${deleted} or workflow_state = 'active') and unique_id ilike ${pattern}`)]
      : []),
    ...(sis
      ? [
          inLogin(sql`(${deleted} or workflow_state <> 'deleted')
            and (sis_user_id ilike ${pattern} or integration_id ilike ${pattern})`),
        ]
      : []),
    ...(emails
      ? [
          sql<SqlBool>`exists (select 1 from communication_channels
            where communication_channels.user_id = users.id and type = 'email'
              and workflow_state <> 'retired' and address ilike ${pattern})`,
        ]
      : []),
  ];
  return sql<SqlBool>`(${sql.join(places, sql` or `)})`;
}
