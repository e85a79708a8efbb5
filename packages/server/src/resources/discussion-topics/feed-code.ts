import type { ForumContext } from '../../domain/forum-access.ts';

/** What opens the feeds of a course or a group to whoever knows it. */
export const feedCode = (context: ForumContext): string =>
  context.type === 'Course' ? `course_${context.course.uuid}` : `group_${context.group.uuid}`;
