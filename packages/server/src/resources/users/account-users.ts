/** The filters and orders of an account's user list (users file 1.2; Canvas's UserSearch). */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { mayInAccount } from '../../domain/account-access.ts';
import { type EnrollmentType, enrollmentTypes } from '../../domain/base-roles.ts';
import { belongsTo } from '../../domain/membership.ts';
import { usersMatching } from '../../domain/user-search.ts';
import { Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import type { PageOptions } from '../../http/page.ts';

type ListParams = Params<'GET /api/v1/accounts/{account_id}/users'>;
type Condition = Expression<SqlBool>;

/** The users of an account and below it that a request's filters leave. */
export async function accountUsers(ctx: Context, account: Account, params: ListParams) {
  const conditions: Condition[] = [
    params.include_deleted_users ? sql`(${belongsTo(account)} or ${belonged(account)})` : belongsTo(account),
    sql`users.workflow_state <> 'deleted'`,
    sql`not users.fake_student`,
    ...byRole(params),
    ...(params.uuids?.length ? [sql<SqlBool>`users.uuid = any(${params.uuids})`] : []),
    // Nobody is enrolled for a time only: Canvas's temporary enrollments are behind a flag.
    ...(params.temporary_enrollment_providers || params.temporary_enrollment_recipients
      ? [sql<SqlBool>`false`]
      : []),
    ...(await bySearch(ctx, account, params)),
  ];
  return conditions.reduce(
    (query, condition) => query.where(condition),
    ctx.db.selectFrom('users').selectAll('users'),
  );
}

/** Had a login in the account that is deleted. */
const belonged = (account: Account) => sql<SqlBool>`exists (select 1 from pseudonyms
  where pseudonyms.user_id = users.id and pseudonyms.account_id = ${account.id}
    and pseudonyms.workflow_state = 'deleted')`;

/** A role asked for by its id goes before a type. */
function byRole({ role_filter_id, enrollment_type }: ListParams): Condition[] {
  if (role_filter_id) {
    const id = /^\d{1,15}$/.test(role_filter_id) ? Number(role_filter_id) : 0;
    return [
      sql`exists (select 1 from enrollments where enrollments.user_id = users.id and enrollments.role_id = ${id}
        and enrollments.workflow_state not in ('rejected', 'inactive', 'deleted'))`,
    ];
  }
  if (!enrollment_type) return [];
  return [
    sql`exists (select 1 from enrollments where enrollments.user_id = users.id
      and enrollments.type = ${typeOf(enrollment_type)} and enrollments.workflow_state <> 'deleted')`,
  ];
}

/** `student`, `student_enrollment`, `StudentEnrollment` → the type. */
function typeOf(text: string): EnrollmentType {
  const wanted = text.replaceAll('_', '').toLowerCase();
  const type = enrollmentTypes.find((name) =>
    [name.toLowerCase(), name.replace('Enrollment', '').toLowerCase()].includes(wanted),
  );
  if (!type) throw new Refusal(400, { errors: [{ message: `Invalid enrollment type: ${text}` }] });
  return type;
}

/** In the name and the id, and in whatever else the caller may see. */
async function bySearch(ctx: Context, account: Account, params: ListParams): Promise<Condition[]> {
  const { search_term, include_deleted_users } = params;
  if (!search_term?.trim()) return [];
  const [logins, emails, sis] = await Promise.all([
    mayInAccount(ctx, account, 'view_user_logins'),
    mayInAccount(ctx, account, 'read_email_addresses'),
    mayInAccount(ctx, account, 'read_sis').then((may) => may || mayInAccount(ctx, account, 'manage_sis')),
  ]);
  const deleted = include_deleted_users === true;
  return [usersMatching(search_term, ctx.rootAccount, { logins, emails, sis, deleted })];
}

const email = sql`(select address from communication_channels where user_id = users.id
  and type = 'email' and workflow_state <> 'retired' order by position, id limit 1)`;
const ofLogin = (column: 'sis_user_id' | 'integration_id') => sql`(select ${sql.ref(column)} from pseudonyms
  where user_id = users.id and workflow_state <> 'deleted' order by position, id limit 1)`;
const lastLogin = sql`(select to_char(max(last_login_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
  from pseudonyms where user_id = users.id and workflow_state <> 'deleted')`;

const sorts: Record<string, RawBuilder<unknown>> = {
  username: sql`users.sortable_name_key`,
  email,
  sis_id: ofLogin('sis_user_id'),
  integration_id: ofLogin('integration_id'),
  last_login: lastLogin,
};

/** By sortable name, upwards, unless `sort` is given; what has no value stands last either way. */
export function accountUserOrder({ sort, order }: ListParams): PageOptions {
  const direction = order === 'desc' ? 'desc' : 'asc';
  const page = { key: 'users.id', kind: 'bookmarks' } as const;
  if (sort === 'id') return { ...page, direction };
  const by = sorts[sort ?? ''];
  if (!by) return { ...page, order: [{ by: 'users.sortable_name_key' }] };
  return {
    ...page,
    order: [{ by: sql`(${by} is null)::integer` }, { by: sql`coalesce(${by}, '') collate "C"`, direction }],
    direction,
  };
}
