/**
 * `include[]` of courses. What rests on content that Easel doesn't have yet (grading periods, submissions,
 * modules, files) gives what Canvas gives of a course without any.
 */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import type { Account, Context, User } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { serializeAccountReadOnly } from '../accounts/serialize.ts';
import { serializeTerm } from '../terms/serialize.ts';
import { displayUser } from '../users/display.ts';
import type { Course } from './schema.ts';

export interface CourseView {
  includes?: readonly CourseInclude[];
  /** `enrollments[]` of each course; absent from the answer where it isn't given. */
  enrollments?: ReadonlyMap<number, NonNullable<Course['enrollments']>>;
  /** More teachers than this become `teacher_count`. */
  teacherLimit?: number | null | undefined;
  /** Shows a `friendly_name` in place of the name, as lists of one's own courses do. */
  prefersFriendlyName?: boolean;
}

/** Columns that a request may ask for by name. */
type ColumnInclude =
  | 'license'
  | 'grade_passback_setting'
  | 'open_enrollment'
  | 'self_enrollment'
  | 'conclude_at'
  | 'allow_student_assignment_edits'
  | 'allow_wiki_comments'
  | 'allow_student_forum_attachments'
  | 'public_description';

export type CourseInclude =
  | ColumnInclude
  | 'account'
  | 'account_name'
  | 'banner_image'
  | 'concluded'
  | 'course_image'
  | 'course_progress'
  | 'current_grading_period_scores'
  | 'favorites'
  | 'grading_periods'
  | 'grading_scheme'
  | 'html_url'
  | 'needs_grading_count'
  | 'passback_status'
  | 'permissions'
  | 'restrict_quantitative_data'
  | 'sections'
  | 'storage_quota_used_mb'
  | 'subaccount'
  | 'syllabus_body'
  | 'teachers'
  | 'templated_accounts'
  | 'term'
  | 'total_students';

type Loader = IncludeLoader<CourseRow, Partial<Course>, CourseView>;

/** An include that needs nothing but the row. */
const ofRow =
  (fields: (course: CourseRow, ctx: Context) => Partial<Course>): Loader =>
  async (ctx) =>
  (course) =>
    fields(course, ctx);

const column = (name: ColumnInclude): Loader => ofRow((course) => ({ [name]: course[name] }));

const account: Loader = async (ctx, courses) => {
  const accounts = await loadAccounts(ctx, courses);
  return ({ account_id }) => {
    const found = accounts.get(account_id);
    return found ? { account: serializeAccountReadOnly(ctx, found) } : {};
  };
};

const accountName: Loader = async (ctx, courses) => {
  const accounts = await loadAccounts(ctx, courses);
  return ({ account_id }) => ({ account_name: accounts.get(account_id)?.name ?? '' });
};

const subaccount: Loader = async (ctx, courses) => {
  const accounts = await loadAccounts(ctx, courses);
  return ({ account_id }) => ({
    subaccount_id: account_id,
    subaccount_name: accounts.get(account_id)?.name ?? '',
  });
};

function loadAccounts(ctx: Context, courses: readonly CourseRow[]): Promise<Map<number, Account>> {
  const ids = courses.map(({ account_id }) => account_id);
  return ctx.once(`accountsOfCourses:${ids}`, async () => {
    const rows = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', anyOf(ids)).execute();
    return new Map(rows.map((row) => [row.id, row]));
  });
}

const term: Loader = async (ctx, courses) => {
  const rows = await ctx.db
    .selectFrom('enrollment_terms')
    .selectAll()
    .where('id', '=', anyOf(courses.map(({ enrollment_term_id }) => enrollment_term_id)))
    .execute();
  const terms = new Map(
    await Promise.all(rows.map(async (row) => [row.id, await serializeTerm(ctx, row)] as const)),
  );
  return ({ enrollment_term_id }) => ({ term: terms.get(enrollment_term_id) });
};

const totalStudents: Loader = async (ctx, courses) => {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['course_id', sql<number>`count(distinct user_id)`.as('students')])
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'in', ['active', 'invited'])
    .groupBy('course_id')
    .execute();
  const counts = new Map(rows.map(({ course_id, students }) => [course_id, students]));
  return ({ id }) => ({ total_students: counts.get(id) ?? 0 });
};

