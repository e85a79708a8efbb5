import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../../db/tables/index.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import type { Context, User } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { type SectionInCourse, section } from '../sections/load.ts';
import { findUser, user } from '../users/load.ts';
import { byRole, bySis, type Condition, gradingPeriodAsked, type ListParams } from './filters.ts';
import { enrollmentIncludes, userIncludesOfEnrollments } from './includes.ts';
import { enrollmentsOf } from './of-user.ts';
import { rosterOf } from './roster.ts';
import { Enrollment } from './schema.ts';
import { type EnrollmentView, serializeEnrollments } from './serialize.ts';

const inCourse = operation('GET /api/v1/courses/{course_id}/enrollments', {
  summary: 'The enrollments in a course',
  load: { course: course('course_id') },
  requires: 'user',
  returns: List(Enrollment),
  handle: ({ ctx, course, params }) => listInCourse(ctx, course, params),
});

const inSection = operation('GET /api/v1/sections/{section_id}/enrollments', {
  summary: 'The enrollments in a section',
  load: { section: section('section_id') },
  requires: 'user',
  returns: List(Enrollment),
  handle: ({ ctx, section, params }) => listInCourse(ctx, section.course, params, section),
});

const ofUser = operation('GET /api/v1/users/{user_id}/enrollments', {
  summary: 'The enrollments of a user, in all courses',
  load: { user: user('user_id') },
  requires: 'user',
  returns: List(Enrollment),
  handle: ({ ctx, user, params }) => listOfUser(ctx, user, params),
});

export default [inCourse, inSection, ofUser];

async function listInCourse(ctx: Context, course: CourseRow, params: ListParams, section?: SectionInCourse) {
  // Whether one is in a course oneself takes no right to ask.
  const seen = params.user_id
    ? await enrollmentsOf(ctx, await findUser(ctx, params.user_id), params, course)
    : await rosterOf(ctx, course, params);
  if (section) seen.push(sql`enrollments.course_section_id = ${section.id}`);
  return await listOf(ctx, seen, params, { course });
}

async function listOfUser(ctx: Context, user: User, params: ListParams) {
  return await listOf(ctx, await enrollmentsOf(ctx, user, params), params, { user });
}

async function listOf(
  ctx: Context,
  seen: Condition[],
  params: ListParams,
  context: { course: CourseRow } | { user: User },
) {
  const course = 'course' in context ? context.course : undefined;
  const conditions = [...seen, ...(await byRole(ctx, course, params)), ...(await bySis(ctx, course, params))];
  const period = await gradingPeriodAsked(ctx, () => coursesOf(ctx, context));
  const rows = await paginate(ctx, matching(ctx, conditions), {
    key: 'enrollments.id',
    kind: 'bookmarks',
    order: [{ by: sql`enrollments.type collate "C"` }, { by: 'users.sortable_name_key' }],
  });
  return await serializeEnrollments(ctx, rows, viewOf(params, context, period));
}

/** Where a grading period may be asked for. */
async function coursesOf(
  ctx: Context,
  context: { course: CourseRow } | { user: User },
): Promise<CourseRow[]> {
  if ('course' in context) return [context.course];
  return await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('workflow_state', '<>', 'deleted')
    .where(
      sql<boolean>`id in (select course_id from enrollments
        where user_id = ${context.user.id} and workflow_state <> 'deleted')`,
    )
    .execute();
}

function matching(ctx: Context, conditions: readonly Condition[]) {
  const all = ctx.db
    .selectFrom('enrollments')
    .innerJoin('users', 'users.id', 'enrollments.user_id')
    .selectAll('enrollments');
  return conditions.reduce<SelectQueryBuilder<Tables, 'enrollments' | 'users', EnrollmentRow>>(
    (query, condition) => query.where(condition),
    all,
  );
}

const viewOf = (
  { include }: ListParams,
  context: EnrollmentView['context'],
  gradingPeriodId: number | undefined,
): EnrollmentView => ({
  includes: knownIncludes(include, enrollmentIncludes),
  withUser: true,
  userIncludes: knownIncludes(include, userIncludesOfEnrollments),
  context,
  grades: { points: include?.includes('current_points') ?? false, gradingPeriodId },
});
