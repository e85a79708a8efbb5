/**
 * The dates by which somebody goes: those of the assignment, or of the overrides that reach him. For each date the
 * override of his own counts; else the most lenient of the others that give it: none at all, the latest due or lock
 * date, the earliest unlock date of those that aren't over. Source: AssignmentOverrideApplicator of Canvas.
 */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { AssignmentOverridesTable, AssignmentsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { isStaff } from './base-roles.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { type CourseAccess, courseGrants } from './course-rights.ts';
import { activeSections } from './course-sections.ts';
import { visibleSections } from './section-rights.ts';
import { enrollmentsVisibleTo } from './visible-enrollments.ts';

export type AssignmentRow = Selectable<AssignmentsTable>;

export interface Dates {
  readonly due_at: string | null;
  readonly unlock_at: string | null;
  readonly lock_at: string | null;
}

/** An active override; `student_ids` are those of an ADHOC one, as far as the reader may know them. */
export interface Override extends Selectable<AssignmentOverridesTable> {
  readonly student_ids: readonly number[];
  /** Of a group's. */
  readonly group: { readonly group_category_id: number; readonly non_collaborative: boolean } | null;
}

export interface EffectiveDates extends Dates {
  /** What reaches the reader, in the order in which it counts; all that he may know of for staff. */
  readonly overrides: readonly Override[];
  /** How many there are, whomever they reach. */
  readonly overrideCount: number;
}

type DatedAssignment = Dates & { readonly id: number; readonly group_category_id: number | null };

/** All active overrides of some assignments, in order of their ids; titled as their sections and groups are called now. */
export async function overridesOf(
  ctx: Context,
  assignmentIds: readonly number[],
): Promise<Map<number, Override[]>> {
  return await loadOverrides(ctx, 'assignment_id', assignmentIds);
}

/** The same of discussions that aren't graded. */
export async function overridesOfTopics(
  ctx: Context,
  topicIds: readonly number[],
): Promise<Map<number, Override[]>> {
  return await loadOverrides(ctx, 'discussion_topic_id', topicIds);
}

/** The same of whole pages. */
export async function overridesOfPages(
  ctx: Context,
  pageIds: readonly number[],
): Promise<Map<number, Override[]>> {
  return await loadOverrides(ctx, 'wiki_page_id', pageIds);
}

/** Active overrides of whatever, in order of their ids. */
export async function overridesWithIds(ctx: Context, ids: readonly number[]): Promise<Override[]> {
  return [...(await loadOverrides(ctx, 'id', ids)).values()].flat();
}

async function loadOverrides(
  ctx: Context,
  column: 'id' | 'assignment_id' | 'discussion_topic_id' | 'wiki_page_id',
  ids: readonly number[],
): Promise<Map<number, Override[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('assignment_overrides')
    .leftJoin('course_sections', (join) =>
      join
        .onRef('course_sections.id', '=', 'assignment_overrides.set_id')
        .on('assignment_overrides.set_type', '=', 'CourseSection'),
    )
    .leftJoin('groups', (join) =>
      join
        .onRef('groups.id', '=', 'assignment_overrides.set_id')
        .on('assignment_overrides.set_type', '=', 'Group'),
    )
    .selectAll('assignment_overrides')
    .select([
      'course_sections.name as section_name',
      'groups.name as group_name',
      'groups.group_category_id',
      'groups.non_collaborative',
      sql<number[]>`array(select user_id from assignment_override_students as s
        where s.assignment_override_id = assignment_overrides.id order by user_id)`.as('student_ids'),
    ])
    .where(sql.ref<number>(`assignment_overrides.${column}`), '=', anyOf(ids))
    .where('assignment_overrides.workflow_state', '=', 'active')
    .orderBy('assignment_overrides.id')
    .execute();
  const overrides = rows.map(
    ({ section_name, group_name, group_category_id, non_collaborative, ...row }): Override => ({
      ...row,
      title: section_name ?? group_name ?? row.title,
      group:
        group_category_id === null || non_collaborative === null
          ? null
          : { group_category_id, non_collaborative },
    }),
  );
  return Map.groupBy(overrides, (override) => override[column] as number);
}

/** Of several users: where they belong in a course, as far as overrides ask for it. */
interface Belonging {
  sections: ReadonlySet<number>;
  groups: ReadonlySet<number>;
}

const nowhere: Belonging = { sections: new Set(), groups: new Set() };

async function belongings(
  ctx: Context,
  courseId: number,
  userIds: readonly number[],
): Promise<Map<number, Belonging>> {
  const [enrollments, memberships] = await Promise.all([
    ctx.db
      .selectFrom('enrollments')
      .select(['user_id', 'course_section_id'])
      .where('course_id', '=', courseId)
      .where('user_id', '=', anyOf(userIds))
      .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment', 'ObserverEnrollment'])
      .where('workflow_state', 'not in', ['deleted', 'rejected'])
      .execute(),
    ctx.db
      .selectFrom('group_memberships')
      .innerJoin('groups', 'groups.id', 'group_memberships.group_id')
      .select(['group_memberships.user_id', 'group_memberships.group_id'])
      .where('groups.context_type', '=', 'Course')
      .where('groups.context_id', '=', courseId)
      .where('groups.workflow_state', '<>', 'deleted')
      .where('group_memberships.user_id', '=', anyOf(userIds))
      .where('group_memberships.workflow_state', '=', 'accepted')
      .execute(),
  ]);
  const sections = Map.groupBy(enrollments, ({ user_id }) => user_id);
  const groups = Map.groupBy(memberships, ({ user_id }) => user_id);
  return new Map(
    userIds.map((id) => [
      id,
      {
        sections: new Set((sections.get(id) ?? []).map(({ course_section_id }) => course_section_id)),
        groups: new Set((groups.get(id) ?? []).map(({ group_id }) => group_id)),
      },
    ]),
  );
}

/** The overrides that reach a student, his own first. */
function reaching(
  overrides: readonly Override[],
  userId: number,
  { sections, groups }: Belonging,
): Override[] {
  return [
    ...overrides.filter((each) => each.set_type === 'ADHOC' && each.student_ids.includes(userId)),
    ...overrides.filter((each) => each.set_type === 'Group' && groups.has(each.set_id ?? 0)),
    ...overrides.filter((each) => each.set_type === 'CourseSection' && sections.has(each.set_id ?? 0)),
    ...overrides.filter((each) => each.set_type === 'Course' && sections.size > 0),
  ];
}

/** What comes after one that takes the thing away doesn't count. */
function untilUnassigned(overrides: readonly Override[]): Override[] {
  const end = overrides.findIndex(({ unassign_item }) => unassign_item);
  return end === -1 ? [...overrides] : overrides.slice(0, end);
}

/** What follows for each date from overrides in the order in which they count. */
export function collapse(base: Dates, reaching: readonly Override[], now: string): Dates {
  const overrides = untilUnassigned(reaching);
  const unexpired = overrides.filter(
    ({ set_type, lock_at_overridden, lock_at }) =>
      set_type === 'ADHOC' || !(lock_at_overridden && lock_at !== null && lock_at <= now),
  );
  return {
    due_at: mostLenient(base, overrides, 'due_at', 'latest'),
    unlock_at: mostLenient(base, unexpired, 'unlock_at', 'earliest'),
    lock_at: mostLenient(base, overrides, 'lock_at', 'latest'),
  };
}

function mostLenient(
  base: Dates,
  overrides: readonly Override[],
  field: keyof Dates,
  wanted: 'latest' | 'earliest',
): string | null {
  const giving = overrides.filter((override) => override[`${field}_overridden`]);
  const own = giving.find(({ set_type }) => set_type === 'ADHOC');
  if (own) return own[field];
  if (giving.length === 0) return base[field];
  const dates = giving.map((override) => override[field]);
  if (dates.includes(null)) return null;
  const sorted = (dates as string[]).sort();
  return (wanted === 'latest' ? sorted.at(-1) : sorted[0]) ?? null;
}

/** The dates of some assignments of a course for each of some students, in a number of queries that doesn't grow. */
export async function datesOfStudents(
  ctx: Context,
  courseId: number,
  assignments: readonly DatedAssignment[],
  userIds: readonly number[],
): Promise<(assignment: DatedAssignment, userId: number) => EffectiveDates> {
  const overrides = await overridesOf(ctx, idsOf(assignments));
  const places = overrides.size > 0 ? await belongings(ctx, courseId, userIds) : new Map<number, Belonging>();
  return (assignment, userId) => {
    const all = overrides.get(assignment.id) ?? [];
    const applying = reaching(all, userId, places.get(userId) ?? nowhere);
    return { ...collapse(assignment, applying, ctx.now), overrides: applying, overrideCount: all.length };
  };
}

/** What opens and closes without being due: a page, a topic that isn't graded. */
type OpeningContent = Omit<Dates, 'due_at'> & { readonly id: number };

/**
 * The same of pages or topics, for one user; nobody goes by what is the same for everybody.
 * @param overridesOfThem `overridesOfPages` or `overridesOfTopics`
 */
export async function datesOfContents(
  ctx: Context,
  courseId: number,
  overridesOfThem: typeof overridesOfPages,
  contents: readonly OpeningContent[],
  userId: number | undefined,
): Promise<(content: OpeningContent) => Dates> {
  const overrides =
    userId === undefined ? new Map<number, Override[]>() : await overridesOfThem(ctx, idsOf(contents));
  const places =
    userId !== undefined && overrides.size > 0
      ? await belongings(ctx, courseId, [userId])
      : new Map<number, Belonging>();
  return ({ id, unlock_at, lock_at }) =>
    collapse(
      { due_at: null, unlock_at, lock_at },
      reaching(overrides.get(id) ?? [], userId ?? 0, places.get(userId ?? 0) ?? nowhere),
      ctx.now,
    );
}

/** The dates of some assignments of a course for the acting user. */
export async function ownDates(
  ctx: Context,
  course: CourseRow,
  assignments: readonly DatedAssignment[],
): Promise<(assignment: DatedAssignment) => EffectiveDates> {
  const access = await courseAccess(ctx, course);
  if (!ctx.user) {
    const all = await overridesOf(ctx, idsOf(assignments));
    return (assignment) => {
      const overrides = all.get(assignment.id) ?? [];
      return { ...datesOf(assignment), overrides, overrideCount: overrides.length };
    };
  }
  if (readsAsStaff(access)) return await datesOfStaff(ctx, course, access, assignments);

  const observed = observedStudents(access);
  const userIds = observed.length > 0 ? observed : [ctx.user.id];
  const datesFor = await datesOfStudents(ctx, course.id, assignments, [...userIds, ctx.user.id]);
  return (assignment) => {
    if (observed.length === 0) return datesFor(assignment, ctx.me.id);
    const each = userIds.map((id) => datesFor(assignment, id));
    const overrides = [...new Set(each.flatMap((dates) => dates.overrides))];
    return {
      ...collapse(assignment, overrides, ctx.now),
      overrides,
      overrideCount: each[0]?.overrideCount ?? 0,
    };
  };
}

const idsOf = (assignments: readonly { id: number }[]) => assignments.map(({ id }) => id);

export const datesOf = ({ due_at, unlock_at, lock_at }: Dates): Dates => ({ due_at, unlock_at, lock_at });

/** Whether somebody looks at the overrides of a course from above: as its staff, or without being in it at all. */
export const readsAsStaff = (access: CourseAccess): boolean =>
  (access.enrollments.length === 0 || access.enrollments.some(({ type }) => isStaff(type))) &&
  courseGrants('read_as_admin', access);

/** The students whom the user watches in a course. */
export const observedStudents = ({ enrollments }: CourseAccess): number[] => [
  ...new Set(
    enrollments.flatMap(({ type, associated_user_id, date_state }) =>
      type === 'ObserverEnrollment' && date_state !== 'inactive' ? (associated_user_id ?? []) : [],
    ),
  ),
];

/** Staff see the latest due date of all, unless every section has one of its own: then the latest of these. */
async function datesOfStaff(
  ctx: Context,
  course: CourseRow,
  access: CourseAccess,
  assignments: readonly DatedAssignment[],
): Promise<(assignment: DatedAssignment) => EffectiveDates> {
  const all = await overridesOf(ctx, idsOf(assignments));
  const overrides = await overridesVisibleTo(ctx, course, access, all);
  const manages = managing.some((right) => courseGrants(right, access));
  const sections = manages && overrides.size > 0 ? await activeSections(ctx, course) : [];
  return (assignment) => {
    const visible = overrides.get(assignment.id) ?? [];
    const dates = collapse(assignment, visible, ctx.now);
    const ownSections = new Set(
      untilUnassigned(visible)
        .filter(bySection)
        .map(({ set_id }) => set_id),
    );
    const allSections = sections.length > 0 && sections.every(({ id }) => ownSections.has(id));
    const due_at = manages && !allSections ? later(assignment.due_at, dates.due_at) : dates.due_at;
    return { ...dates, due_at, overrides: visible, overrideCount: all.get(assignment.id)?.length ?? 0 };
  };
}

const managing = ['manage_assignments_add', 'manage_assignments_edit', 'manage_assignments_delete'] as const;
const bySection = ({ set_type }: Override) => set_type === 'CourseSection';
const later = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b);

