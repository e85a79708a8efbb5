import type { JsonValue } from '../../db/json-columns.ts';
import { rejection } from '../../domain/outcome-grades.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { findOutcomes } from './outcomes-asked.ts';
import { demandResults } from './students.ts';

export default operation('POST /api/v1/courses/{course_id}/assign_outcome_order', {
  summary: "Put a course's outcomes into an order of one's own",
  load: { course: course('course_id') },
  // Refused in the words of this page.
  requires: 'user',
  returns: Anything,
  async handle({ ctx, course, params }) {
    await demandResults(ctx, course, {});
    const entries = positions(params._json ?? null);
    const { outcomes } = await findOutcomes(ctx, course, {});
    const known = new Set(outcomes.map(({ id }) => id));
    if (entries.some(({ learning_outcome_id }) => !known.has(learning_outcome_id))) {
      throw rejection('Outcomes do not belong to Course');
    }
    const own = { user_id: ctx.me.id, course_id: course.id };
    await ctx.db
      .deleteFrom('user_outcome_orderings')
      .where('user_id', '=', own.user_id)
      .where('course_id', '=', own.course_id)
      .execute();
    if (entries.length > 0) {
      await ctx.db
        .insertInto('user_outcome_orderings')
        .values(entries.map((entry) => ({ ...own, ...entry })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return new Reply(204, null);
  },
});

/** `[{"outcome_id": 1, "position": 0}, …]`. Throws a rejection for anything else, which Canvas fails on. */
function positions(body: JsonValue): { learning_outcome_id: number; position: number }[] {
  const isList = Array.isArray(body) ? body : undefined;
  const entries = (isList ?? []).map((entry) => {
    const { outcome_id, position } = (entry ?? {}) as Record<string, JsonValue>;
    return { learning_outcome_id: Number(outcome_id), position: Number(position) };
  });
  const isSound = ({ learning_outcome_id, position }: (typeof entries)[number]) =>
    Number.isSafeInteger(learning_outcome_id) && Number.isInteger(position) && Math.abs(position) <= INT4_MAX;
  if (!isList || !entries.every(isSound)) {
    throw rejection('the body must be a list of {"outcome_id": integer, "position": integer}');
  }
  return entries;
}
