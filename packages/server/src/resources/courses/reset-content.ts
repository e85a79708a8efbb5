import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type CourseRow, forgetCourseAccess } from '../../domain/course-access.ts';
import { randomToken } from '../../domain/random-token.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from './load.ts';
import { Course } from './schema.ts';
import { serializeCourse } from './serialize.ts';
import { moveCourse } from './states.ts';

export default operation('POST /api/v1/courses/{course_id}/reset_content', {
  summary: 'Put an empty course in the place of a course, with its people and sections',
  load: { course: course('course_id') },
  requires: { course: 'reset_content' },
  returns: Course,
  async handle({ ctx, course }) {
    if (course.blueprint || course.template) {
      throw new Refusal(400, { message: 'cannot reset_content on a blueprint or template course' });
    }
    await giveUpNames(ctx, course);
    const fresh = await insertSuccessor(ctx, course);
    await movePeople(ctx, course, fresh);
    await moveCourse(ctx, course, 'delete');
    forgetCourseAccess(ctx);
    return await serializeCourse(ctx, fresh);
  },
});

/** What only one course can be called goes over to the successor. */
async function giveUpNames(ctx: Context, { id }: CourseRow): Promise<void> {
  await ctx.db
    .updateTable('courses')
    .set({
      uuid: randomToken(40),
      sis_course_id: null,
      integration_id: null,
      sis_import_id: null,
      self_enrollment: false,
      self_enrollment_code: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Columns that say what is in a course, or that a new course has its own of. */
const notInherited = new Set<string>([
  'id',
  'deleted_at',
  'syllabus_body',
  'default_view',
  'tab_configuration',
  'grading_standard_id',
  'grading_standard_enabled',
]);

/** The same course but for its content, and unpublished. */
async function insertSuccessor(ctx: Context, course: CourseRow): Promise<CourseRow> {
  const own = {
    uuid: course.uuid,
    sis_course_id: course.sis_course_id,
    integration_id: course.integration_id,
    sis_import_id: course.sis_import_id,
    self_enrollment: course.self_enrollment,
    self_enrollment_code: course.self_enrollment_code,
    lti_context_id: randomUUID(),
    workflow_state: (await hasStaff(ctx, course)) ? 'claimed' : 'created',
    created_at: ctx.now,
    updated_at: ctx.now,
  };
  const columns = Object.keys(course).filter((name) => !notInherited.has(name));
  const values = columns.map((name) =>
    Object.hasOwn(own, name) ? sql`${own[name as keyof typeof own]}` : sql.ref(name),
  );
  const { rows } = await sql<CourseRow>`
    insert into courses (${sql.join(columns.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from courses where id = ${course.id}
    returning *`.execute(ctx.db);
  return rows[0] as CourseRow;
}

async function hasStaff(ctx: Context, { id }: CourseRow): Promise<boolean> {
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('course_id', '=', id)
    .where('type', 'in', ['TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'])
    .where('workflow_state', 'in', ['active', 'invited'])
    .limit(1)
    .executeTakeFirst();
  return enrollment !== undefined;
}

/** Those who have left the course as well. */
async function movePeople(ctx: Context, from: CourseRow, to: CourseRow): Promise<void> {
  for (const table of ['course_sections', 'enrollments'] as const) {
    await ctx.db
      .updateTable(table)
      .set({ course_id: to.id, updated_at: ctx.now })
      .where('course_id', '=', from.id)
      .execute();
  }
  await ctx.db
    .updateTable('favorites')
    .set({ context_id: to.id })
    .where('context_type', '=', 'Course')
    .where('context_id', '=', from.id)
    .execute();
}
