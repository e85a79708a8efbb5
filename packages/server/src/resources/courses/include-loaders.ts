/** The includes of courses that ask the database, each for all courses of a page at once. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { courseImages } from '../../domain/course-images.ts';
import { type CourseProgress, courseProgress, moduleBased } from '../../domain/course-progress.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import { bytesUsed } from '../../domain/file-quota.ts';
import type { Account, Context, User } from '../../http/context.ts';
import { serializeAccountReadOnly } from '../accounts/serialize.ts';
import { serializeTabs, tabsOfCourses } from '../tabs/serialize.ts';
import { serializeTerm } from '../terms/serialize.ts';
import { displayUser } from '../users/display.ts';
import type { Loader } from './includes.ts';
import { NO_PROGRESS } from './no-progress.ts';

export const account: Loader = async (ctx, courses) => {
  const accounts = await loadAccounts(ctx, courses);
  return ({ account_id }) => {
    const found = accounts.get(account_id);
    return found ? { account: serializeAccountReadOnly(ctx, found) } : {};
  };
};

export const accountName: Loader = async (ctx, courses) => {
  const accounts = await loadAccounts(ctx, courses);
  return ({ account_id }) => ({ account_name: accounts.get(account_id)?.name ?? '' });
};

export const subaccount: Loader = async (ctx, courses) => {
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

export const term: Loader = async (ctx, courses) => {
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

export const courseImage: Loader = async (ctx, courses) => {
  const addressOf = await courseImages(ctx, courses);
  return (course) => ({ image_download_url: addressOf(course, 'image') });
};

export const bannerImage: Loader = async (ctx, courses) => {
  const addressOf = await courseImages(ctx, courses);
  return (course) => ({ banner_image_download_url: addressOf(course, 'banner_image') });
};

export const storageQuotaUsed: Loader = async (ctx, courses) => {
  const bytesOf = await bytesUsed(
    ctx,
    'Course',
    courses.map(({ id }) => id),
  );
  return ({ id }) => ({ storage_quota_used_mb: bytesOf(id) / (1024 * 1024) });
};

export const totalStudents: Loader = async (ctx, courses) => {
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
export const teachers: Loader = async (ctx, courses, { teacherLimit }) => {
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

export const tabs: Loader = async (ctx, courses) => {
  const tabsOf = await tabsOfCourses(ctx, courses);
  return (course) => ({ tabs: serializeTabs(ctx, tabsOf(course)) });
};

/** The sections of the enrollments that the course is shown with, by role; all sections where there are none. */
export const sections: Loader = async (ctx, courses, { enrollments }) => {
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

export const favorites: Loader = async (ctx, courses) => {
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

export const permissions: Loader = async (ctx, courses) => {
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

export const concluded: Loader = async (ctx, courses) => {
  const accesses = await courseAccesses(ctx, courses);
  return ({ id, workflow_state }) => ({
    concluded: workflow_state === 'completed' || accesses.get(id)?.concludedByDate === true,
  });
};

/** Only where the course is shown with an enrollment that grades. */
export const needsGradingCount: Loader =
  async (_ctx, _courses, { enrollments }) =>
  ({ id }) => {
    const instructs = (enrollments?.get(id) ?? []).some(
      ({ type, date_state }) =>
        (type === 'TeacherEnrollment' || type === 'TaEnrollment') && date_state === 'active',
    );
    return instructs ? { needs_grading_count: 0 } : {};
  };

/** Of the caller himself. Each course that is led by modules is looked into by itself; few of anybody's are. */
export const progress: Loader = async (ctx, courses) => {
  const led = ctx.user
    ? await moduleBased(
        ctx,
        courses.map(({ id }) => id),
      )
    : new Set<number>();
  const found = new Map<number, CourseProgress | undefined>();
  for (const course of courses.filter(({ id }) => led.has(id))) {
    found.set(course.id, (await courseProgress(ctx, course, [ctx.me.id])).get(ctx.me.id));
  }
  return ({ id }) => ({ course_progress: found.get(id) ?? NO_PROGRESS });
};

export const syllabusVersions: Loader = async (ctx, courses) => {
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
export const templatedAccounts: Loader = async (ctx, courses) => {
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
