/** Who the acting user is to a group: what the rules in group-rights.ts are asked about. */
import type { Selectable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { GroupCategoriesTable, GroupsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { accountAccess } from './account-access.ts';
import { accountGrants } from './account-rights.ts';
import { type CourseRow, courseAccesses, type OwnCourseAccess } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
import { type CourseSettings, courseSettings } from './course-settings.ts';
import { type GroupAccess, type GroupRight, groupGrants, type ParentRight } from './group-rights.ts';
import { groupsSharingSection } from './group-sections.ts';
import { isMember } from './membership.ts';

export type GroupRow = Selectable<GroupsTable>;
export type GroupCategoryRow = Selectable<GroupCategoriesTable>;

/** The acting user's access to each of some groups, in a number of queries that doesn't grow with them. */
export async function groupAccesses(
  ctx: Context,
  groups: readonly GroupRow[],
): Promise<Map<number, GroupAccess>> {
  const missing = groups.filter(({ id }) => !known(ctx).has(id));
  if (missing.length > 0) {
    const facts = await loadFacts(ctx, missing);
    for (const group of missing) known(ctx).set(group.id, accessTo(ctx, group, facts));
  }
  return new Map(groups.map(({ id }) => [id, known(ctx).get(id) as GroupAccess]));
}

/** The acting user's access to one group. */
export async function groupAccess(ctx: Context, group: GroupRow): Promise<GroupAccess> {
  return (await groupAccesses(ctx, [group])).get(group.id) as GroupAccess;
}

/** Whether the acting user has a right in a group. */
export async function mayInGroup(ctx: Context, group: GroupRow, right: GroupRight): Promise<boolean> {
  return groupGrants(right, await groupAccess(ctx, group));
}

/** The same of a group that isn't made yet. */
export async function mayInNewGroup(
  ctx: Context,
  group: Pick<GroupRow, 'context_type' | 'context_id' | 'group_category_id' | 'non_collaborative'>,
  right: GroupRight,
): Promise<boolean> {
  const unmade = { id: 0, join_level: 'invitation_only', leader_id: null, ...group } as GroupRow;
  return groupGrants(right, accessTo(ctx, unmade, await loadFacts(ctx, [unmade])));
}

/** Forgets what was worked out, after a handler changed what it rests on (a membership, a leader, a category). */
export function forgetGroupAccess(ctx: Context): void {
  accesses.delete(ctx);
}

const accesses = new WeakMap<Context, Map<number, GroupAccess>>();

function known(ctx: Context): Map<number, GroupAccess> {
  const map = accesses.get(ctx) ?? new Map<number, GroupAccess>();
  accesses.set(ctx, map);
  return map;
}

/** The right of the acting user in the course or account of a group. */
type ParentGrants = (right: ParentRight) => boolean;

interface Facts {
  categories: Map<number, GroupCategoryRow>;
  memberships: Map<number, { accepted: boolean; moderator: boolean }>;
  sharesSection: ReadonlySet<number>;
  /** By course id. */
  courses: Map<number, { access: OwnCourseAccess; settings: CourseSettings }>;
  /** By account id. */
  accounts: Map<number, ParentGrants>;
  belongsToInstitution: boolean;
}

async function loadFacts(ctx: Context, groups: readonly GroupRow[]): Promise<Facts> {
  const idsIn = (type: GroupRow['context_type']) =>
    groups.filter(({ context_type }) => context_type === type).map(({ context_id }) => context_id);
  const [categories, memberships, courses, accounts] = await Promise.all([
    loadCategories(ctx, groups),
    loadMemberships(ctx, groups),
    loadCourses(ctx, idsIn('Course')),
    loadAccounts(ctx, idsIn('Account')),
  ]);
  const isRestricted = ({ group_category_id }: GroupRow) =>
    categories.get(group_category_id)?.self_signup === 'restricted';
  const restricted = groups.filter(isRestricted).map(({ id }) => id);
  return {
    categories,
    memberships,
    courses,
    accounts,
    sharesSection: ctx.user ? await groupsSharingSection(ctx, restricted, ctx.user.id) : new Set(),
    belongsToInstitution: accounts.size > 0 && (await belongsToInstitution(ctx)),
  };
}

async function loadCategories(ctx: Context, groups: readonly GroupRow[]) {
  const rows = await ctx.db
    .selectFrom('group_categories')
    .selectAll()
    .where('id', '=', anyOf(groups.map(({ group_category_id }) => group_category_id)))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function loadMemberships(ctx: Context, groups: readonly GroupRow[]): Promise<Facts['memberships']> {
  if (!ctx.user) return new Map();
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .select(['group_id', 'workflow_state', 'moderator'])
    .where('user_id', '=', ctx.user.id)
    .where('group_id', '=', anyOf(groups.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return new Map(
    rows.map(({ group_id, workflow_state, moderator }) => [
      group_id,
      { accepted: workflow_state === 'accepted', moderator },
    ]),
  );
}

async function loadCourses(ctx: Context, ids: readonly number[]): Promise<Facts['courses']> {
  if (ids.length === 0) return new Map();
  const courses = await ctx.db.selectFrom('courses').selectAll().where('id', '=', anyOf(ids)).execute();
  const [accessOf, settingsOf] = await Promise.all([
    courseAccesses(ctx, courses),
    courseSettings(ctx, courses),
  ]);
  const factsOf = (course: CourseRow) => ({
    access: accessOf.get(course.id) as OwnCourseAccess,
    settings: settingsOf(course),
  });
  return new Map(courses.map((course) => [course.id, factsOf(course)]));
}

async function loadAccounts(ctx: Context, ids: readonly number[]): Promise<Facts['accounts']> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', anyOf(ids)).execute();
  const grants = await Promise.all(
    rows.map(async (account): Promise<[number, ParentGrants]> => {
      const access = await accountAccess(ctx, account);
      // An account has no students.
      return [account.id, (right) => right !== 'participate_as_student' && accountGrants(right, access)];
    }),
  );
  return new Map(grants);
}

const belongsToInstitution = (ctx: Context): Promise<boolean> =>
  ctx.once('belongsToInstitution', async () =>
    ctx.user ? await isMember(ctx, ctx.rootAccount, ctx.user.id) : false,
  );

function accessTo(ctx: Context, group: GroupRow, facts: Facts): GroupAccess {
  const category = facts.categories.get(group.group_category_id) as GroupCategoryRow;
  const course = group.context_type === 'Course' ? facts.courses.get(group.context_id) : undefined;
  const parentGrants: ParentGrants = course
    ? (right) => courseGrants(right, course.access)
    : (facts.accounts.get(group.context_id) ?? (() => false));
  return {
    group,
    category,
    userId: ctx.user?.id ?? null,
    membership: facts.memberships.get(group.id) ?? null,
    canParticipate:
      ctx.user !== null &&
      (category.role === 'communities' || (course ? isAtWork(course.access) : facts.belongsToInstitution)),
    sharesSection: facts.sharesSection.has(group.id),
    studentsMakeGroups: course?.settings.flag('allow_student_organized_groups') === true,
    parentGrants,
  };
}

const isAtWork = ({ enrollments }: OwnCourseAccess) =>
  enrollments.some(({ type, date_state }) => type !== 'StudentViewEnrollment' && date_state === 'active');
