/** The courses of the caller's menu: his favorites, or until he has some the newest of his courses. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AnyEnrollmentType } from '../../domain/base-roles.ts';
import { type CourseRow, courseAccesses, type OwnEnrollment } from '../../domain/course-access.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { Context } from '../../http/context.ts';
import { favoriteIds } from './queries.ts';

/** As many as the menu shows of courses that nobody chose. */
const MENU_LIMIT = 20;

/** Of several enrollments in a course the first of these counts. */
const TYPES: readonly AnyEnrollmentType[] = [
  'TeacherEnrollment',
  'TaEnrollment',
  'DesignerEnrollment',
  'StudentEnrollment',
  'StudentViewEnrollment',
  'ObserverEnrollment',
];
const CURRENT = new Set<string>(['active', 'invited', 'pending_active', 'pending_invited']);

export interface MenuCourse {
  course: CourseRow;
  /** The place of the enrollment's type. */
  rank: number;
  enrolledAt: string;
}

/** @param observed whose courses, as their observer, are meant; oneself: those that one doesn't merely observe */
export async function menuCourses(ctx: Context, observed?: number): Promise<MenuCourse[]> {
  const [current, favorites] = await Promise.all([currentCourses(ctx, observed), favoriteIds(ctx, 'Course')]);
  const chosen = current.filter(({ course }) => favorites.has(course.id));
  if (chosen.length > 0) return chosen.toSorted(byRankAndName);
  return current.toSorted(byRankAndAge).slice(0, MENU_LIMIT).toSorted(byRankAndName);
}

async function currentCourses(ctx: Context, observed: number | undefined): Promise<MenuCourse[]> {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('courses', 'courses.id', 'enrollments.course_id')
    .select(['enrollments.id', 'enrollments.course_id', 'enrollments.created_at'])
    .where('enrollments.user_id', '=', ctx.me.id)
    .where('enrollments.workflow_state', 'in', ['active', 'invited'])
    // Students see nothing of a course that isn't published.
    .where(
      sql<boolean>`(courses.workflow_state = 'available' or courses.workflow_state in ('created', 'claimed')
        and enrollments.type not in ('StudentEnrollment', 'ObserverEnrollment'))`,
    )
    .execute();
  const enrolledAt = new Map(rows.map(({ id, created_at }) => [id, created_at]));
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(rows.map(({ course_id }) => course_id)))
    .orderBy('id')
    .execute();
  const accesses = await courseAccesses(ctx, courses);
  return courses.flatMap((course): MenuCourse[] => {
    const [first] = (accesses.get(course.id)?.enrollments ?? [])
      .filter((each) => enrolledAt.has(each.id) && isCurrent(each) && isMeant(ctx, each, observed))
      .toSorted(byTypeAndState);
    if (!first) return [];
    return [
      { course, rank: TYPES.indexOf(first.type), enrolledAt: enrolledAt.get(first.id) ?? course.created_at },
    ];
  });
}

const isCurrent = ({ date_state, restricted_access }: OwnEnrollment) =>
  CURRENT.has(date_state) && !restricted_access;

function isMeant(ctx: Context, { associated_user_id }: OwnEnrollment, observed: number | undefined): boolean {
  if (observed === undefined) return true;
  return observed === ctx.me.id ? associated_user_id === null : associated_user_id === observed;
}

const byTypeAndState = (a: OwnEnrollment, b: OwnEnrollment) =>
  TYPES.indexOf(a.type) - TYPES.indexOf(b.type) ||
  Number(b.workflow_state === 'active') - Number(a.workflow_state === 'active') ||
  a.id - b.id;

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const byRankAndName = (a: MenuCourse, b: MenuCourse) =>
  a.rank - b.rank || byText(sortKey(a.course.name), sortKey(b.course.name)) || a.course.id - b.course.id;

/** Newest first, so that they find a place in the menu. */
const byRankAndAge = (a: MenuCourse, b: MenuCourse) =>
  a.rank - b.rank || byText(b.enrolledAt, a.enrolledAt) || b.course.id - a.course.id;

/** By the names that the caller gave. */
export async function inOrderOfNicknames(
  ctx: Context,
  courses: readonly MenuCourse[],
): Promise<MenuCourse[]> {
  const rows = await ctx.db
    .selectFrom('course_nicknames')
    .select(['course_id', 'nickname'])
    .where('user_id', '=', ctx.me.id)
    .execute();
  const nicknames = new Map(rows.map(({ course_id, nickname }) => [course_id, nickname]));
  const keyOf = ({ course }: MenuCourse) => sortKey(nicknames.get(course.id) ?? course.name);
  return courses.toSorted((a, b) => a.rank - b.rank || byText(keyOf(a), keyOf(b)));
}
