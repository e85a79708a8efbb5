/** What a group's JSON says besides the row, for a whole list at once. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccesses, loadTerms, noTerm } from '../../domain/course-access.ts';
import { courseConcluded } from '../../domain/enrollment-dates.ts';
import type { GroupCategoryRow, GroupRow } from '../../domain/group-access.ts';
import { groupQuotas } from '../../domain/group-quota.ts';
import type { Account, Context, User } from '../../http/context.ts';

export interface Place {
  readonly name: string;
  /** The course is over or gone. */
  readonly concluded: boolean;
}

const idsOf = (groups: readonly GroupRow[]) => groups.map(({ id }) => id);

/** The context's id of each group that is in this type of context. */
export const contextIds = (groups: readonly GroupRow[], type: GroupRow['context_type']): number[] =>
  groups.filter(({ context_type }) => context_type === type).map(({ context_id }) => context_id);

export async function coursesOf(ctx: Context, groups: readonly GroupRow[]): Promise<Map<number, CourseRow>> {
  const ids = [...new Set(contextIds(groups, 'Course'))].sort((a, b) => a - b);
  if (ids.length === 0) return new Map();
  const courses = await ctx.once(`coursesOfGroups:${ids}`, () =>
    ctx.db.selectFrom('courses').selectAll().where('id', '=', anyOf(ids)).execute(),
  );
  return new Map(courses.map((course) => [course.id, course]));
}

export async function accountsOf(ctx: Context, groups: readonly GroupRow[]): Promise<Map<number, Account>> {
  const ids = contextIds(groups, 'Account');
  if (ids.length === 0) return new Map();
  const accounts = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(accounts.map((account) => [account.id, account]));
}

export async function placesOf(
  ctx: Context,
  groups: readonly GroupRow[],
): Promise<(group: GroupRow) => Place> {
  const [courses, accounts] = await Promise.all([coursesOf(ctx, groups), accountsOf(ctx, groups)]);
  const terms = await loadTerms(
    ctx,
    [...courses.values()].map(({ enrollment_term_id }) => enrollment_term_id),
  );
  return ({ context_type, context_id }) => {
    if (context_type === 'Account') {
      const { name, workflow_state } = accounts.get(context_id) as Account;
      return { name, concluded: workflow_state === 'deleted' };
    }
    const course = courses.get(context_id) as CourseRow;
    const ended = courseConcluded(course, terms.get(course.enrollment_term_id) ?? noTerm, ctx.now);
    return {
      name: course.name,
      concluded: ended || course.workflow_state === 'completed' || course.workflow_state === 'deleted',
    };
  };
}

export async function categoriesOf(
  ctx: Context,
  groups: readonly GroupRow[],
): Promise<(group: GroupRow) => GroupCategoryRow> {
  const rows = await ctx.db
    .selectFrom('group_categories')
    .selectAll()
    .where('id', '=', anyOf(groups.map(({ group_category_id }) => group_category_id)))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ group_category_id }) => byId.get(group_category_id) as GroupCategoryRow;
}

/**
 * Of a query over memberships with their groups: those whom a caller sees who is kept to sections of the course. Null
 * where he is kept to none.
 */
export async function sectionRestriction(
  ctx: Context,
  groups: readonly GroupRow[],
): Promise<Expression<SqlBool> | null> {
  const accesses = await courseAccesses(ctx, [...(await coursesOf(ctx, groups)).values()]);
  const sections: number[] = [];
  const courses: number[] = [];
  for (const [id, { enrollments }] of accesses) {
    if (enrollments.length === 0) continue;
    if (!enrollments.every((each) => each.limit_privileges_to_course_section)) continue;
    courses.push(id);
    sections.push(...enrollments.map(({ course_section_id }) => course_section_id));
  }
  if (courses.length === 0) return null;
  return sql<SqlBool>`(groups.context_type <> 'Course' or groups.context_id <> all(${courses}::bigint[])
    or exists (select 1 from enrollments where enrollments.user_id = group_memberships.user_id
      and enrollments.course_section_id = any(${sections}::bigint[])
      and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')))`;
}

interface Members {
  /** Accepted, as far as the caller sees them. */
  readonly shown: number;
  /** Accepted. */
  readonly accepted: number;
}

/** How many members each group has. */
export async function membersOf(
  ctx: Context,
  groups: readonly GroupRow[],
): Promise<(group: GroupRow) => Members> {
  const restriction = await sectionRestriction(ctx, groups);
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
    .select([
      'group_memberships.group_id',
      sql<number>`count(*)`.as('accepted'),
      sql<number>`count(*) filter (where ${restriction ?? sql`true`})`.as('shown'),
    ])
    .where('group_memberships.group_id', '=', anyOf(idsOf(groups)))
    .where('group_memberships.workflow_state', '=', 'accepted')
    .groupBy('group_memberships.group_id')
    .execute();
  const byGroup = new Map(rows.map((row) => [row.group_id, row]));
  return ({ id }) => byGroup.get(id) ?? { shown: 0, accepted: 0 };
}

export async function leadersOf(
  ctx: Context,
  groups: readonly GroupRow[],
): Promise<(group: GroupRow) => User | undefined> {
  const ids = groups.flatMap(({ leader_id }) => leader_id ?? []);
  if (ids.length === 0) return () => undefined;
  const rows = await ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ leader_id }) => byId.get(leader_id ?? 0);
}

export async function avatarsOf(
  ctx: Context,
  groups: readonly GroupRow[],
): Promise<(group: GroupRow) => string | null> {
  const ids = groups.flatMap(({ avatar_attachment_id }) => avatar_attachment_id ?? []);
  if (ids.length === 0) return () => null;
  const rows = await ctx.db
    .selectFrom('attachments')
    .select(['id', 'uuid'])
    .where('id', '=', anyOf(ids))
    .execute();
  const urls = new Map(rows.map(({ id, uuid }) => [id, ctx.url(`/images/thumbnails/${id}/${uuid}`)]));
  return ({ avatar_attachment_id }) => urls.get(avatar_attachment_id ?? 0) ?? null;
}

/** Those that have handed something in for an assignment of their category. */
export async function groupsWithSubmission(ctx: Context, groups: readonly GroupRow[]): Promise<Set<number>> {
  const rows = await ctx.db
    .selectFrom('groups')
    .select('groups.id')
    .where('groups.id', '=', anyOf(idsOf(groups)))
    .where('groups.context_type', '=', 'Course')
    .where(
      sql<boolean>`exists (select 1 from submissions
        join assignments on assignments.id = submissions.assignment_id
        where submissions.group_id = groups.id and submissions.workflow_state <> 'deleted'
          and assignments.group_category_id = groups.group_category_id
          and assignments.workflow_state <> 'deleted')`,
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export { groupQuotas };
