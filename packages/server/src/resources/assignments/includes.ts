/** `include[]` of assignments. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type AssignedStudent, assignedStudents } from '../../domain/assigned-students.ts';
import { assignmentAccesses, assignmentGrants } from '../../domain/assignment-access.ts';
import { allDates, MOST_DATES } from '../../domain/assignment-all-dates.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { type CourseRight, courseGrants } from '../../domain/course-rights.ts';
import { isClosedAt } from '../../domain/grading/closed-periods.ts';
import { periodsOfCourse } from '../../domain/grading/periods.ts';
import type { Context } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { serializeOverrides } from '../assignment-overrides/serialize.ts';
import { can_submit, submission } from './own-submissions.ts';
import type { Assignment } from './schema.ts';
import { includes, type LoadingView } from './view.ts';

type Loader = IncludeLoader<AssignmentRow, Partial<Assignment>, LoadingView>;
type Name =
  | 'submission'
  | 'assignment_visibility'
  | 'all_dates'
  | 'overrides'
  | 'can_edit'
  | 'can_submit'
  | 'ab_guid'
  | 'module_ids';

const managing = [
  'manage_assignments_add',
  'manage_assignments_edit',
  'manage_assignments_delete',
] as const satisfies CourseRight[];

const may = ({ access }: LoadingView, ...rights: CourseRight[]) =>
  rights.some((right) => courseGrants(right, access));

const all_dates: Loader = async (ctx, assignments, view) => {
  const accesses = await assignmentAccesses(ctx, view.course, assignments);
  const datesOf = await allDates(ctx, view.course, assignments);
  const isClosed = includes(view, 'can_edit') ? await closedDates(ctx, view) : () => false;
  return (assignment) => {
    const access = accesses.get(assignment.id);
    const count = access?.dates.overrideCount ?? 0;
    if (count >= MOST_DATES) return { all_dates: [], all_dates_count: count };
    const canEdit = access !== undefined && assignmentGrants('update', access);
    return {
      all_dates: datesOf(assignment).map((date) => ({
        ...date,
        ...(includes(view, 'can_edit') && {
          in_closed_grading_period: isClosed(date.due_at),
          can_edit: canEdit && (view.access.isAccountAdmin || !isClosed(date.due_at)),
        }),
      })),
    };
  };
};

async function closedDates(ctx: Context, { course }: LoadingView): Promise<(date: string | null) => boolean> {
  const periods = (await periodsOfCourse(ctx, course))?.periods ?? [];
  return (date) => isClosedAt(periods, date, ctx.now);
}

const overrides: Loader = async (ctx, assignments, view) => {
  if (!may(view, ...managing)) return () => ({});
  const accesses = await assignmentAccesses(ctx, view.course, assignments);
  return ({ id }) => ({ overrides: serializeOverrides(accesses.get(id)?.dates.overrides ?? []) });
};

const can_edit: Loader = async (ctx, assignments, { course }) => {
  const accesses = await assignmentAccesses(ctx, course, assignments);
  return ({ id }) => {
    const access = accesses.get(id);
    return { can_edit: access !== undefined && assignmentGrants('update', access) };
  };
};

const assignment_visibility: Loader = async (ctx, assignments, view) => {
  if (!may(view, 'read_as_admin', 'manage_grades', ...managing)) return () => ({});
  const scope = { courseId: view.course.id, assignmentIds: assignments.map(({ id }) => id) };
  const { rows } = await sql<AssignedStudent>`
    select assignment_id, user_id from ${assignedStudents(scope)} as assigned order by user_id`.execute(
    ctx.db,
  );
  const byAssignment = Map.groupBy(rows, ({ assignment_id }) => assignment_id);
  return ({ id }) => ({
    assignment_visibility: (byAssignment.get(id) ?? []).map(({ user_id }) => String(user_id)),
  });
};

const ab_guid: Loader = async () => (assignment) => ({ ab_guid: assignment.ab_guid });

/** The modules that it is in, and where in them. */
const module_ids: Loader = async (ctx, assignments) => {
  const rows = await ctx.db
    .selectFrom('module_items')
    .select(['content_id', 'context_module_id', 'position'])
    .where('type', '=', 'Assignment')
    .where('content_id', '=', anyOf(assignments.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('context_module_id')
    .orderBy('id')
    .execute();
  const byAssignment = Map.groupBy(rows, ({ content_id }) => content_id);
  return ({ id }) => {
    const places = byAssignment.get(id) ?? [];
    return {
      module_ids: places.map(({ context_module_id }) => context_module_id),
      module_positions: places.map(({ position }) => position),
    };
  };
};

export const assignmentIncludes: IncludeLoaders<Name, AssignmentRow, Partial<Assignment>, LoadingView> = {
  submission,
  assignment_visibility,
  all_dates,
  overrides,
  can_edit,
  can_submit,
  ab_guid,
  module_ids,
};
