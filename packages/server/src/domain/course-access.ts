/** Who the acting user is to a course: what the rules in course-rights.ts are asked about. */
import type { Selectable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { CoursesTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { AnyEnrollmentType } from './base-roles.ts';
import {
  type CourseAccess,
  type CourseEnrollment,
  type CourseRight,
  courseGrants,
  type Visibility,
} from './course-rights.ts';
import { type CourseSettings, courseSettings } from './course-settings.ts';
import {
  courseConcluded,
  type DatedTerm,
  type EnrollmentWorkflowState,
  enrollmentStanding,
} from './enrollment-dates.ts';
import type { Permission } from './permissions.ts';
import { type AdminPermissions, adminPermissions, courseRolePermissions, overridesOf } from './roles-held.ts';

export type CourseRow = Selectable<CoursesTable>;

/** An enrollment of the acting user's, as the rules and the answers need it. */
export interface OwnEnrollment extends CourseEnrollment {
  readonly id: number;
  readonly user_id: number;
  readonly role_id: number;
  readonly role: string;
  readonly workflow_state: EnrollmentWorkflowState;
}

export interface OwnCourseAccess extends CourseAccess {
  readonly enrollments: readonly OwnEnrollment[];
}

/** The acting user's access to each of some courses, in a number of queries that doesn't grow with them. */
export async function courseAccesses(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<Map<number, OwnCourseAccess>> {
  const missing = courses.filter(({ id }) => !known(ctx).has(id));
  if (missing.length > 0) {
    const facts = await loadFacts(ctx, missing);
    for (const course of missing) known(ctx).set(course.id, accessTo(ctx, course, facts));
  }
  return new Map(courses.map(({ id }) => [id, known(ctx).get(id) as OwnCourseAccess]));
}

/** The acting user's access to one course. */
export async function courseAccess(ctx: Context, course: CourseRow): Promise<OwnCourseAccess> {
  return (await courseAccesses(ctx, [course])).get(course.id) as OwnCourseAccess;
}

/** Whether the acting user has a right in a course. */
export async function mayInCourse(ctx: Context, course: CourseRow, right: CourseRight): Promise<boolean> {
  return courseGrants(right, await courseAccess(ctx, course));
}

/** Forgets what was worked out, after a handler changed what it rests on (an enrollment, a state, dates). */
export function forgetCourseAccess(ctx: Context): void {
  accesses.delete(ctx);
}

const accesses = new WeakMap<Context, Map<number, OwnCourseAccess>>();

function known(ctx: Context): Map<number, OwnCourseAccess> {
  const map = accesses.get(ctx) ?? new Map<number, OwnCourseAccess>();
  accesses.set(ctx, map);
  return map;
}

interface Facts {
  chains: Map<number, number[]>;
  /** What the user's account roles allow in the courses of an account. */
  admin: Map<number, AdminPermissions>;
  terms: Map<number, DatedTerm>;
  enrollments: Map<number, EnrollmentFacts[]>;
  /** What a course role allows in the courses of an account, by `role:account`. */
  roles: Map<string, ReadonlySet<Permission>>;
  /** Of the courses where the user is enrolled: nobody else's view is restricted. */
  settings(course: CourseRow): CourseSettings;
}

type EnrollmentFacts = Awaited<ReturnType<typeof loadEnrollments>>[number];

async function loadFacts(ctx: Context, courses: readonly CourseRow[]): Promise<Facts> {
  const accountIds = courses.map(({ account_id }) => account_id);
  const termIds = courses.map(({ enrollment_term_id }) => enrollment_term_id);
  const courseIds = courses.map(({ id }) => id);
  const [chains, terms, enrollments] = await Promise.all([
    loadChains(ctx, accountIds),
    loadTerms(ctx, termIds),
    ctx.user ? loadEnrollments(ctx, ctx.user.id, courseIds) : [],
  ]);
  const enrolledIn = new Set(enrollments.map(({ course_id }) => course_id));
  return {
    chains,
    terms,
    settings: await courseSettings(
      ctx,
      courses.filter(({ id }) => enrolledIn.has(id)),
    ),
    admin: await adminByAccount(ctx, chains),
    roles: await rolesByAccount(ctx, enrollments, chains),
    enrollments: Map.groupBy(enrollments, ({ course_id }) => course_id),
  };
}

async function rolesByAccount(
  ctx: Context,
  enrollments: readonly EnrollmentFacts[],
  chains: Map<number, number[]>,
) {
  const held = new Map(enrollments.map(({ role_id, base_role_type }) => [role_id, base_role_type]));
  const overrides = await overridesOf(ctx, [...held.keys()]);
  const roles = new Map<string, ReadonlySet<Permission>>();
  for (const [id, base_role_type] of held) {
    for (const [account, chain] of chains) {
      roles.set(`${id}:${account}`, courseRolePermissions(ctx, { id, base_role_type }, chain, overrides));
    }
  }
  return roles;
}

async function adminByAccount(ctx: Context, chains: Map<number, number[]>) {
  const admin = new Map<number, AdminPermissions>();
  for (const [id, chain] of chains) admin.set(id, await adminPermissions(ctx, chain, 'course'));
  return admin;
}

async function loadChains(ctx: Context, ids: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'path'])
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map(({ id, path }) => [id, path]));
}

