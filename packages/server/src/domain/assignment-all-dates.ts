/** `all_dates`: every date of an assignment that its reader may know of, by whom it is for. Source: DatesOverridable. */
import type { Context } from '../http/context.ts';
import { assignmentAccesses } from './assignment-access.ts';
import {
  type AssignmentRow,
  type Dates,
  datesOf,
  datesOfStudents,
  type Override,
  observedStudents,
} from './assignment-dates.ts';
import { isStaff } from './base-roles.ts';
import { type CourseRow, courseAccess, type OwnCourseAccess } from './course-access.ts';
import { activeSections } from './course-sections.ts';

export interface ListedDate extends Dates {
  readonly id?: number;
  readonly title: string;
  readonly base?: true;
  readonly set_type?: Override['set_type'];
  readonly set_id?: number | null;
}

/** From here on they are only counted. */
export const MOST_DATES = 25;

/** The dates of each of some assignments of a course, in a number of queries that doesn't grow. */
export async function allDates(
  ctx: Context,
  course: CourseRow,
  assignments: readonly AssignmentRow[],
): Promise<(assignment: AssignmentRow) => ListedDate[]> {
  const access = await courseAccess(ctx, course);
  const [shown, sections] = await Promise.all([
    shownOverrides(ctx, course, access, assignments),
    activeSections(ctx, course),
  ]);
  return (assignment) => listed(assignment, shown(assignment), sections.length);
}

interface Shown {
  overrides: readonly Override[];
  /** Whether the assignment's own dates are among them. */
  base: boolean;
}

async function shownOverrides(
  ctx: Context,
  course: CourseRow,
  access: OwnCourseAccess,
  assignments: readonly AssignmentRow[],
): Promise<(assignment: AssignmentRow) => Shown> {
  const accesses = await assignmentAccesses(ctx, course, assignments);
  const own = ({ id }: AssignmentRow) => accesses.get(id)?.dates.overrides ?? [];
  const seesAll = access.enrollments.length === 0 || access.enrollments.some(({ type }) => isStaff(type));
  const observed = seesAll ? [] : observedStudents(access);
  if (observed.length === 0) {
    return (assignment) => {
      const overrides = own(assignment);
      return {
        overrides,
        base: isForEverybody(assignment, overrides) && (seesAll || overrides.length === 0),
      };
    };
  }
  const datesFor = await datesOfStudents(ctx, course.id, assignments, observed);
  return (assignment) => {
    const each = observed.map((id) => datesFor(assignment, id).overrides);
    const overrides = [...new Set(each.flat())];
    const hasBase = each.some((list) => list.length === 0);
    return { overrides, base: hasBase && isForEverybody(assignment, overrides) };
  };
}

/** Assigned to all of the course, and not only to those whom overrides name. */
export const isForEverybody = (
  { only_visible_to_overrides }: Pick<AssignmentRow, 'only_visible_to_overrides'>,
  overrides: readonly Override[],
): boolean => !only_visible_to_overrides || overrides.some(({ set_type }) => set_type === 'Course');

function listed(assignment: AssignmentRow, { overrides, base }: Shown, sectionCount: number): ListedDate[] {
  const given = overrides.filter(({ unassign_item }) => !unassign_item);
  const dates = given.filter(({ set_type }) => set_type !== 'Course').map(dateOf);
  const ofSections = given.filter(({ set_type }) => set_type === 'CourseSection').length;
  const everybody = given.find(({ set_type }) => set_type === 'Course');
  // Where every section has a date of its own, nobody is left for whom another would hold.
  if ((everybody || base) && (sectionCount === 0 || ofSections !== sectionCount)) {
    const title = dates.length === 0 ? 'Everyone' : 'Everyone else';
    dates.push(everybody ? { ...dateOf(everybody), title } : { ...datesOf(assignment), title, base: true });
  }
  return dates
    .map((date, index) => ({ date, index }))
    .sort((a, b) => byDueDate(a.date, b.date) || a.index - b.index)
    .map(({ date }) => date);
}

function dateOf(override: Override): ListedDate {
  const { id, title, set_type, set_id } = override;
  return { id, ...datesOf(override), title, set_type, set_id };
}

function byDueDate(a: Dates, b: Dates): number {
  if (a.due_at === b.due_at) return 0;
  if (a.due_at === null || b.due_at === null) return a.due_at === null ? 1 : -1;
  return a.due_at < b.due_at ? -1 : 1;
}
