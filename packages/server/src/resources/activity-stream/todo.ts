/** What somebody has to grade, and what he has to hand in. Source: todo_items of Canvas's users controller. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { gradingBacklog } from '../../domain/assignment-work-facts.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { paginate } from '../../http/page.ts';
import { Count, Id, OneOf, Optional, Shape, type Static, Text } from '../../http/schema.ts';
import { Assignment } from '../assignments/schema.ts';
import { serializeAssignments } from '../assignments/serialize.ts';

export const TodoItem = Shape({
  context_type: Text,
  course_id: Id,
  context_name: Text,
  type: OneOf('grading', 'submitting'),
  ignore: Text,
  ignore_permanently: Text,
  assignment: Assignment,
  html_url: Text,
  needs_grading_count: Optional(Count),
});
export type TodoItem = Static<typeof TodoItem>;

interface Todo {
  assignment_id: number;
  type: TodoItem['type'];
  /** Grading stands before submitting. */
  rank: number;
  count: number;
}

/** How much of each there is, everywhere. */
export async function countTodo(ctx: Context) {
  const courses = await myCourses(ctx);
  const [grading, submitting] = await Promise.all([toGrade(ctx, courses), toSubmit(ctx, courses)]);
  return {
    needs_grading_count: grading.reduce((sum, { count }) => sum + count, 0),
    assignments_needing_submitting: submitting.length,
  };
}

/** A page of it, in all of one's courses or in one of them. */
export async function listTodo(ctx: Context, only?: CourseRow): Promise<TodoItem[]> {
  const courses = (await myCourses(ctx)).filter(({ id }) => only === undefined || id === only.id);
  const todo = [...(await toGrade(ctx, courses)), ...(await toSubmit(ctx, courses))];
  const listed = sql<Todo>`(select * from jsonb_to_recordset(${JSON.stringify(todo)}::jsonb)
    as item(assignment_id bigint, type text, rank integer, count integer))`.as('todo');
  const rows = await paginate(
    ctx,
    ctx.db
      .selectFrom(listed)
      .innerJoin('assignments', 'assignments.id', 'todo.assignment_id')
      .selectAll('assignments')
      .select(['todo.type', 'todo.count']),
    {
      key: 'assignments.id',
      order: [
        { by: sql`todo.rank` },
        { by: sql`coalesce(assignments.due_at, '9999-12-31T00:00:00Z'::timestamptz)` },
      ],
      kind: 'bookmarks',
    },
  );
  const json = await assignmentsOf(ctx, courses, rows);
  return rows.map((row) => itemOf(ctx, courses, row, json.get(row.id) as Assignment));
}

type Listed = AssignmentRow & Pick<Todo, 'type' | 'count'>;

function itemOf(ctx: Context, courses: readonly CourseRow[], row: Listed, assignment: Assignment): TodoItem {
  const { id, course_id, type, count } = row;
  const ignore = ctx.url(`/api/v1/users/self/todo/assignment_${id}/${type}?permanent=`);
  return {
    context_type: 'Course',
    course_id,
    context_name: courses.find((course) => course.id === course_id)?.name ?? '',
    type,
    ignore: `${ignore}0`,
    ignore_permanently: `${ignore}1`,
    assignment,
    html_url:
      type === 'grading'
        ? ctx.url(`/courses/${course_id}/gradebook/speed_grader?assignment_id=${id}`)
        : ctx.url(`/courses/${course_id}/assignments/${id}#submit`),
    ...(type === 'grading' && { needs_grading_count: count }),
  };
}

async function assignmentsOf(ctx: Context, courses: readonly CourseRow[], rows: readonly AssignmentRow[]) {
  const found = new Map<number, Assignment>();
  for (const [courseId, list] of Map.groupBy(rows, ({ course_id }) => course_id)) {
    const course = courses.find(({ id }) => id === courseId) as CourseRow;
    for (const json of await serializeAssignments(ctx, course, list)) found.set(json.id, json);
  }
  return found;
}

/** Published ones in which the caller is at work. */
async function myCourses(ctx: Context): Promise<CourseRow[]> {
  return await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('workflow_state', '=', 'available')
    .where(
      sql<SqlBool>`exists (select 1 from enrollments where enrollments.course_id = courses.id
        and enrollments.user_id = ${ctx.me.id} and enrollments.workflow_state = 'active')`,
    )
    .orderBy('id')
    .execute();
}

async function toGrade(ctx: Context, courses: readonly CourseRow[]): Promise<Todo[]> {
  const backlog = await gradingBacklog(ctx, await courseAccesses(ctx, courses));
  return [...backlog].map(([assignment_id, count]) => ({ assignment_id, type: 'grading', rank: 0, count }));
}

/** Due within a week or since four, neither handed in nor excused, and open. */
async function toSubmit(ctx: Context, courses: readonly CourseRow[]): Promise<Todo[]> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .innerJoin('submissions', 'submissions.assignment_id', 'assignments.id')
    .select('assignments.id')
    .where('submissions.user_id', '=', ctx.me.id)
    .where('assignments.course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('assignments.workflow_state', '=', 'published')
    .where(isDue(ctx.now))
    .where(
      sql<SqlBool>`exists (select 1 from enrollments where enrollments.user_id = submissions.user_id
        and enrollments.course_id = submissions.course_id and enrollments.workflow_state = 'active'
        and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment'))`,
    )
    .execute();
  return rows.map(({ id }) => ({ assignment_id: id, type: 'submitting', rank: 1, count: 0 }));
}

const isDue = (now: string): RawBuilder<SqlBool> => sql<SqlBool>`(submissions.workflow_state <> 'deleted'
  and submissions.submission_type is null and not submissions.excused
  and submissions.cached_due_date between ${now}::timestamptz - interval '4 weeks' and ${now}::timestamptz + interval '1 week'
  and (submissions.cached_due_date > ${now} or array_to_string(assignments.submission_types, ',')
    not in ('', 'on_paper', 'external_tool', 'none', 'not_graded', 'wiki_page'))
  and (assignments.unlock_at is null or assignments.unlock_at < ${now})
  and (assignments.lock_at is null or assignments.lock_at > ${now}))`;
