/**
 * `include[]` of courses. What rests on content that Easel doesn't have yet (grading periods, submissions,
 * modules, files) gives what Canvas gives of a course without any.
 */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { courseImages } from '../../domain/course-images.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import { bytesUsed } from '../../domain/file-quota.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import type { Account, Context, User } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { serializeAccountReadOnly } from '../accounts/serialize.ts';
import { serializeTabs, tabsOfCourses } from '../tabs/serialize.ts';
import { serializeTerm } from '../terms/serialize.ts';
import { displayUser } from '../users/display.ts';
import type { ShownEnrollment } from './enrollments-field.ts';
import { NO_PROGRESS } from './no-progress.ts';
import type { Course } from './schema.ts';

export interface CourseView {
  includes?: readonly CourseInclude[];
  /** The enrollments that each course is shown with; `enrollments[]` is absent where none are given. */
  enrollments?: ReadonlyMap<number, readonly ShownEnrollment[]>;
  /** `include[]` as it was asked: `total_scores` and `current_grading_period_scores` are the enrollments'. */
  scores?: readonly string[];
  /** More teachers than this become `teacher_count`. */
  teacherLimit?: number | null | undefined;
  /** Leaves the name as it is where elsewhere a friendly name stands in its place: the lists of accounts. */
  keepsName?: boolean;
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
  | 'lti_context_id'
  | 'public_description'
  | 'self_enrollment_code';

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
  | 'syllabus_versions'
  | 'tabs'
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

const courseImage: Loader = async (ctx, courses) => {
  const addressOf = await courseImages(ctx, courses);
  return (course) => ({ image_download_url: addressOf(course, 'image') });
};

const bannerImage: Loader = async (ctx, courses) => {
  const addressOf = await courseImages(ctx, courses);
  return (course) => ({ banner_image_download_url: addressOf(course, 'banner_image') });
};

const storageQuotaUsed: Loader = async (ctx, courses) => {
  const bytesOf = await bytesUsed(
    ctx,
    'Course',
    courses.map(({ id }) => id),
  );
  return ({ id }) => ({ storage_quota_used_mb: bytesOf(id) / (1024 * 1024) });
};

const totalStudents: Loader = async (ctx, courses) => {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['course_id', sql<number>`count(distinct user_id)`.as('students')])
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'in', ['active', 'invited', 'creation_pending'])
    .groupBy('course_id')
    .execute();
  const counts = new Map(rows.map(({ course_id, students }) => [course_id, students]));
  return ({ id }) => ({ total_students: counts.get(id) ?? 0 });
};

