import type { CourseRow } from '../../domain/course-access.ts';
import { courseImages } from '../../domain/course-images.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import type { Context } from '../../http/context.ts';
import type { CourseSettings } from './schema.ts';

const END_OF_DAY = '23:59:59';

/** A course's settings as they are in force: its own, its account's, or what holds where nobody has chosen. */
export async function serializeSettings(ctx: Context, course: CourseRow): Promise<CourseSettings> {
  const settings = (await courseSettings(ctx, [course]))(course);
  const imageOf = await courseImages(ctx, [course]);
  const limit = course.settings['home_page_announcement_limit'];
  return {
    allow_final_grade_override: settings.flag('allow_final_grade_override'),
    allow_student_discussion_topics: settings.flag('allow_student_discussion_topics'),
    allow_student_forum_attachments: course.allow_student_forum_attachments,
    allow_student_discussion_editing: settings.flag('allow_student_discussion_editing'),
    allow_student_discussion_reporting: settings.flag('allow_student_discussion_reporting'),
    allow_student_anonymous_discussion_topics: settings.flag('allow_student_anonymous_discussion_topics'),
    filter_speed_grader_by_student_group: settings.flag('filter_speed_grader_by_student_group'),
    grading_standard_enabled: course.grading_standard_id !== null,
    grading_standard_id: course.grading_standard_id,
    grade_passback_setting: course.grade_passback_setting,
    allow_student_organized_groups: settings.flag('allow_student_organized_groups'),
    hide_final_grades: course.hide_final_grades,
    hide_distribution_graphs: settings.flag('hide_distribution_graphs'),
    hide_sections_on_course_users_page: settings.flag('hide_sections_on_course_users_page'),
    // A homeroom's announcements are never talked about.
    lock_all_announcements:
      settings.flag('lock_all_announcements') || (course.homeroom_course && settings.isElementary),
    usage_rights_required: settings.flag('usage_rights_required'),
    restrict_student_past_view: settings.flag('restrict_student_past_view'),
    restrict_student_future_view: settings.flag('restrict_student_future_view'),
    restrict_quantitative_data: settings.flag('restrict_quantitative_data'),
    show_announcements_on_home_page: settings.flag('show_announcements_on_home_page'),
    home_page_announcement_limit: typeof limit === 'number' ? limit : null,
    syllabus_course_summary: settings.flag('syllabus_course_summary'),
    homeroom_course: course.homeroom_course,
    image_url: course.image_url,
    image_id: idText(course.image_id),
    image: imageOf(course, 'image'),
    banner_image_url: course.banner_image_url,
    banner_image_id: idText(course.banner_image_id),
    banner_image: imageOf(course, 'banner_image'),
    course_color: course.course_color,
    friendly_name: settings.isElementary ? course.friendly_name : null,
    default_due_time: settings.defaultDueTime ?? END_OF_DAY,
    conditional_release: settings.flag('conditional_release'),
  };
}

/** Canvas keeps these two among the settings, as text. */
const idText = (id: number | null) => (id === null ? null : String(id));
