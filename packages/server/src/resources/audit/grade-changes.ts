/** The grade change log. Easel has no grades yet, so every list is empty; who may ask, and about what, is settled. */

import { mayInAccount } from '../../domain/account-access.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { emptyPage } from '../../domain/empty-page.ts';
import { isMember } from '../../domain/membership.ts';
import { NotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { Anything, List, MapOf, Shape, type Static } from '../../http/schema.ts';
import { findCourseInAnyState } from '../courses/load.ts';
import { findUser } from '../users/load.ts';

export const GradeChanges = Shape({
  links: MapOf(Anything),
  events: List(Anything),
  linked: Shape({
    page_views: List(Anything),
    assignments: List(Anything),
    courses: List(Anything),
    users: List(Anything),
  }),
});
type GradeChanges = Static<typeof GradeChanges>;

export async function noGradeChanges(ctx: Context): Promise<GradeChanges> {
  const user = { href: null, type: 'user' };
  return {
    links: {
      'events.assignment': ctx.url('/api/v1/courses/{events.course}/assignments/{events.assignment}'),
      'events.course': ctx.url('/api/v1/courses/{events.course}'),
      'events.student': user,
      'events.grader': user,
      'events.page_view': null,
    },
    events: await emptyPage(ctx, 'bookmarks'),
    linked: { page_views: [], assignments: [], courses: [], users: [] },
  };
}

/** A course whose grades the caller sees; any other is none. */
export async function gradedCourse(ctx: Context, text: string): Promise<CourseRow> {
  const course = await findCourseInAnyState(ctx, text);
  const sees =
    (await mayInCourse(ctx, course, 'manage_grades')) || (await mayInCourse(ctx, course, 'view_all_grades'));
  if (!sees) throw new NotFound();
  return course;
}

export const demandGradeLog = (ctx: Context) =>
  demand(ctx, mayInAccount(ctx, ctx.rootAccount, 'view_grade_changes'));

/** Somebody of this institution. Throws NotFound. */
export async function memberHere(ctx: Context, text: string): Promise<User> {
  const user = await findUser(ctx, text);
  if (!(await isMember(ctx, ctx.rootAccount, user.id))) throw new NotFound();
  return user;
}