/** Whoever teaches or taught the course. */
const teachers: Loader = async (ctx, courses, { teacherLimit }) => {
  const rows = await ctx.db
    .selectFrom('enrollments')
    .innerJoin('users', 'users.id', 'enrollments.user_id')
    .select('enrollments.course_id')
    .selectAll('users')
    .distinct()
    .where('enrollments.course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('enrollments.type', '=', 'TeacherEnrollment')
    .where('enrollments.workflow_state', 'not in', ['rejected', 'deleted'])
    .orderBy('users.sortable_name_key')
    .orderBy('users.id')
    .execute();
  const byCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  return ({ id }) => {
    const found = byCourse.get(id) ?? [];
    if (typeof teacherLimit === 'number' && found.length > teacherLimit) {
      return { teacher_count: found.length };
    }
    return { teachers: found.map((user) => displayUser(ctx, user as User)) };
  };
};

const tabs: Loader = async (ctx, courses) => {
  const tabsOf = await tabsOfCourses(ctx, courses);
  return (course) => ({ tabs: serializeTabs(ctx, tabsOf(course)) });
};

/** The sections of the enrollments that the course is shown with, by role; all sections where there are none. */
const sections: Loader = async (ctx, courses, { enrollments }) => {
  const rows = await ctx.db
    .selectFrom('course_sections')
    .select(['course_id', 'id', 'name', 'start_at', 'end_at'])
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const byCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  return ({ id }) => {
    const all = (byCourse.get(id) ?? []).map(({ course_id, ...section }) => section);
    const shown = enrollments?.get(id) ?? [];
    if (shown.length === 0) return { sections: all };
    const byId = new Map(all.map((section) => [section.id, section]));
    return {
      sections: shown.flatMap(({ course_section_id, type }) => {
        const section = byId.get(course_section_id);
        return section ? [{ ...section, enrollment_role: type }] : [];
      }),
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
  const [accesses, settingsOf] = await Promise.all([
    courseAccesses(ctx, courses),
    courseSettings(ctx, courses),
  ]);
  return (course) => {
    const access = accesses.get(course.id);
    if (!access) return {};
    const isStaff = courseGrants('read_as_admin', access);
    return {
      permissions: {
        create_discussion_topic:
          courseGrants('create_forum', access) &&
          (isStaff || settingsOf(course).flag('allow_student_discussion_topics')),
        create_announcement: isStaff && courseGrants('moderate_forum', access),
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

/** Only where the course is shown with an enrollment that grades. */
const needsGradingCount: Loader =
  async (_ctx, _courses, { enrollments }) =>
  ({ id }) => {
    const instructs = (enrollments?.get(id) ?? []).some(
      ({ type, date_state }) =>
        (type === 'TeacherEnrollment' || type === 'TaEnrollment') && date_state === 'active',
    );
    return instructs ? { needs_grading_count: 0 } : {};
  };

const syllabusVersions: Loader = async (ctx, courses) => {
  const rows = await ctx.db
    .selectFrom('course_syllabus_versions')
    .select(['course_id', 'version', 'syllabus_body', 'created_at'])
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .orderBy('version', 'desc')
    .execute();
  const byCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  return ({ id }) => ({
    syllabus_versions: (byCourse.get(id) ?? []).map(({ course_id, ...version }) => version),
  });
};

/** The accounts whose new courses are copies of the template. */
const templatedAccounts: Loader = async (ctx, courses) => {
  const ids = courses.filter(({ template }) => template).map(({ id }) => id);
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(['course_template_id', 'id', 'name'])
    .where('course_template_id', '=', anyOf(ids))
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const byCourse = Map.groupBy(rows, ({ course_template_id }) => course_template_id);
  return (course) =>
    course.template
      ? { templated_accounts: (byCourse.get(course.id) ?? []).map(({ id, name }) => ({ id, name })) }
      : {};
};

/** Canvas's own letters, which hold where nobody made others. */
const DEFAULT_GRADING_SCHEME = [
  ['A', 0.94],
  ['A-', 0.9],
  ['B+', 0.87],
  ['B', 0.84],
  ['B-', 0.8],
  ['C+', 0.77],
  ['C', 0.74],
  ['C-', 0.7],
  ['D+', 0.67],
  ['D', 0.64],
  ['D-', 0.61],
  ['F', 0],
];

export const courseIncludes: IncludeLoaders<CourseInclude, CourseRow, Partial<Course>, CourseView> = {
  license: column('license'),
  grade_passback_setting: column('grade_passback_setting'),
  open_enrollment: column('open_enrollment'),
  self_enrollment: column('self_enrollment'),
  conclude_at: column('conclude_at'),
  allow_student_assignment_edits: column('allow_student_assignment_edits'),
  allow_wiki_comments: column('allow_wiki_comments'),
  allow_student_forum_attachments: column('allow_student_forum_attachments'),
  lti_context_id: column('lti_context_id'),
  public_description: column('public_description'),
  self_enrollment_code: column('self_enrollment_code'),
  account,
  account_name: accountName,
  banner_image: bannerImage,
  concluded,
  course_image: courseImage,
  course_progress: ofRow(() => ({ course_progress: NO_PROGRESS })),
  current_grading_period_scores: ofRow(() => ({
    has_grading_periods: false,
    multiple_grading_periods_enabled: false,
    has_weighted_grading_periods: false,
  })),
  favorites,
  grading_periods: ofRow(() => ({ grading_periods: null })),
  grading_scheme: ofRow(() => ({ grading_scheme: DEFAULT_GRADING_SCHEME })),
  html_url: ofRow((course, ctx) => ({ html_url: ctx.url(`/courses/${course.id}`) })),
  needs_grading_count: needsGradingCount,
  passback_status: ofRow(() => ({ passback_status: null })),
  permissions,
  // Behind a feature that is off.
  restrict_quantitative_data: ofRow(() => ({ restrict_quantitative_data: false })),
  sections,
  storage_quota_used_mb: storageQuotaUsed,
  subaccount,
  syllabus_body: ofRow(({ syllabus_body }, ctx) => ({
    syllabus_body: syllabus_body && withAbsoluteLinks(syllabus_body, (path) => ctx.url(path)),
  })),
  syllabus_versions: syllabusVersions,
  tabs,
  teachers,
  templated_accounts: templatedAccounts,
  term,
  total_students: totalStudents,
};
