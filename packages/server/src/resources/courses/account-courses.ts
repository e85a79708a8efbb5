/** The filters and orders of an account's course list (accounts file 3.3). */
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import type { Tables } from '../../db/tables/index.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { SearchTermTooShort } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseDateTime } from '../../http/date-time.ts';
import type { Params } from '../../http/operation.ts';
import type { PageOptions } from '../../http/page.ts';
import { resolveAccountIds } from '../accounts/load.ts';
import { findTerm } from '../terms/load.ts';
import { resolveUserIds } from '../users/load.ts';

type ListParams = Params<'GET /api/v1/accounts/{account_id}/courses'>;
type Condition = Expression<SqlBool>;

/** The courses of an account and below it that a request's filters leave. */
export async function accountCourses(ctx: Context, account: Account, params: ListParams) {
  const conditions: Condition[] = [
    inAccount(account, params),
    ...byState(ctx, params),
    ...byEnrollments(ctx, params),
    ...byKind(params),
    ...byDates(ctx, params),
    ...(await byIds(ctx, params)),
    ...(await bySearch(ctx, account, params)),
  ];
  return conditions.reduce<SelectQueryBuilder<Tables, 'courses', object>>(
    (query, condition) => query.where(condition),
    ctx.db.selectFrom('courses'),
  );
}

/** In the account or below it; on request also by a section that was cross-listed from a course there. */
function inAccount(account: Account, { include_crosslisted_courses }: ListParams): Condition {
  if (account.parent_account_id === null) return sql`courses.root_account_id = ${account.id}`;
  const subtree = sql`(select id from accounts where path @> array[${account.id}]::bigint[])`;
  if (!include_crosslisted_courses) return sql`courses.account_id in ${subtree}`;
  return sql`(courses.account_id in ${subtree} or exists (
    select 1 from course_sections
    join courses origin on origin.id = course_sections.nonxlist_course_id
    where course_sections.course_id = courses.id and course_sections.workflow_state = 'active'
      and origin.account_id in ${subtree}))`;
}

const STATES = ['created', 'claimed', 'available', 'completed', 'deleted'];

function byState(ctx: Context, { state, published, completed }: ListParams): Condition[] {
  const conditions: Condition[] = [];
  if (!state || state.length === 0) conditions.push(sql`courses.workflow_state <> 'deleted'`);
  else if (!state.includes('all')) {
    const known = state.filter((name) => STATES.includes(name));
    if (state.includes('unpublished')) {
      ctx.hint('state[] takes the stored names: unpublished courses are created or claimed');
    } else if (known.length < state.length) ctx.hint(`state[] takes ${STATES.join(', ')} and all`);
    conditions.push(sql`courses.workflow_state = any(${known})`);
  }
  if (published !== undefined) {
    conditions.push(
      published ? sql`courses.workflow_state = 'available'` : sql`courses.workflow_state <> 'available'`,
    );
  }
  if (completed !== undefined) {
    const over = concluded(ctx.now);
    conditions.push(completed ? over : sql`not ${over}`);
  }
  return conditions;
}

/** Concluded by hand, or past its own end, or, where it has none, past its term's. */
const concluded = (now: string) =>
  sql<boolean>`(courses.workflow_state = 'completed' or coalesce(coalesce(courses.conclude_at,
    (select end_at from enrollment_terms where id = courses.enrollment_term_id)) < ${now}, false))`;

function byEnrollments(
  ctx: Context,
  { with_enrollments, hide_enrollmentless_courses, enrollment_type }: ListParams,
): Condition[] {
  const enrolled = (more: Condition = sql`true`) => sql<boolean>`exists (select 1 from enrollments
    where enrollments.course_id = courses.id and enrollments.workflow_state <> 'deleted' and ${more})`;
  const conditions: Condition[] = [];
  if (with_enrollments === true || hide_enrollmentless_courses === true) conditions.push(enrolled());
  if (with_enrollments === false) conditions.push(sql`not ${enrolled()}`);
  if (isList(ctx, 'enrollment_type')) {
    // A type that doesn't exist is nobody's.
    const types = (enrollment_type ?? []).map((name) => `${name.toLowerCase()}enrollment`);
    conditions.push(enrolled(sql`lower(enrollments.type) = any(${types})`));
  }
  return conditions;
}

function byKind({ blueprint, blueprint_associated, public: isPublic, homeroom }: ListParams): Condition[] {
  const conditions: Condition[] = [];
  if (blueprint !== undefined) conditions.push(sql`courses.blueprint = ${blueprint}`);
  // No course follows a blueprint here, so asking for those that do finds none.
  if (blueprint_associated === true) conditions.push(sql`false`);
  if (isPublic !== undefined) conditions.push(sql`courses.is_public = ${isPublic}`);
  if (homeroom === true) conditions.push(sql`courses.homeroom_course`);
  return conditions;
}

