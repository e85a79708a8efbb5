import { type SqlBool, sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { User } from '../users/schema.ts';
import { serializeUsers } from '../users/serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/content_share_users', {
  summary:
    'The people with whom content of a course can be shared: staff and administrators of the institution',
  load: { course: course('course_id') },
  // Canvas looks at the search term first.
  requires: 'public',
  returns: List(User),
  async handle({ ctx, course, params: { search_term } }) {
    if (search_term === undefined || search_term === null) {
      throw new Refusal(400, { errors: [{ message: 'Search term required' }] });
    }
    await demand(ctx, mayInCourse(ctx, course, 'read_as_admin'));
    const users = await paginate(
      ctx,
      ctx.db
        .selectFrom('users')
        .selectAll('users')
        .where('users.workflow_state', 'not in', ['creation_pending', 'deleted'])
        .where(called(search_term))
        .where(worksIn(course.root_account_id)),
      { key: 'users.id', kind: 'total', order: [{ by: sql`lower(users.name) collate "C"` }] },
    );
    return await serializeUsers(ctx, users, {
      context: { course },
      includes: ['avatar_url', 'email'],
      excludes: ['login'],
    });
  },
});

function called(term: string) {
  const pattern = containing(term);
  return sql<SqlBool>`(users.name ilike ${pattern} or exists (select 1 from communication_channels
    where communication_channels.user_id = users.id and type = 'email' and workflow_state <> 'retired'
      and address ilike ${pattern}))`;
}

/** Staff of any course, administrators, and whoever has an account role that edits content. */
const worksIn = (rootAccountId: number) => sql<SqlBool>`(
  exists (select 1 from enrollments join courses on courses.id = enrollments.course_id
    where enrollments.user_id = users.id and enrollments.workflow_state <> 'deleted'
      and enrollments.type in ('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment')
      and courses.workflow_state <> 'deleted' and courses.root_account_id = ${rootAccountId})
  or exists (select 1 from account_users
    join accounts on accounts.id = account_users.account_id join roles on roles.id = account_users.role_id
    where account_users.user_id = users.id and account_users.workflow_state = 'active'
      and accounts.workflow_state = 'active' and accounts.root_account_id = ${rootAccountId}
      and (roles.base_role_type = 'AccountAdmin' or exists (select 1 from role_overrides
        where role_overrides.role_id = roles.id and role_overrides.enabled
          and role_overrides.permission like 'manage\\_course\\_content\\_%'))))`;