/** Without the students that a section-limited reader doesn't see, and without overrides for nobody else. */
export async function overridesVisibleTo(
  ctx: Context,
  course: CourseRow,
  access: CourseAccess,
  overrides: Map<number, Override[]>,
): Promise<Map<number, Override[]>> {
  const students = [...overrides.values()].flat().flatMap(({ student_ids }) => student_ids);
  if (students.length === 0) return overrides;
  let query = ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .where('course_id', '=', course.id)
    .where('user_id', '=', anyOf(students))
    .where('workflow_state', 'not in', ['deleted', 'rejected']);
  if (visibleSections(access) !== 'all') {
    for (const condition of enrollmentsVisibleTo(access)) query = query.where(condition);
  }
  const seen = new Set((await query.execute()).map(({ user_id }) => user_id));
  const visible = new Map<number, Override[]>();
  for (const [id, list] of overrides) {
    const shown = list
      .map((each) => ({ ...each, student_ids: each.student_ids.filter((userId) => seen.has(userId)) }))
      .filter(({ set_type, student_ids }) => set_type !== 'ADHOC' || student_ids.length > 0);
    if (shown.length > 0) visible.set(id, shown);
  }
  return visible;
}

/** What keeps somebody from working on a thing now. */
export type Lock = { unlock_at: string } | { lock_at: string; can_view: true };

export function lockOf({ unlock_at, lock_at }: Dates, now: string): Lock | undefined {
  if (unlock_at && unlock_at > now) return { unlock_at };
  if (lock_at && lock_at < now) return { lock_at, can_view: true };
  return undefined;
}
