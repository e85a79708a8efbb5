import { sql } from 'kysely';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { List, Shape, Text } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { assignment } from './load.ts';

export default operation(
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/users/{user_id}/group_members',
  {
    summary: 'With whom a student works on an assignment; alone where he is in no group',
    load: { course: course('course_id'), assignment: assignment('assignment_id') },
    requires: { assignment: 'read' },
    returns: List(Shape({ id: Text, name: Text })),
    async handle({ ctx, assignment, path }) {
      const student = await findStudent(ctx, assignment, path.user_id);
      const members = await fellows(ctx, assignment, student.id);
      return (members.length > 0 ? members : [student]).map(({ id, name }) => ({ id: String(id), name }));
    },
  },
);

async function findStudent(ctx: Context, { course_id }: AssignmentRow, text: string) {
  const student = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', '=', parseNumber(text) ?? 0)
    .where(isStudentOf(course_id))
    .executeTakeFirst();
  if (!student) throw new NotFound();
  return student;
}

const isStudentOf = (courseId: number) => sql<boolean>`exists (select 1 from enrollments
  where enrollments.user_id = users.id and enrollments.course_id = ${courseId}
    and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
    and enrollments.workflow_state not in ('rejected', 'completed', 'deleted', 'inactive'))`;

/** The members of his group in the assignment's set, himself among them. */
async function fellows(ctx: Context, { course_id, group_category_id }: AssignmentRow, userId: number) {
  if (group_category_id === null) return [];
  return await ctx.db
    .selectFrom('users')
    .innerJoin('group_memberships', 'group_memberships.user_id', 'users.id')
    .select(['users.id', 'users.name'])
    .where('group_memberships.workflow_state', '=', 'accepted')
    .where(isStudentOf(course_id))
    .where(
      sql<boolean>`group_memberships.group_id in (select own.group_id from group_memberships own
        join groups on groups.id = own.group_id where own.user_id = ${userId} and own.workflow_state = 'accepted'
          and groups.group_category_id = ${group_category_id} and groups.workflow_state <> 'deleted')`,
    )
    .orderBy('users.id')
    .execute();
}
