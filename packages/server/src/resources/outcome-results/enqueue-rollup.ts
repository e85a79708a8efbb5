import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { findCourse } from '../courses/load.ts';
import { demandResults } from './students.ts';

/**
 * Rollups are reckoned whenever they are read, so there is nothing to do ahead; Canvas without its stored rollups
 * (outcomes_rollup_propagation, off at first) answers the same.
 */
export default operation('POST /api/v1/enqueue_outcome_rollup_calculation', {
  summary: 'Have the rollups of a course reckoned anew',
  // Which course is a parameter.
  requires: 'user',
  returns: Anything,
  async handle({ ctx, params }) {
    const course = await findCourse(ctx, params.course_id ?? '');
    await demandResults(ctx, course, {});
    return new Reply(204, null);
  },
});
