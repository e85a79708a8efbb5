import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { anonymizedAssignments } from '../../domain/submission-anonymity.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { paginate, type SortKey } from '../../http/page.ts';
import { Either, List, Nullable, Shape, Text } from '../../http/schema.ts';
import { DisplayUser, displayUser } from '../users/display.ts';
import { gradebook, gradedAssignment } from './load.ts';

const AnonymousUser = Shape({ anonymous_id: Text, avatar_image_url: Nullable(Text), display_name: Text });

export default operation('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/gradeable_students', {
  summary: 'Whom one can grade on an assignment',
  load: { context: gradebook('course_id'), assignment: gradedAssignment('assignment_id') },
  requires: { context: ['manage_grades', 'view_all_grades'] },
  returns: List(Either(DisplayUser, AnonymousUser)),
  async handle({ ctx, context: { course }, assignment, params }) {
    // Nobody moderates: grades of several graders aren't kept apart.
    if (params.include?.includes('provisional_grades')) throw new Unauthorized();
    const anonymous =
      params.allow_new_anonymous_id === true && (await anonymizedAssignments(ctx, [assignment])).size > 0;
    const access = await courseAccess(ctx, course);
    const students = studentIds(access, { courseId: course.id, sectionId: null, scope: 'gradeable' });
    const query = ctx.db
      .selectFrom('submissions')
      .innerJoin('users', 'users.id', 'submissions.user_id')
      .select(['submissions.user_id', 'submissions.anonymous_id'])
      .where('submissions.assignment_id', '=', assignment.id)
      .where('submissions.workflow_state', '<>', 'deleted')
      .where(sql<boolean>`submissions.user_id in ${students}`);
    const rows = await paginate(ctx, query, {
      key: 'submissions.user_id',
      order: orderBy(params, anonymous),
      kind: 'total',
    });
    if (anonymous) {
      return rows.map(({ anonymous_id }) => ({
        anonymous_id,
        avatar_image_url: ctx.url('/images/messages/avatar-50.png'),
        display_name: 'Anonymous Student',
      }));
    }
    const users = await ctx.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', anyOf(rows.map(({ user_id }) => user_id)))
      .execute();
    const byId = new Map(users.map((user) => [user.id, user]));
    return rows.flatMap(({ user_id }) => {
      const user = byId.get(user_id);
      return user ? [displayUser(ctx, user, `/courses/${course.id}`)] : [];
    });
  },
});

function orderBy(
  { sort, order }: { sort?: string | null; order?: string | null },
  anonymous: boolean,
): SortKey[] {
  const direction = sort === 'name' && order?.toLowerCase() === 'desc' ? 'desc' : 'asc';
  // Names would tell in which order the anonymous stand.
  if (anonymous) return [{ by: sql`submissions.anonymous_id collate "C"`, direction }];
  return sort === 'name' ? [{ by: 'users.sortable_name_key', direction }] : [];
}
