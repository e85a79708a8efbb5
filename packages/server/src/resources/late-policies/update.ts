import { enforceLatePolicy, latePolicyOf } from '../../domain/grading/course-policies.ts';
import { NotFound } from '../../errors.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { changesGrades, policyColumns } from './write.ts';

export default operation('PATCH /api/v1/courses/{id}/late_policy', {
  summary: 'Change the late policy of a course',
  load: { course: course('id') },
  requires: { course: 'manage_grades' },
  returns: NoContent,
  async handle({ ctx, course, params }) {
    const policy = await latePolicyOf(ctx, course.id);
    if (!policy) throw new NotFound();
    const columns = policyColumns(params, policy);
    await ctx.db
      .updateTable('late_policies')
      .set({ ...columns, updated_at: ctx.now })
      .where('id', '=', policy.id)
      .execute();
    if (changesGrades(policy, columns)) await enforceLatePolicy(ctx, course);
    return noContent();
  },
});
