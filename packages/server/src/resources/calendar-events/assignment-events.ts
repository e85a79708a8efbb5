/** Assignments as events: on the due date of a student, on each date that staff may know of. */

import { anyOf } from '../../db/any-of.ts';
import { type AssignmentRow, courseOf } from '../../domain/assignment-access.ts';
import type { Override } from '../../domain/assignment-dates.ts';
import { callersZone } from '../../domain/callers-zone.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { wholeDay } from '../../domain/fancy-midnight.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeOverride } from '../assignment-overrides/serialize.ts';
import { serializeAssignments } from '../assignments/serialize.ts';
import { courseName } from './calendar-name.ts';
import { AssignmentEvent } from './schema.ts';

/** One row of a list. */
export interface DatedAssignment {
  assignment: AssignmentRow;
  course: CourseRow;
  due_at: string | null;
  /** Those that give the date. */
  overrides: readonly Override[];
}

export interface AssignmentEventView {
  excludes?: readonly string[] | undefined;
  include?: readonly string[] | undefined;
}

export async function serializeAssignmentEvents(
  ctx: Context,
  rows: readonly DatedAssignment[],
  { excludes = [], include = [] }: AssignmentEventView = {},
): Promise<AssignmentEvent[]> {
  const courses = [...new Map(rows.map(({ course }) => [course.id, course])).values()];
  const nameOf = await courseName(ctx, courses);
  const zone = callersZone(ctx);
  const jsons = new Map<number, Awaited<ReturnType<typeof serializeAssignments>>[number]>();
  for (const course of excludes.includes('assignment') ? [] : courses) {
    const unique = new Map(
      rows.flatMap(({ assignment }) =>
        assignment.course_id === course.id ? [[assignment.id, assignment]] : [],
      ),
    );
    const view = { include: include.filter((name) => name === 'submission'), overrideDates: false };
    for (const json of await serializeAssignments(ctx, course, [...unique.values()], view))
      jsons.set(json.id, json);
  }
  const submitted = await submittedByCaller(ctx, [...jsons.keys()]);
  return rows.map(({ assignment, course, due_at, overrides }) => {
    const json = jsons.get(assignment.id);
    return inOrderOf(AssignmentEvent, {
      title: assignment.name,
      ...(!excludes.includes('description') && { description: described(ctx, assignment) }),
      submission_types: assignment.submission_types.join(','),
      workflow_state: assignment.workflow_state,
      created_at: assignment.created_at,
      updated_at: assignment.updated_at,
      ...wholeDay(due_at, zone),
      id: `assignment_${assignment.id}`,
      type: 'assignment',
      ...(json && {
        assignment: { ...json, ...(ctx.user && { user_submitted: submitted.has(assignment.id) }) },
      }),
      html_url: ctx.url(`/courses/${course.id}/assignments/${assignment.id}`),
      context_code: `course_${course.id}`,
      context_name: nameOf(course),
      context_color: course.course_color,
      end_at: due_at,
      start_at: due_at,
      url: ctx.url(`/api/v1/calendar_events/assignment_${assignment.id}`),
      ...(overrides.length > 0 && { assignment_overrides: overrides.map(serializeOverride) }),
      important_dates: assignment.important_dates,
    });
  });
}

const described = (ctx: Context, { description }: AssignmentRow): string | null =>
  description && withAbsoluteLinks(description, (path) => ctx.url(path));

async function submittedByCaller(ctx: Context, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (!ctx.user || ids.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('submissions')
    .select('assignment_id')
    .where('user_id', '=', ctx.user.id)
    .where('assignment_id', '=', anyOf(ids))
    .where('submission_type', 'is not', null)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return new Set(rows.map(({ assignment_id }) => assignment_id));
}

/** By itself it stands on its own date. */
export async function serializeAssignmentEvent(
  ctx: Context,
  assignment: AssignmentRow,
): Promise<AssignmentEvent> {
  const course = await courseOf(ctx, assignment);
  const row = { assignment, course, due_at: assignment.due_at, overrides: [] };
  const [json] = await serializeAssignmentEvents(ctx, [row]);
  return json as AssignmentEvent;
}
