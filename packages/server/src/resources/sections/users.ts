import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../../db/tables/index.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { usersMatching } from '../../domain/user-search.ts';
import { enrollmentsVisibleTo } from '../../domain/visible-enrollments.ts';
import { Refusal } from '../../errors.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { User } from '../users/schema.ts';
import { serializeUsers } from '../users/serialize.ts';
import { type SectionInCourse, section } from './load.ts';

type UsersParams = Params<'GET /api/v1/sections/{id}/users'>;

export default operation('GET /api/v1/sections/{id}/users', {
  summary: 'The people in a section',
  load: { section: section('id') },
  requires: { section: 'read' },
  returns: List(User),
  async handle({ ctx, section, params }) {
    const users = await paginate(ctx, await usersOf(ctx, section, params), {
      key: 'users.id',
      kind: 'bookmarks',
      order: [{ by: 'users.sortable_name_key' }],
    });
    return await serializeUsers(ctx, users, {
      context: { course: section.course },
      includes: params.include?.includes('avatar_url') ? ['avatar_url'] : [],
    });
  },
});

/** One row a person, however many enrollments in the section make him one. */
async function usersOf(ctx: Context, { id, course }: SectionInCourse, params: UsersParams) {
  const access = await courseAccess(ctx, course);
  const states = ['active', 'invited', 'creation_pending'];
  // Who was made inactive is for staff to see.
  if (courseGrants('read_as_admin', access) && !params.exclude_inactive) states.push('inactive');
  const type = chosenType(params.enrollment_type);
  const seen = [
    sql`enrollments.course_section_id = ${id}`,
    sql`enrollments.workflow_state = any(${states})`,
    ...(type ? [sql`enrollments.type = ${type}`] : []),
    ...enrollmentsVisibleTo(access),
  ];
  const query: SelectQueryBuilder<Tables, 'users', UserRow> = ctx.db.selectFrom('users').selectAll('users');
  const inSection = query.where(
    sql<boolean>`exists (select 1 from enrollments
      where enrollments.user_id = users.id and ${sql.join(seen, sql` and `)})`,
  );
  if (!params.search_term) return inSection;
  return inSection.where(
    usersMatching(params.search_term, ctx.rootAccount, {
      logins: courseGrants('view_user_logins', access),
      sis: courseGrants('read_sis', access) || courseGrants('manage_sis', access),
      emails: courseGrants('read_email_addresses', access),
    }),
  );
}

const enrollmentTypes: Record<string, string> = {
  teacher: 'TeacherEnrollment',
  student: 'StudentEnrollment',
  student_view: 'StudentViewEnrollment',
  ta: 'TaEnrollment',
  observer: 'ObserverEnrollment',
  designer: 'DesignerEnrollment',
};

function chosenType(word: string | null | undefined): string | undefined {
  if (!word) return undefined;
  if (!Object.hasOwn(enrollmentTypes, word)) {
    throw new Refusal(400, { errors: [{ message: 'Invalid Enrollment Type' }] });
  }
  return enrollmentTypes[word];
}