/** A date that is none is ignored, as Canvas ignores it. */
function byDates(ctx: Context, { starts_before, ends_after }: ListParams): Condition[] {
  const starts = dateOf(ctx, 'starts_before', starts_before);
  const ends = dateOf(ctx, 'ends_after', ends_after);
  return [
    ...(starts
      ? [
          withTerm(sql`(courses.start_at is null and term.start_at is null)
            or courses.start_at <= ${starts} or term.start_at <= ${starts}`),
        ]
      : []),
    ...(ends
      ? [
          withTerm(sql`(courses.conclude_at is null and term.end_at is null)
            or courses.conclude_at >= ${ends} or term.end_at >= ${ends}`),
        ]
      : []),
  ];
}

function dateOf(ctx: Context, name: string, text: string | null | undefined): string | null {
  if (!text) return null;
  const date = parseDateTime(text, ctx.user?.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC');
  if (date === null) ctx.hint(`${name} is ignored: ${JSON.stringify(text)} is no date`);
  return date;
}

const withTerm = (condition: Condition) =>
  sql<boolean>`exists (select 1 from enrollment_terms term where term.id = courses.enrollment_term_id and (${condition}))`;

async function byIds(ctx: Context, params: ListParams): Promise<Condition[]> {
  const conditions: Condition[] = [];
  if (params.enrollment_term_id) {
    const { id } = await findTerm(ctx, params.enrollment_term_id, ctx.rootAccount.id);
    conditions.push(sql`courses.enrollment_term_id = ${id}`);
  }
  if (isList(ctx, 'by_teachers')) {
    const ids = await resolveUserIds(ctx, params.by_teachers ?? []);
    conditions.push(sql`exists (select 1 from enrollments where enrollments.course_id = courses.id
      and enrollments.type = 'TeacherEnrollment' and enrollments.workflow_state <> 'deleted'
      and enrollments.user_id = any(${ids}::bigint[]))`);
  }
  if (isList(ctx, 'by_subaccounts')) {
    const ids = await resolveAccountIds(ctx, params.by_subaccounts ?? []);
    conditions.push(sql`courses.account_id in (select id from accounts where path && ${ids}::bigint[])`);
  }
  return conditions;
}

/** Canvas looks at these only where they are arrays; a single value is ignored. */
function isList(ctx: Context, name: string): boolean {
  const given = ctx.request.params[name];
  if (given === undefined || given === null) return false;
  if (!Array.isArray(given)) ctx.hint(`${name} is ignored unless it is a list: send ${name}[]`);
  return Array.isArray(given);
}

async function bySearch(ctx: Context, account: Account, params: ListParams): Promise<Condition[]> {
  const { search_term, search_by } = params;
  if (!search_term) return [];
  if (search_term.length < 2) throw new SearchTermTooShort();
  const pattern = containing(search_term);
  if (search_by === 'teacher') {
    return [
      sql`exists (select 1 from enrollments join users on users.id = enrollments.user_id
        where enrollments.course_id = courses.id and enrollments.type = 'TeacherEnrollment'
          and enrollments.workflow_state not in ('rejected', 'inactive', 'completed', 'deleted')
          and users.name ilike ${pattern})`,
    ];
  }
  const { permissions } = await adminPermissions(ctx, account.path, 'account');
  const seesSis = permissions.has('read_sis') || permissions.has('manage_sis');
  const id = /^\d{1,15}$/.test(search_term) ? Number(search_term) : null;
  return [
    sql`(courses.name ilike ${pattern} or courses.course_code ilike ${pattern} or courses.id = ${id}
      ${seesSis ? sql`or courses.sis_course_id ilike ${pattern}` : sql``})`,
  ];
}

const lowerName = (table: 'accounts' | 'enrollment_terms', column: string) =>
  sql<string>`(select lower(name) from ${sql.table(table)} sorted where sorted.id = courses.${sql.raw(column)}) collate "C"`;

const teacherName = sql<string | null>`(select min(users.sortable_name_key) from enrollments
  join users on users.id = enrollments.user_id
  where enrollments.course_id = courses.id and enrollments.type = 'TeacherEnrollment'
    and enrollments.workflow_state <> 'deleted')`;

/** Never null, and last in ascending order where there is nothing to sort by. */
const lastWhereNull = (value: Expression<string | null>): Expression<string | number>[] => [
  sql<number>`case when ${value} is null then 1 else 0 end`,
  sql<string>`coalesce(${value}, '') collate "C"`,
];

const sorts: Record<string, Expression<string | number>[]> = {
  course_name: [sql`courses.name_key`],
  sis_course_id: lastWhereNull(sql`courses.sis_course_id`),
  teacher: lastWhereNull(teacherName),
  account_name: [lowerName('accounts', 'account_id')],
  // The same by its older name.
  subaccount: [lowerName('accounts', 'account_id')],
  term: [lowerName('enrollment_terms', 'enrollment_term_id')],
};

/** By id unless `sort` is given; `order` alone does nothing. */
export function accountCourseOrder({ sort, order }: ListParams): PageOptions {
  const direction = order === 'desc' ? 'desc' : 'asc';
  const keys = Object.hasOwn(sorts, sort ?? '') ? sorts[sort ?? ''] : undefined;
  if (!keys) return { key: 'courses.id', kind: 'bookmarks' };
  const by = keys.map((key) => ({ by: sql`${key}`, direction }) as const);
  return { key: 'courses.id', kind: 'bookmarks', order: by, direction };
}