export async function loadTerms(ctx: Context, ids: readonly number[]): Promise<Map<number, DatedTerm>> {
  const rows = await ctx.db
    .selectFrom('enrollment_terms')
    .select(['id', 'start_at', 'end_at', 'overrides'])
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A user's enrollments in some courses with what decides about them; deleted ones left out. */
export function loadEnrollments(ctx: Context, userId: number, courseIds: readonly number[]) {
  return ctx.db
    .selectFrom('enrollments')
    .innerJoin('course_sections', 'course_sections.id', 'enrollments.course_section_id')
    .innerJoin('roles', 'roles.id', 'enrollments.role_id')
    .select([
      'enrollments.id',
      'enrollments.user_id',
      'enrollments.course_id',
      'enrollments.course_section_id',
      'enrollments.type',
      'enrollments.workflow_state',
      'enrollments.start_at',
      'enrollments.end_at',
      'enrollments.associated_user_id',
      'enrollments.limit_privileges_to_course_section',
      'roles.id as role_id',
      'roles.name as role',
      'roles.base_role_type',
      'course_sections.start_at as section_start_at',
      'course_sections.end_at as section_end_at',
      'course_sections.restrict_enrollments_to_section_dates',
    ])
    .where('enrollments.user_id', '=', userId)
    .where('enrollments.course_id', '=', anyOf(courseIds))
    .where('enrollments.workflow_state', '<>', 'deleted')
    .where('course_sections.workflow_state', '<>', 'deleted')
    .execute();
}

function accessTo(ctx: Context, course: CourseRow, facts: Facts): OwnCourseAccess {
  const term = facts.terms.get(course.enrollment_term_id) ?? noTerm;
  const admin = facts.admin.get(course.account_id) ?? noAdmin;
  return {
    course,
    filesVisibility: (course.settings['files_visibility'] as Visibility) ?? null,
    concludedByDate: courseConcluded(course, term, ctx.now),
    userId: ctx.user?.id ?? null,
    enrollments: (facts.enrollments.get(course.id) ?? []).map((row) =>
      ownEnrollment(ctx, row, course, term, facts),
    ),
    adminPermissions: admin.permissions,
    isAccountAdmin: admin.isAdmin,
    preventsAvailabilityEditing:
      ctx.rootAccount.settings['prevent_course_availability_editing_by_teachers'] === true,
  };
}

function ownEnrollment(
  ctx: Context,
  row: EnrollmentFacts,
  course: CourseRow,
  term: DatedTerm,
  { roles, settings }: Facts,
): OwnEnrollment {
  const { state, restricted_access } = standingOf(row, course, term, settings(course), ctx.now);
  return {
    id: row.id,
    user_id: row.user_id,
    role_id: row.role_id,
    role: row.role,
    workflow_state: row.workflow_state,
    type: row.type as AnyEnrollmentType,
    course_section_id: row.course_section_id,
    associated_user_id: row.associated_user_id,
    limit_privileges_to_course_section: row.limit_privileges_to_course_section,
    date_state: state,
    restricted_access,
    permissions: roles.get(`${row.role_id}:${course.account_id}`) ?? noAdmin.permissions,
  };
}

const noAdmin: AdminPermissions = { permissions: new Set(), isAdmin: false };
export const noTerm: DatedTerm = { start_at: null, end_at: null, overrides: {} };

/** An enrollment with the dates of its section. */
type DatedRow = Pick<
  EnrollmentFacts,
  | 'type'
  | 'workflow_state'
  | 'start_at'
  | 'end_at'
  | 'section_start_at'
  | 'section_end_at'
  | 'restrict_enrollments_to_section_dates'
>;

/** What an enrollment is worth now. */
export function standingOf(
  row: DatedRow,
  course: CourseRow,
  term: DatedTerm,
  settings: CourseSettings,
  now: string,
) {
  return enrollmentStanding(
    row,
    {
      start_at: row.section_start_at,
      end_at: row.section_end_at,
      restrict_enrollments_to_section_dates: row.restrict_enrollments_to_section_dates,
    },
    {
      ...course,
      settings: {
        restrict_student_past_view: settings.flag('restrict_student_past_view'),
        restrict_student_future_view: settings.flag('restrict_student_future_view'),
      },
    },
    term,
    now,
  );
}
