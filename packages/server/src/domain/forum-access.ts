/** Who the acting user is to the forum of a course or a group: what the rules in discussion-rights.ts are asked about. */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { type CourseContext, type GroupContext, ofCourse } from './contexts.ts';
import { type CourseRow, courseAccesses, type OwnCourseAccess } from './course-access.ts';
import { type CourseRight, courseGrants } from './course-rights.ts';
import { type CourseSettings, courseSettings } from './course-settings.ts';
import type { ForumAccess } from './discussion-rights.ts';
import { groupAccesses } from './group-access.ts';
import { type GroupRight, groupGrants } from './group-rights.ts';
import { visibleSections } from './section-rights.ts';

export type ForumContext = CourseContext | GroupContext;

/** A forum with the course that it is in; a group of an account is in none. */
export interface Forum extends ForumAccess {
  readonly context: ForumContext;
  readonly course: CourseRow | null;
}

const keyOf = ({ type, id }: { type: string; id: number }) => `${type}:${id}`;

/** The acting user's access to the forums of some courses and groups, in a number of queries that doesn't grow. */
export async function forumsOf(
  ctx: Context,
  contexts: readonly ForumContext[],
): Promise<(context: ForumContext) => Forum> {
  const groups = contexts.flatMap((each) => (each.type === 'Group' ? [each.group] : []));
  const courses = await coursesOf(ctx, contexts);
  const list = [...courses.values()];
  const accessOf = await courseAccesses(ctx, list);
  const settingsOf = await courseSettings(ctx, list);
  const groupAccessOf = await groupAccesses(ctx, groups);

  const forums = new Map<string, Forum>();
  for (const context of contexts) {
    const course = courses.get(context.type === 'Course' ? context.id : courseIdOf(context)) ?? null;
    const access = course && (accessOf.get(course.id) as OwnCourseAccess);
    const inCourse = (right: CourseRight) => access !== null && courseGrants(right, access);
    const shared = {
      context,
      course,
      userId: ctx.user?.id ?? null,
      ...courseFlags(course, access, course && settingsOf(course), inCourse),
    };
    if (context.type === 'Course') forums.set(keyOf(context), { ...shared, ...ofCourseForum(inCourse) });
    else {
      const groupAccess = groupAccessOf.get(context.id);
      const inGroup = (right: GroupRight) => groupAccess !== undefined && groupGrants(right, groupAccess);
      forums.set(keyOf(context), {
        ...shared,
        ...ofGroupForum(inGroup),
        belongs: groupAccess?.membership?.accepted === true,
        participates: course ? shared.participates : true,
      });
    }
  }
  return (context) => forums.get(keyOf(context)) as Forum;
}

export const forumOf = (ctx: Context, context: ForumContext): Promise<Forum> =>
  ctx.once(`forum:${keyOf(context)}`, async () => (await forumsOf(ctx, [context]))(context));

const courseIdOf = ({ group }: GroupContext) => (group.context_type === 'Course' ? group.context_id : 0);

async function coursesOf(ctx: Context, contexts: readonly ForumContext[]): Promise<Map<number, CourseRow>> {
  const courses = new Map(
    contexts.flatMap((each) => (each.type === 'Course' ? [[each.id, each.course] as const] : [])),
  );
  const ids = contexts.flatMap((each) => (each.type === 'Group' ? courseIdOf(each) || [] : []));
  const missing = ids.filter((id) => !courses.has(id));
  if (missing.length > 0) {
    const rows = await ctx.db.selectFrom('courses').selectAll().where('id', '=', anyOf(missing)).execute();
    for (const row of rows) courses.set(row.id, row);
  }
  return courses;
}

function courseFlags(
  course: CourseRow | null,
  access: OwnCourseAccess | null,
  settings: CourseSettings | null,
  inCourse: (right: CourseRight) => boolean,
) {
  const enrollments = access?.enrollments ?? [];
  const teaches = enrollments.some(({ type }) => type === 'TeacherEnrollment' || type === 'TaEnrollment');
  return {
    isInstructor: teaches,
    participates: enrollments.some(({ date_state }) => date_state === 'active') || inCourse('read_as_admin'),
    belongs: enrollments.length > 0,
    sections: access ? sectionsOfReader(access) : ('all' as const),
    managesGrades: inCourse('manage_grades'),
    editsAssignments: inCourse('manage_assignments_edit'),
    addsAssignments: inCourse('manage_assignments_add'),
    addsContent: inCourse('manage_course_content_add'),
    studentsMakeTopics: settings?.flag('allow_student_discussion_topics') ?? true,
    studentsEditTheirPosts:
      (settings?.flag('allow_student_discussion_editing') ?? true) || inCourse('read_as_admin'),
    studentsAttachFiles: course?.allow_student_forum_attachments ?? false,
    studentsHideNames: settings?.flag('allow_student_anonymous_discussion_topics') ?? false,
    announcementsTakeNoReplies: settings?.flag('lock_all_announcements') ?? false,
  };
}

const learning = ['StudentEnrollment', 'StudentViewEnrollment', 'ObserverEnrollment'];

/** Who only learns, or watches, is concerned by what is for his own sections, whomever else he may see. */
function sectionsOfReader(access: OwnCourseAccess): Forum['sections'] {
  const { enrollments } = access;
  if (enrollments.length > 0 && enrollments.every(({ type }) => learning.includes(type))) {
    return enrollments.map(({ course_section_id }) => course_section_id);
  }
  return visibleSections(access);
}

const ofCourseForum = (may: (right: CourseRight) => boolean) => ({
  isCourse: true,
  readsForum: may('read_forum'),
  readsAnnouncements: may('read_announcements'),
  moderates: may('moderate_forum'),
  posts: may('post_to_forum'),
  creates: may('create_forum'),
  readsAsAdmin: may('read_as_admin'),
  manages: may('manage'),
  participatesAsStudent: may('participate_as_student'),
  viewsGroupPages: may('view_group_pages'),
});

const ofGroupForum = (may: (right: GroupRight) => boolean) => ({
  isCourse: false,
  readsForum: may('read_forum'),
  readsAnnouncements: may('read_announcements'),
  moderates: may('moderate_forum'),
  posts: may('post_to_forum'),
  creates: may('create_forum'),
  readsAsAdmin: may('read_as_admin'),
  manages: may('manage'),
  participatesAsStudent: may('participate_as_student'),
  viewsGroupPages: false,
});

export const courseForum = (ctx: Context, course: CourseRow): Promise<Forum> =>
  forumOf(ctx, ofCourse(course));
