import { accountsAround } from '../../domain/outcome-contexts.ts';
import { Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { accountsAndCourses } from '../outcome-groups/load.ts';
import { ownProficiency, proficienciesOf } from './load.ts';
import { Proficiency } from './schema.ts';

export default inContexts(accountsAndCourses, 'GET /api/v1/{context}/outcome_proficiency', {
  summary: 'The mastery scale of an account or a course: its own, or that of the nearest account above it',
  requires: { context: 'read' },
  returns: Proficiency,
  async handle({ ctx, context }) {
    const own = await ownProficiency(ctx, context);
    if (own) return { ratings: own.ratings };
    const chain = await accountsAround(ctx, context);
    const above = await proficienciesOf(ctx, chain);
    const nearest = chain.findLast((id) => above.has(id));
    if (nearest === undefined) throw new Refusal(404, { message: 'ActiveRecord::RecordNotFound' });
    return { ratings: above.get(nearest) ?? [] };
  },
});
