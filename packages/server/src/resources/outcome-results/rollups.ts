import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context, User } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { paginateArray } from '../../http/page.ts';
import { course } from '../courses/load.ts';
import { checkedIncludes, linkedCollections } from './linked.ts';
import { findOutcomes, onlyWithResults } from './outcomes-asked.ts';
import { paginationOf } from './pagination.ts';
import { allResults, type ResultRow } from './results.ts';
import { aggregate, type Rolled, ratingPercents, rollUp } from './rollup.ts';
import { refuseUnknown, type Sorting } from './rollup-params.ts';
import { OutcomeRollups, type Rollup, type RollupScore } from './schema.ts';
import { demandResults, findStudents, type SectionRow } from './students.ts';

export default operation('GET /api/v1/courses/{course_id}/outcome_rollups', {
  summary: 'How each student, or the course as a whole, stands with each outcome',
  load: { course: course('course_id') },
  // Whose results somebody may see depends on whose are asked for.
  requires: 'user',
  returns: OutcomeRollups,
  async handle({ ctx, course, params }) {
    await demandResults(ctx, course, params);
    const sorting = refuseUnknown(params);
    const includes = checkedIncludes(params.include, params.aggregate);
    let asked = await findOutcomes(ctx, course, params);
    const { users: all, section } = await findStudents(ctx, course, params);
    const results = await allResults(ctx, course, {
      userIds: all.map(({ id }) => id),
      outcomeIds: asked.outcomes.map(({ id }) => id),
    });
    const rolled = rollUp(results, asked.outcomes);
    const json = (scores: readonly Rolled[]) => scores.map((score) => serializeScore(score, params));

    let answer: { rollups: Rollup[]; meta?: { pagination: ReturnType<typeof paginationOf> } };
    let users: readonly User[] = all;
    if (params.aggregate) {
      const scores = aggregate(rolled.values(), params.aggregate_stat === 'median' ? 'median' : 'mean');
      answer = { rollups: [{ scores: json(scores), links: { course: String(course.id) } }] };
    } else {
      if (params.exclude?.includes('missing_outcome_results')) {
        asked = onlyWithResults(
          asked,
          new Set(results.map(({ learning_outcome_id }) => learning_outcome_id)),
        );
      }
      const wanted = params.exclude?.includes('missing_user_rollups')
        ? all.filter(({ id }) => rolled.has(id))
        : all;
      const sorted = sortedUsers(wanted, sorting, rolled, results);
      users = paginateArray(ctx, sorted);
      const enrollments = await enrollmentsOf(ctx, course, users, section);
      const rollups = users.flatMap(({ id }) =>
        (enrollments.get(id) ?? []).map(({ course_section_id, workflow_state }) => ({
          scores: json(rolled.get(id) ?? []),
          links: { user: String(id), section: String(course_section_id), status: workflow_state },
        })),
      );
      answer = { rollups, meta: { pagination: paginationOf(ctx, sorted.length) } };
    }
    if (includes.length === 0) return answer;
    const linked = await linkedCollections(ctx, includes, {
      ...asked,
      course,
      users,
      results: async () => results,
      percents: async () =>
        params.rating_percents ? ratingPercents(rolled.values(), asked.outcomes) : undefined,
      addDefaults: params.add_defaults,
    });
    return { ...answer, linked };
  },
});

/** Who has no score comes last either way. */
function sortedUsers(
  users: readonly User[],
  sorting: Sorting,
  rolled: ReadonlyMap<number, readonly Rolled[]>,
  results: readonly ResultRow[],
): readonly User[] {
  if (!sorting) return users;
  const scoreOf = ({ id }: User): number | null => {
    if ('outcomeId' in sorting) {
      return rolled.get(id)?.find(({ outcomeId }) => outcomeId === sorting.outcomeId)?.score ?? null;
    }
    return (
      results.find((one) => one.user_id === id && one.alignment_id === sorting.alignmentId)?.score ?? null
    );
  };
  const way = sorting.descending ? -1 : 1;
  const byName = (a: User, b: User) =>
    a.sortable_name_key === b.sortable_name_key
      ? a.id - b.id
      : a.sortable_name_key < b.sortable_name_key
        ? -1
        : 1;
  const scores = new Map(users.map((user) => [user.id, scoreOf(user)]));
  return users.toSorted((a, b) => {
    const [one, other] = [scores.get(a.id) ?? null, scores.get(b.id) ?? null];
    if (one === null || other === null) {
      return one === other ? way * byName(a, b) : one === null ? 1 : -1;
    }
    return way * (one - other || byName(a, b));
  });
}

/** A student stands once for each of his enrollments, in the one section where that is asked for. */
async function enrollmentsOf(
  ctx: Context,
  course: CourseRow,
  users: readonly User[],
  section: SectionRow | undefined,
) {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['user_id', 'course_section_id', 'workflow_state'])
    .where('course_id', '=', course.id)
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', '<>', 'deleted')
    .where('user_id', '=', anyOf(users.map(({ id }) => id)))
    .$if(section !== undefined, (query) => query.where('course_section_id', '=', (section as SectionRow).id))
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ user_id }) => user_id);
}

function serializeScore(
  { outcomeId, results, score, title, submitted_at, count, hide_points }: Rolled,
  { contributing_scores }: Params<'GET /api/v1/courses/{course_id}/outcome_rollups'>,
): RollupScore {
  return {
    score,
    title,
    submitted_at,
    count,
    hide_points,
    links: {
      outcome: String(outcomeId),
      ...(contributing_scores && {
        contributing_scores: results.map((result) => ({
          association_id: result.association_id,
          association_type: result.association_type,
          title: result.title,
          score: result.score,
        })),
      }),
    },
  };
}
