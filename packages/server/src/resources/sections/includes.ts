/** `include[]` of sections, all of one course. Nothing is passed back to a SIS yet. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { courseAccess } from '../../domain/course-access.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import { sectionGrants } from '../../domain/section-rights.ts';
import type { Context } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeEnrollments } from '../enrollments/serialize.ts';
import { serializeUsers } from '../users/serialize.ts';
import { type Section, Student } from './schema.ts';
import type { SectionView } from './serialize.ts';

export type SectionInclude = 'passback_status' | 'permissions' | 'students' | 'total_students' | 'user_count';

type Loader = IncludeLoader<SectionRow, Partial<Section>, SectionView>;

const ids = (sections: readonly SectionRow[]) => anyOf(sections.map(({ id }) => id));

/** Everybody with a student's enrollment that isn't deleted, by the time of enrolling. */
const students: Loader = async (ctx, sections, { course, ofStudents = [], withEnrollments }) => {
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .selectAll()
    .where('course_section_id', '=', ids(sections))
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
  const rows = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(enrollments.map(({ user_id }) => user_id)))
    .execute();
  const [users, json] = await Promise.all([
    serializeUsers(ctx, rows, { context: { course }, includes: ofStudents }),
    withEnrollments ? serializeEnrollments(ctx, enrollments) : [],
  ]);
  const userById = new Map(users.map((user) => [user.id, user]));
  const jsonById = new Map(json.map((each) => [each.id, each]));
  const bySection = Map.groupBy(enrollments, ({ course_section_id }) => course_section_id);
  return ({ id }) => {
    const found = (bySection.get(id) ?? []).map((enrollment): Student => {
      const own = jsonById.get(enrollment.id);
      const user = userById.get(enrollment.user_id) as Student;
      return inOrderOf(Student, { ...user, ...(own && { enrollments: [own] }) });
    });
    return { students: found.length > 0 ? found : null };
  };
};

const totalStudents: Loader = async (ctx, sections) => {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['course_section_id', sql<number>`count(distinct user_id)`.as('total')])
    .where('course_section_id', '=', ids(sections))
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'not in', ['deleted', 'completed', 'rejected', 'inactive'])
    .groupBy('course_section_id')
    .execute();
  const totals = new Map(rows.map(({ course_section_id, total }) => [course_section_id, total]));
  return ({ id }) => ({ total_students: totals.get(id) ?? 0 });
};

/** Enrollments, not people, without the Test Student. */
const userCount: Loader = async (ctx, sections) => {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['course_section_id', sql<number>`count(*)`.as('total')])
    .where('course_section_id', '=', ids(sections))
    .where('type', '<>', 'StudentViewEnrollment')
    .where('workflow_state', 'in', ['active', 'invited', 'creation_pending'])
    .groupBy('course_section_id')
    .execute();
  const totals = new Map(rows.map(({ course_section_id, total }) => [course_section_id, total]));
  return ({ id }) => ({ user_count: totals.get(id) ?? 0 });
};

const permissions: Loader = async (ctx, _sections, { course }) => {
  const access = await courseAccess(ctx, course);
  return ({ id }) => ({
    permissions: { manage_calendar: sectionGrants('manage_calendar', { sectionId: id, course: access }) },
  });
};

export const sectionIncludes: IncludeLoaders<SectionInclude, SectionRow, Partial<Section>, SectionView> = {
  passback_status: async (_ctx: Context) => () => ({ passback_status: null }),
  permissions,
  students,
  total_students: totalStudents,
  user_count: userCount,
};
