import { enforceLatePolicy } from '../../domain/grading/course-policies.ts';
import { Refusal } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { LatePolicy } from './schema.ts';
import { serializeLatePolicy } from './serialize.ts';
import { changesGrades, policyColumns } from './write.ts';

const ONLY_ONE = {
  status: 'bad_request',
  errors: [{ message: 'only one late policy per course is allowed' }],
};

export default operation('POST /api/v1/courses/{id}/late_policy', {
  summary: 'Give a course a late policy',
  load: { course: course('id') },
  requires: { course: 'manage_grades' },
  returns: LatePolicy,
  async handle({ ctx, course, params }) {
    const columns = policyColumns(params);
    const policy = await ctx.db
      .insertInto('late_policies')
      .values({ ...columns, course_id: course.id, created_at: ctx.now, updated_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!policy) throw new Refusal(400, ONLY_ONE);
    if (changesGrades(undefined, columns)) await enforceLatePolicy(ctx, course);
    return new Reply(201, serializeLatePolicy(policy));
  },
});
