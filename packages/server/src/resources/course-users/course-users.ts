/** The filters and orders of a course's user list (accounts file 3.7). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { type CourseRow, courseAccess, type OwnCourseAccess } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { usersMatching } from '../../domain/user-search.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { type PageOptions, perPageOf } from '../../http/page.ts';
import { currentEnrollments, visibleEnrollments } from './visible-users.ts';

export type ListParams = Params<'GET /api/v1/courses/{course_id}/users'>;
type Condition = Expression<SqlBool>;

/** The users of a course that the caller may see and that a request's filters leave: one row a person. */
export async function courseUsers(ctx: Context, course: CourseRow, params: ListParams) {
  const access = await courseAccess(ctx, course);
  const enrolled = [
    sql<SqlBool>`enrollments.course_id = ${course.id}`,
    ...visibleEnrollments(access),
    byState(access, params),
    ...byRole(params),
    ...bySection(params),
  ];
  const conditions = [
    sql<SqlBool>`exists (select 1 from enrollments where enrollments.user_id = users.id
      and ${sql.join(enrolled, sql` and `)})`,
    ...bySearch(ctx, access, params),
    ...byIds(params),
  ];
  return conditions.reduce(
    (query, condition) => query.where(condition),
    ctx.db.selectFrom('users').selectAll('users'),
  );
}

/** Inactive people show only to those who see the course as its staff does. */
export const includesInactive = (access: OwnCourseAccess, params: ListParams): boolean =>
  params.include_inactive === true && courseGrants('read_as_admin', access);

function byState(access: OwnCourseAccess, params: ListParams): Condition {
  if (!params.enrollment_state) return currentEnrollments(access, includesInactive(access, params));
  return sql`enrollments.workflow_state <> 'deleted'
    and enrollments.workflow_state = any(${params.enrollment_state})`;
}

/** The first that is given of id, name and type counts. */
function byRole({ enrollment_role_id, enrollment_role, enrollment_type }: ListParams): Condition[] {
  if (enrollment_role_id) return [sql`enrollments.role_id = ${enrollment_role_id}`];
  if (enrollment_role) {
    return [
      sql`enrollments.role_id in (select id from roles where name = ${enrollment_role}
      and roles.root_account_id = enrollments.root_account_id)`,
    ];
  }
  if (!enrollment_type) return [];
  return [sql`enrollments.type = any(${enrollment_type.map(typeOf)})`];
}

const types = [
  'StudentEnrollment',
  'TeacherEnrollment',
  'TaEnrollment',
  'DesignerEnrollment',
  'ObserverEnrollment',
  'StudentViewEnrollment',
];

/** `student`, `student_view`, `TaEnrollment` → the type. */
function typeOf(text: string): string {
  const word = text.replaceAll('_', '').toLowerCase();
  const type = types.find((name) => [`${word}enrollment`, word].includes(name.toLowerCase()));
  if (!type) throw new Refusal(400, { errors: [{ message: `Invalid enrollment type: ${text}` }] });
  return type;
}

function bySection({ section_ids }: ListParams): Condition[] {
  return section_ids ? [sql`enrollments.course_section_id = any(${section_ids}::bigint[])`] : [];
}

function bySearch(ctx: Context, access: OwnCourseAccess, { search_term }: ListParams): Condition[] {
  if (!search_term) return [];
  if (!search_term.trim()) return [sql`false`];
  return [
    usersMatching(search_term, ctx.rootAccount, {
      logins: courseGrants('view_user_logins', access),
      sis: courseGrants('read_sis', access) || courseGrants('manage_sis', access),
      emails: courseGrants('read_email_addresses', access),
    }),
  ];
}

/** Lists come with brackets or with commas. */
function byIds({ user_ids, user_uuids }: ListParams): Condition[] {
  const ids = (user_ids ?? []).flatMap((text) => text.split(',')).map((text) => Number.parseInt(text, 10));
  const uuids = (user_uuids ?? []).flatMap((text) => text.split(',')).map((text) => text.trim());
  return [
    ...(user_ids?.length
      ? [sql<SqlBool>`users.id = any(${ids.filter(Number.isSafeInteger)}::bigint[])`]
      : []),
    ...(user_uuids?.length ? [sql<SqlBool>`users.uuid = any(${uuids})`] : []),
  ];
}

const lastLogin = sql<string | null>`(select to_char(max(last_login_at) at time zone 'UTC',
  'YYYY-MM-DD"T"HH24:MI:SS"Z"') from pseudonyms where user_id = users.id and workflow_state = 'active')`;
const email = sql<string | null>`(select address from communication_channels where user_id = users.id
  and type = 'email' and workflow_state <> 'retired' order by position, id limit 1)`;
const sisId = sql<string | null>`(select min(sis_user_id) from pseudonyms where user_id = users.id
  and workflow_state <> 'deleted')`;

const sorts: Record<string, Expression<string | null>> = { last_login: lastLogin, email, sis_id: sisId };

/** By sortable name unless `sort` is given; who has no value stands last. */
export function courseUserOrder({ sort }: ListParams): PageOptions {
  const page = { key: 'users.id', kind: 'bookmarks' } as const;
  const by = Object.hasOwn(sorts, sort ?? '') ? sorts[sort ?? ''] : undefined;
  if (!by) return { ...page, order: [{ by: 'users.sortable_name_key' }] };
  return {
    ...page,
    order: [{ by: sql`(${by} is null)::integer` }, { by: sql`coalesce(${by}, '') collate "C"` }],
  };
}

/** `limit` is the old name of `per_page`. */
export const perPage = ({ limit }: ListParams) => ({ default: limit ?? 10, most: 100 });

/** `user_id` asks for the page on which that user stands; undefined where he stands on none. */
export async function pageOfUser(
  ctx: Context,
  course: CourseRow,
  params: ListParams,
): Promise<number | undefined> {
  const id = Number.parseInt(params.user_id ?? '', 10);
  if (!Number.isSafeInteger(id)) return undefined;
  const users = await courseUsers(ctx, course, params);
  const { position } = await users
    .clearSelect()
    .select(sql<number>`count(*)`.as('position'))
    .where(
      sql<SqlBool>`(users.sortable_name_key, users.id) <=
        (select sortable_name_key, id from users sought where sought.id = ${id})`,
    )
    .where(sql<SqlBool>`exists (${users.clearSelect().select('users.id').where('users.id', '=', id)})`)
    .executeTakeFirstOrThrow();
  return position > 0 ? Math.ceil(position / perPageOf(ctx, perPage(params))) : undefined;
}
