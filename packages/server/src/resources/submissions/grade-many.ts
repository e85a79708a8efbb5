import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { type GradeData, gradeManyJob } from './grade-many-job.ts';
import { type Gradebook, gradebooks, gradedAssignment } from './load.ts';

type OfStudents = Readonly<Record<string, GradeData>>;

const refuseNothing = (data: object | undefined): void => {
  if (!data || Object.keys(data).length === 0) {
    throw new Refusal(400, { error: "'grade_data' parameter required" });
  }
};

async function begin(
  ctx: Context,
  { course, sectionId }: Gradebook,
  work: readonly (readonly [assignmentId: number, students: OfStudents])[],
) {
  const left = work.map(([assignment_id, students]) => ({
    assignment_id,
    students: Object.entries(students),
  }));
  const total = left.reduce((sum, { students }) => sum + students.length, 0);
  const progress = await enqueue(
    ctx,
    gradeManyJob,
    { course_id: course.id, section_id: sectionId, left, missing: [], unpublished: [], done: 0, total },
    { progress: { context: { type: 'Course', id: course.id }, tag: 'submissions_update' } },
  );
  return serializeProgress(ctx, progress);
}

export const gradeAssignment = inContexts(
  gradebooks,
  'POST /api/v1/{context}/assignments/{assignment_id}/submissions/update_grades',
  {
    summary: 'Grade many students on one assignment in the background',
    load: { assignment: gradedAssignment('assignment_id') },
    requires: 'user',
    returns: Progress,
    async handle({ ctx, context, assignment, params: { grade_data } }) {
      refuseNothing(grade_data);
      await demandGrading(ctx, context, [assignment]);
      return await begin(ctx, context, [[assignment.id, grade_data as OfStudents]]);
    },
  },
);

export const gradeAssignments = inContexts(gradebooks, 'POST /api/v1/{context}/submissions/update_grades', {
  summary: 'Grade many students on many assignments in the background',
  requires: 'user',
  returns: Progress,
  async handle({ ctx, context, params: { grade_data } }) {
    refuseNothing(grade_data);
    const given = Object.entries((grade_data ?? {}) as Record<string, OfStudents>);
    const assignments = await namedAssignments(
      ctx,
      context,
      given.map(([name]) => name),
    );
    await demandGrading(ctx, context, [...assignments.values()]);
    const unknown = given.map(([name]) => name).filter((name) => !assignments.has(name));
    if (unknown.length > 0) {
      throw new Refusal(400, { error: `Some assignments could not be found: ( ${unknown.join(', ')} )` });
    }
    const work = given.map(
      ([name, students]) => [(assignments.get(name) as AssignmentRow).id, students] as const,
    );
    return await begin(ctx, context, work);
  },
});

/** All of them published, and the caller somebody who grades. */
async function demandGrading(ctx: Context, { course }: Gradebook, assignments: readonly AssignmentRow[]) {
  const published = assignments.every(({ workflow_state }) => workflow_state === 'published');
  if (!published || !(await mayInCourse(ctx, course, 'manage_grades'))) throw new Unauthorized();
}

/** By id or `sis_assignment_id:…`, as they are named. */
async function namedAssignments(
  ctx: Context,
  { course }: Gradebook,
  names: readonly string[],
): Promise<Map<string, AssignmentRow>> {
  const prefix = 'sis_assignment_id:';
  const sisIds = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const ids = names.flatMap((name) => parseNumber(name) ?? []);
  const rows = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .where((eb) =>
      eb.or([
        eb('id', '=', anyOf(ids)),
        ...(sisIds.length > 0 ? [eb('sis_assignment_id', 'in', sisIds)] : []),
      ]),
    )
    .execute();
  const byName = new Map(rows.map((row) => [String(row.id), row]));
  const bySis = new Map(rows.map((row) => [`${prefix}${row.sis_assignment_id}`, row]));
  return new Map(
    names.flatMap((name) => {
      const row = byName.get(name.trim()) ?? bySis.get(name);
      return row ? [[name, row] as const] : [];
    }),
  );
}
