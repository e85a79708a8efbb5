/** The filters and orders of an account's course list (accounts file 3.3). */
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import type { Tables } from '../../db/tables/index.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { SearchTermTooShort } from '../../errors.ts';
import { validateDateParam } from '../../http/coerce.ts';
import type { Account, Context } from '../../http/context.ts';
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
    inAccount(account),
    ...byState(params),
    ...byEnrollments(params),
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

/** In the account or below it; also by a section that was cross-listed from a course there. */
function inAccount(account: Account): Condition {
  if (account.parent_account_id === null) return sql`courses.root_account_id = ${account.id}`;
  const subtree = sql`(select id from accounts where path @> array[${account.id}]::bigint[])`;
  return sql`(courses.account_id in ${subtree} or exists (
    select 1 from course_sections
    join courses origin on origin.id = course_sections.nonxlist_course_id
    where course_sections.course_id = courses.id and course_sections.workflow_state = 'active'
      and origin.account_id in ${subtree}))`;
}

const STATES = ['created', 'claimed', 'available', 'completed', 'deleted'];

function byState({ state, published, completed }: ListParams): Condition[] {
  const conditions: Condition[] = [];
  if (!state || state.length === 0) conditions.push(sql`courses.workflow_state <> 'deleted'`);
  else if (!state.includes('all')) {
    const known = state.filter((name) => STATES.includes(name));
    conditions.push(sql`courses.workflow_state = any(${known})`);
  }
  if (published !== undefined) {
    conditions.push(
      published ? sql`courses.workflow_state = 'available'` : sql`courses.workflow_state <> 'available'`,
    );
  }
  if (completed !== undefined) conditions.push(completed ? concluded : sql`not ${concluded}`);
  return conditions;
}

/** Concluded by hand, or ended by its own dates, else by its term's. */
const concluded = sql<boolean>`(courses.workflow_state = 'completed' or coalesce(
  case when courses.restrict_enrollments_to_course_dates and courses.conclude_at is not null
    then courses.conclude_at < now()
    else (select end_at < now() from enrollment_terms where id = courses.enrollment_term_id) end, false))`;

function byEnrollments({
  with_enrollments,
  hide_enrollmentless_courses,
  enrollment_type,
}: ListParams): Condition[] {
  const enrolled = (more: Condition = sql`true`) => sql<boolean>`exists (select 1 from enrollments
    where enrollments.course_id = courses.id and enrollments.workflow_state <> 'deleted' and ${more})`;
  const conditions: Condition[] = [];
  if (with_enrollments === true || hide_enrollmentless_courses === true) conditions.push(enrolled());
  if (with_enrollments === false) conditions.push(sql`not ${enrolled()}`);
  const types = (enrollment_type ?? []).flatMap((name) => enrollmentTypes[name] ?? []);
  if (types.length > 0) conditions.push(enrolled(sql`enrollments.type = any(${types})`));
  return conditions;
}

const enrollmentTypes: Record<string, string> = {
  teacher: 'TeacherEnrollment',
  student: 'StudentEnrollment',
  ta: 'TaEnrollment',
  observer: 'ObserverEnrollment',
  designer: 'DesignerEnrollment',
};

function byKind({ blueprint, blueprint_associated, public: isPublic, homeroom }: ListParams): Condition[] {
  const conditions: Condition[] = [];
  if (blueprint !== undefined) conditions.push(sql`courses.blueprint = ${blueprint}`);
  // No course follows a blueprint here, so asking for those that do finds none.
  if (blueprint_associated === true) conditions.push(sql`false`);
  if (isPublic !== undefined) conditions.push(sql`courses.is_public = ${isPublic}`);
  if (homeroom === true) conditions.push(sql`courses.homeroom_course`);
  return conditions;
}

function byDates(ctx: Context, { starts_before, ends_after }: ListParams): Condition[] {
  const zone = ctx.user?.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC';
  const conditions: Condition[] = [];
  if (starts_before) {
    const date = validateDateParam('starts_before', starts_before, zone, 'end');
    conditions.push(
      withTerm(sql`(courses.start_at is null and term.start_at is null)
      or coalesce(courses.start_at, term.start_at) < ${date}`),
    );
  }
  if (ends_after) {
    const date = validateDateParam('ends_after', ends_after, zone);
    conditions.push(
      withTerm(sql`(courses.conclude_at is null and term.end_at is null)
      or coalesce(courses.conclude_at, term.end_at) > ${date}`),
    );
  }
  return conditions;
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
          and enrollments.workflow_state <> 'deleted' and users.name ilike ${pattern})`,
    ];
  }
  const { permissions } = await adminPermissions(ctx, account.path, 'account');
  const seesSis = permissions.has('read_sis') || permissions.has('manage_sis');
  const id = /^\d{1,15}$/.test(search_term) ? Number(search_term) : null;
  return [
    sql`(courses.name ilike ${pattern} or courses.name_key like ${containing(sortKey(search_term))}
      or courses.course_code ilike ${pattern} or courses.id = ${id}
      ${seesSis ? sql`or courses.sis_course_id ilike ${pattern}` : sql``})`,
  ];
}

const sorts: Record<string, Expression<string>> = {
  course_name: sql`courses.name_key`,
  sis_course_id: sql`coalesce(courses.sis_course_id, '') collate "C"`,
  teacher: sql`coalesce((select min(users.sortable_name_key) from enrollments
    join users on users.id = enrollments.user_id
    where enrollments.course_id = courses.id and enrollments.type = 'TeacherEnrollment'
      and enrollments.workflow_state in ('active', 'invited')), '') collate "C"`,
  account_name: sql`(select lower(name) from accounts where accounts.id = courses.account_id) collate "C"`,
  term: sql`(select lower(name) from enrollment_terms where enrollment_terms.id = courses.enrollment_term_id) collate "C"`,
};

/** By id unless `sort` is given; `order` alone does nothing. */
export function accountCourseOrder({ sort, order }: ListParams): PageOptions {
  const direction = order === 'desc' ? 'desc' : 'asc';
  const by = sorts[sort === 'subaccount' ? 'account_name' : (sort ?? '')];
  if (!by) return { key: 'courses.id', kind: 'bookmarks' };
  return { key: 'courses.id', kind: 'bookmarks', order: [{ by: sql`${by}`, direction }], direction };
}