const teachers: Loader = async (ctx, courses, { teacherLimit }) => {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('users', 'users.id', 'enrollments.user_id')
    .select('enrollments.course_id')
    .selectAll('users')
    .distinct()
    .where('enrollments.course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('enrollments.type', '=', 'TeacherEnrollment')
    .where('enrollments.workflow_state', 'in', ['active', 'invited'])
    .orderBy('users.sortable_name_key')
    .orderBy('users.id')
    .execute();
  const byCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  return ({ id }) => {
    const found = byCourse.get(id) ?? [];
    if (teacherLimit && found.length > teacherLimit) return { teacher_count: found.length };
    return { teachers: found.map((user) => displayUser(ctx, user as User, `/courses/${id}`)) };
  };
};

/** The sections that the caller is enrolled in, with the role; all sections for whoever isn't enrolled. */
const sections: Loader = async (ctx, courses) => {
  const rows = await ctx.db
    .selectFrom('course_sections')
    .leftJoin('enrollments', (join) =>
      join
        .onRef('enrollments.course_section_id', '=', 'course_sections.id')
        .on('enrollments.user_id', '=', ctx.user?.id ?? null)
        .on('enrollments.workflow_state', 'in', ['active', 'invited', 'creation_pending']),
    )
    .leftJoin('roles', 'roles.id', 'enrollments.role_id')
    .select([
      'course_sections.course_id',
      'course_sections.id',
      'course_sections.name',
      'course_sections.start_at',
      'course_sections.end_at',
      'roles.name as enrollment_role',
    ])
    .where('course_sections.course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('course_sections.workflow_state', '=', 'active')
    .orderBy('course_sections.id')
    .execute();
  const byCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  return ({ id }) => {
    const all = byCourse.get(id) ?? [];
    const own = all.filter(({ enrollment_role }) => enrollment_role !== null);
    return {
      sections: (own.length > 0 ? own : all).map(({ course_id, enrollment_role, ...section }) => ({
        ...section,
        ...(enrollment_role !== null && { enrollment_role }),
      })),
    };
  };
};

const favorites: Loader = async (ctx, courses) => {
  if (!ctx.user) return () => ({ is_favorite: false });
  const rows = await ctx.db
    .selectFrom('favorites')
    .select('context_id')
    .where('user_id', '=', ctx.user.id)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', anyOf(courses.map(({ id }) => id)))
    .execute();
  const ids = new Set(rows.map(({ context_id }) => context_id));
  return ({ id }) => ({ is_favorite: ids.has(id) });
};

const permissions: Loader = async (ctx, courses) => {
  const accesses = await courseAccesses(ctx, courses);
  return ({ id }) => {
    const access = accesses.get(id);
    if (!access) return {};
    return {
      permissions: {
        create_discussion_topic: courseGrants('create_forum', access),
        create_announcement: courseGrants('read_as_admin', access) && courseGrants('moderate_forum', access),
      },
    };
  };
};

const concluded: Loader = async (ctx, courses) => {
  const accesses = await courseAccesses(ctx, courses);
  return ({ id, workflow_state }) => ({
    concluded: workflow_state === 'completed' || accesses.get(id)?.concludedByDate === true,
  });
};

/** Only for whoever grades in the course. */
const needsGradingCount: Loader = async (ctx, courses) => {
  const accesses = await courseAccesses(ctx, courses);
  return ({ id }) => {
    const instructs = accesses
      .get(id)
      ?.enrollments.some(
        ({ type, date_state }) =>
          ['TeacherEnrollment', 'TaEnrollment'].includes(type) && date_state === 'active',
      );
    return instructs ? { needs_grading_count: 0 } : {};
  };
};

export const courseIncludes: IncludeLoaders<CourseInclude, CourseRow, Partial<Course>, CourseView> = {
  license: column('license'),
  grade_passback_setting: column('grade_passback_setting'),
  open_enrollment: column('open_enrollment'),
  self_enrollment: column('self_enrollment'),
  conclude_at: column('conclude_at'),
  allow_student_assignment_edits: column('allow_student_assignment_edits'),
  allow_wiki_comments: column('allow_wiki_comments'),
  allow_student_forum_attachments: column('allow_student_forum_attachments'),
  public_description: column('public_description'),
  account,
  account_name: accountName,
  banner_image: ofRow((course) => ({ banner_image_download_url: course.banner_image_url })),
  concluded,
  course_image: ofRow((course) => ({ image_download_url: course.image_url })),
  course_progress: ofRow(() => ({
    course_progress: {
      error: {
        message:
          'no progress available because this course is not module based (meaning, it does not have modules and module completion requirements)',
      },
    },
  })),
  current_grading_period_scores: ofRow(() => ({
    has_grading_periods: false,
    multiple_grading_periods_enabled: false,
    has_weighted_grading_periods: false,
  })),
  favorites,
  grading_periods: ofRow(() => ({ grading_periods: [] })),
  grading_scheme: ofRow(() => ({ grading_scheme: null })),
  html_url: ofRow((course, ctx) => ({ html_url: ctx.url(`/courses/${course.id}`) })),
  needs_grading_count: needsGradingCount,
  passback_status: ofRow(() => ({ passback_status: null })),
  permissions,
  restrict_quantitative_data: ofRow((course) => ({
    restrict_quantitative_data: course.settings['restrict_quantitative_data'] === true,
  })),
  sections,
  storage_quota_used_mb: ofRow(() => ({ storage_quota_used_mb: 0 })),
  subaccount,
  syllabus_body: ofRow((course) => ({ syllabus_body: course.syllabus_body })),
  teachers,
  templated_accounts: ofRow((course) => (course.template ? { templated_accounts: [] } : {})),
  term,
  total_students: totalStudents,
};
