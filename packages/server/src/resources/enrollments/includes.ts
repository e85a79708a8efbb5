/** `include[]` of enrollments, and what of it goes to the users inside them. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeUsers } from '../users/serialize.ts';
import type { FactsOf } from './facts.ts';
import { type Enrollment, ObservedUser } from './schema.ts';
import type { EnrollmentView } from './serialize.ts';

export type EnrollmentInclude = 'can_be_removed' | 'locked' | 'observed_users';

/** The includes that are fields of the users. */
export const userIncludesOfEnrollments = {
  avatar_url: true,
  group_ids: true,
  uuid: true,
  email: true,
} as const;
export type UserIncludeOfEnrollments = keyof typeof userIncludesOfEnrollments;

export interface Given {
  view: EnrollmentView;
  factsOf: FactsOf;
  serialize(ctx: Context, enrollments: readonly EnrollmentRow[]): Promise<Enrollment[]>;
}

type Loader = IncludeLoader<EnrollmentRow, Partial<Enrollment>, Given>;

const fromSis = ({ sis_import_id }: EnrollmentRow) => sis_import_id !== null;

const locked: Loader =
  async (_ctx, _rows, { factsOf }) =>
  (enrollment) => ({ locked: fromSis(enrollment) && !factsOf(enrollment).managesSisData });

const canBeRemoved: Loader =
  async (_ctx, _rows, { factsOf }) =>
  (enrollment) => {
    const { managesSisData, grants } = factsOf(enrollment);
    return { can_be_removed: (!fromSis(enrollment) || managesSisData) && grants('delete') };
  };

const observedUsers: Loader = async (ctx, rows, { view, serialize }) => {
  const students = await loadObserved(ctx, rows);
  const enrollments = await loadStudies(ctx, rows);
  const [users, json] = await Promise.all([
    serializeUsers(ctx, students, { context: view.context, includes: view.userIncludes ?? [] }),
    serialize(ctx, enrollments),
  ]);
  const userById = new Map(users.map((user) => [user.id, user]));
  return ({ type, course_id, associated_user_id }) => {
    const user = type === 'ObserverEnrollment' && userById.get(associated_user_id ?? 0);
    if (!user) return {};
    const own = json.filter((each) => each.course_id === course_id && each.user_id === user.id);
    return { observed_user: inOrderOf(ObservedUser, { ...user, enrollments: own }) };
  };
};

function loadObserved(ctx: Context, observers: readonly EnrollmentRow[]): Promise<UserRow[]> {
  return ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(observedIds(observers)))
    .where('workflow_state', '<>', 'deleted')
    .execute();
}

/** The enrollments with which the observed study in these courses, as long as they do. */
function loadStudies(ctx: Context, observers: readonly EnrollmentRow[]): Promise<EnrollmentRow[]> {
  return ctx.db
    .selectFrom('enrollments')
    .innerJoin('courses', 'courses.id', 'enrollments.course_id')
    .selectAll('enrollments')
    .where('enrollments.user_id', '=', anyOf(observedIds(observers)))
    .where('enrollments.course_id', '=', anyOf(observers.map(({ course_id }) => course_id)))
    .where(
      sql<boolean>`(enrollments.type = 'StudentEnrollment' and enrollments.workflow_state in ('invited', 'active')
          and courses.workflow_state in ('available', 'completed')
        or enrollments.type = 'StudentViewEnrollment' and enrollments.workflow_state = 'active'
          and courses.workflow_state <> 'deleted')`,
    )
    .orderBy('enrollments.id')
    .execute();
}

const observedIds = (rows: readonly EnrollmentRow[]) =>
  rows.flatMap(({ associated_user_id }) => associated_user_id ?? []);

export const enrollmentIncludes: IncludeLoaders<
  EnrollmentInclude,
  EnrollmentRow,
  Partial<Enrollment>,
  Given
> = {
  can_be_removed: canBeRemoved,
  locked,
  observed_users: observedUsers,
};
