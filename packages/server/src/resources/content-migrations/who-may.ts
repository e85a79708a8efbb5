import type { CastMember, Stage, WhoMay } from '../../../testing/who-may.ts';
import { staff } from '../../../testing/who-may.ts';

type Place = 'accounts' | 'courses' | 'groups' | 'users';
const places: Readonly<
  Record<Place, { path: (stage: Stage) => string; may: readonly CastMember[]; id: string }>
> = {
  accounts: {
    path: ({ college }) => `accounts/${college.id}`,
    may: ['subAdmin', 'rootAdmin'],
    id: 'account_id',
  },
  courses: {
    path: ({ course }) => `courses/${course.id}`,
    may: [...staff, 'subAdmin', 'rootAdmin'],
    id: 'course_id',
  },
  groups: {
    path: ({ group }) => `groups/${group.id}`,
    may: ['student', 'ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'],
    id: 'group_id',
  },
  users: { path: ({ people }) => `users/${people.student.id}`, may: ['student'], id: 'user_id' },
};

type Entry = WhoMay[keyof WhoMay];

/** One migration's operations find none, which whoever gets in is told. */
function entries(place: Place): Record<string, Entry> {
  const { path, may, id } = places[place];
  const base = `/api/v1/${place}/{${id}}/content_migrations`;
  const at = (rest: string, params: object = {}, allowed: readonly CastMember[] = []) =>
    ((stage: Stage) => ({ path: `${path(stage)}/content_migrations${rest}`, params, may: allowed })) as Entry;
  return {
    [`GET ${base}`]: at('', {}, may),
    [`GET ${base}/migrators`]: at('/migrators', {}, may),
    [`GET ${base}/{id}`]: at('/1'),
    [`PUT ${base}/{id}`]: at('/1'),
    [`GET ${base}/{id}/selective_data`]: at('/1/selective_data'),
    [`GET ${base}/{content_migration_id}/migration_issues`]: at('/1/migration_issues'),
    [`GET ${base}/{content_migration_id}/migration_issues/{id}`]: at('/1/migration_issues/1'),
    [`PUT ${base}/{content_migration_id}/migration_issues/{id}`]: at('/1/migration_issues/1'),
    // Its type is none, which only those are told who may.
    [`POST ${base}`]: at('', { migration_type: 'nothing' }, may),
  };
}

export default {
  ...entries('accounts'),
  ...entries('courses'),
  ...entries('groups'),
  ...entries('users'),
  'GET /api/v1/courses/{course_id}/content_migrations/{id}/asset_id_mapping': ({ course }) => ({
    path: `courses/${course.id}/content_migrations/1/asset_id_mapping`,
    may: [],
  }),
} satisfies WhoMay;
