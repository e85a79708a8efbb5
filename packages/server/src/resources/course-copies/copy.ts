import type { Updateable } from 'kysely';
import type { CoursesTable } from '../../db/tables/index.ts';
import { type CourseRow, forgetCourseAccess } from '../../domain/course-access.ts';
import { courseFlagNames } from '../../domain/course-settings.ts';
import { codeWhereNeeded } from '../../domain/self-enrollment.ts';
import { recordSyllabus } from '../../domain/syllabus-versions.ts';
import type { Context } from '../../http/context.ts';

interface Selection {
  /** Types of content; all of it where neither list is given. */
  readonly only?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
}

/** What Canvas takes along as the settings of a course, as far as they are columns. */
const COLUMNS = [
  'allow_student_forum_attachments',
  'allow_wiki_comments',
  'apply_assignment_group_weights',
  'banner_image_url',
  'course_color',
  'default_view',
  'friendly_name',
  'grading_standard_id',
  'hide_final_grades',
  'homeroom_course',
  'image_url',
  'is_public',
  'is_public_to_auth_users',
  'license',
  'locale',
  'open_enrollment',
  'public_syllabus',
  'public_syllabus_to_auth',
  'restrict_enrollments_to_course_dates',
  'self_enrollment',
  'storage_quota_mb',
] as const satisfies readonly (keyof CourseRow)[];

/** Those of the stored settings that are a course's own and don't come from a homeroom. */
const SETTINGS = [
  ...courseFlagNames.filter((name) => name !== 'sync_enrollments_from_homeroom'),
  'files_visibility',
  'home_page_announcement_limit',
];

/**
 * Copies what there is of a course. So far that is its settings and its syllabus: the other types of content that
 * can be chosen don't exist, so that nothing of them is there to copy.
 */
export async function copyCourse(
  ctx: Context,
  source: CourseRow,
  target: CourseRow,
  { only, except }: Selection,
): Promise<{ workflow_state: 'completed'; progress: number }> {
  const isChosen = (type: string) => (only ? only.includes(type) : !except?.includes(type));
  const changes: Updateable<CoursesTable> = {
    ...(isChosen('course_settings') && settingsOf(source, target)),
    // No type of content names the syllabus, so it goes with everything.
    ...(!only && !except && { syllabus_body: source.syllabus_body }),
  };
  if (Object.keys(changes).length > 0) {
    const changed = await ctx.db
      .updateTable('courses')
      .set({ ...changes, ...(await codeWhereNeeded(ctx, changes, target)), updated_at: ctx.now })
      .where('id', '=', target.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordSyllabus(ctx, changed, target.syllabus_body);
    forgetCourseAccess(ctx);
  }
  return { workflow_state: 'completed', progress: 100 };
}

function settingsOf(source: CourseRow, target: CourseRow): Updateable<CoursesTable> {
  const stored = Object.fromEntries(
    SETTINGS.flatMap((name) => (source.settings[name] === undefined ? [] : [[name, source.settings[name]]])),
  );
  return {
    ...Object.fromEntries(COLUMNS.map((name) => [name, source[name]])),
    settings: JSON.stringify({ ...target.settings, ...stored }),
    tab_configuration: source.tab_configuration && JSON.stringify(source.tab_configuration),
  };
}
