import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { addFavorites } from './queries.ts';
import { Favorite } from './schema.ts';

export default operation('POST /api/v1/users/self/favorites/courses/{id}', {
  summary: 'Make a course a favorite of mine',
  load: { course: courseInAnyState('id') },
  requires: 'user',
  returns: Favorite,
  async handle({ ctx, course }) {
    await addFavorites(ctx, 'Course', [course.id]);
    return { context_id: course.id, context_type: 'Course' };
  },
});
