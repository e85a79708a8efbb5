import { mayInAccount } from '../../domain/account-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import type { PeriodSetRow } from '../../domain/grading/periods.ts';
import { regradeCourse, regradeTerms } from '../../domain/grading/recompute-courses-job.ts';
import { NotFound, onlyNotFound, Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { findSet } from '../grading-period-sets/load.ts';
import { permissionsTo } from '../grading-period-sets/rules.ts';
import { periodsAsked, savePeriods } from './batch.ts';
import { GradingPeriods } from './schema.ts';
import { pageOfPeriods, serializePeriod } from './serialize.ts';
import { type AskedPeriod, termsOf } from './write.ts';

const ofSet = operation('PATCH /api/v1/grading_period_sets/{set_id}/grading_periods/batch_update', {
  summary: 'Make and change grading periods of a set',
  requires: 'user',
  returns: GradingPeriods,
  handle: ({ ctx, path, params }) => batchInSet(ctx, path.set_id, params.grading_periods),
});

/** Whoever names a set means that one, in a course too. */
const ofCourse = operation('PATCH /api/v1/courses/{course_id}/grading_periods/batch_update', {
  summary: 'Change the grading periods that a course has for itself, or those of a set',
  load: { course: course('course_id') },
  requires: 'user',
  returns: GradingPeriods,
  async handle({ ctx, course, params: { set_id, grading_periods } }) {
    if (set_id) return await batchInSet(ctx, set_id, grading_periods);
    await demand(ctx, mayInCourse(ctx, course, 'manage_grades'));
    const asked = periodsAsked(grading_periods);
    const set = await ctx.db
      .selectFrom('grading_period_groups')
      .selectAll()
      .where('course_id', '=', course.id)
      .where('workflow_state', '=', 'active')
      .executeTakeFirst();
    if (!set) throw asked.some(({ id }) => id) ? new NotFound() : new Unauthorized();
    const saved = await savePeriods(ctx, set, asked);
    await regradeCourse(ctx, course.id);
    const permissions = await permissionsTo(ctx, set);
    return pageOfPeriods(ctx, saved, () => permissions);
  },
});

export default [ofCourse, ofSet];

async function batchInSet(
  ctx: Context,
  setId: string,
  asked: readonly AskedPeriod[] | undefined,
): Promise<GradingPeriods> {
  const set = await findInstitutionSet(ctx, setId);
  await demand(ctx, mayInAccount(ctx, ctx.rootAccount, 'manage_grades'));
  const saved = await savePeriods(ctx, set, periodsAsked(asked));
  await regradeTerms(ctx, await termsOf(ctx, set));
  const permissions = await permissionsTo(ctx, set);
  return { grading_periods: saved.map((period) => serializePeriod(ctx, period, permissions)) };
}

async function findInstitutionSet(ctx: Context, setId: string): Promise<PeriodSetRow> {
  const set = await findSet(ctx, setId).catch(onlyNotFound);
  if (!set) throw new Refusal(404, { message: 'Page not found' });
  return set;
}
