import { regradeCourse } from '../../domain/grading/recompute-courses-job.ts';
import { InvalidRecord, MissingParameter } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { courseContext } from '../courses/load.ts';
import { permissionsTo } from '../grading-period-sets/rules.ts';
import { ownGradingPeriod } from './load.ts';
import { GradingPeriods } from './schema.ts';
import { serializePeriod } from './serialize.ts';
import { overlapsOthers, problemsOf, savePeriod, withChanges } from './write.ts';

/** Only courses that kept periods of their own have any to change. */
export default inContexts({ courses: courseContext }, 'PUT /api/v1/{context}/grading_periods/{id}', {
  summary: 'Change a grading period that a course has for itself',
  load: { period: ownGradingPeriod('id') },
  requires: { period: 'update' },
  returns: GradingPeriods,
  async handle({ ctx, context, period: { period, set }, params }) {
    const [asked] = params.grading_periods ?? [];
    if (!asked) throw new MissingParameter('grading_periods');
    const draft = withChanges(set, asked, period);
    const problems = problemsOf(draft, await overlapsOthers(ctx, draft));
    if (problems) throw new InvalidRecord(problems, 422);
    const saved = await savePeriod(ctx, draft);
    await regradeCourse(ctx, context.id);
    return {
      grading_periods: [serializePeriod(ctx, saved, await permissionsTo(ctx, set))],
      meta: {},
    };
  },
});
