/**
 * Outcome Results: https://canvas.instructure.com/doc/api/outcome_results.html
 *
 * Results are written by whoever assesses (domain/outcome-results.ts). There are no quizzes, and no rubrics among what is
 * aligned, yet.
 */
import contributingScores from './contributing-scores.ts';
import enqueueRollup from './enqueue-rollup.ts';
import list from './list.ts';
import order from './order.ts';
import rollups from './rollups.ts';

export default [list, order, rollups, contributingScores, enqueueRollup];
