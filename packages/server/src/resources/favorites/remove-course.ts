import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { courseInAnyState } from '../courses/load.ts';
import { menuCourses } from './menu-courses.ts';
import { addFavorites } from './queries.ts';
import { Favorite } from './schema.ts';

export default operation('DELETE /api/v1/users/self/favorites/courses/{id}', {
  summary: 'Take a course out of my favorites',
  load: { course: courseInAnyState('id') },
  requires: 'user',
  returns: Favorite,
  async handle({ ctx, course }) {
    await chooseWhatIsShown(ctx);
    const removed = await ctx.db
      .deleteFrom('favorites')
      .where('user_id', '=', ctx.me.id)
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .returning(['context_id', 'context_type'])
      .executeTakeFirst();
    return removed ?? {};
  },
});

/** Whoever never chose takes a course out of those that he is shown: the others become his choice. */
async function chooseWhatIsShown(ctx: Context): Promise<void> {
  const some = await ctx.db
    .selectFrom('favorites')
    .select('context_id')
    .where('user_id', '=', ctx.me.id)
    .limit(1)
    .executeTakeFirst();
  if (some) return;
  const shown = await menuCourses(ctx);
  await addFavorites(
    ctx,
    'Course',
    shown.map(({ course }) => course.id),
  );
}
