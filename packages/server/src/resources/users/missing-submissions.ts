import { emptyPage } from '../../domain/empty-page.ts';
import { onlyNotFound, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { findCourse } from '../courses/load.ts';
import { findUser, user } from './load.ts';

export default operation('GET /api/v1/users/{user_id}/missing_submissions', {
  summary: 'The assignments that are past due and not handed in',
  load: { user: user('user_id') },
  requires: { user: 'read' },
  returns: List(Anything),
  async handle({ ctx, params: { observed_user_id, course_ids = [] } }) {
    if (observed_user_id !== undefined) await refuseUnlessObserved(ctx, observed_user_id ?? '', course_ids);
    // No course has assignments yet, so none is missing.
    return await emptyPage(ctx, 'total');
  },
});

/** The caller must observe that user in every course that he names, and name at least one. */
async function refuseUnlessObserved(ctx: Context, userId: string, courseIds: readonly string[]) {
  const found = await Promise.all(courseIds.map((id) => findCourse(ctx, id).catch(onlyNotFound)));
  const asked = new Set(found.flatMap((course) => (course ? [course.id] : [])));
  if (asked.size === 0) throw new Unauthorized();
  const observed = await findUser(ctx, userId);
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select('course_id')
    .where('user_id', '=', ctx.me.id)
    .where('type', '=', 'ObserverEnrollment')
    .where('associated_user_id', '=', observed.id)
    .where('workflow_state', '=', 'active')
    .execute();
  if (!asked.isSubsetOf(new Set(rows.map(({ course_id }) => course_id)))) throw new Unauthorized();
}
