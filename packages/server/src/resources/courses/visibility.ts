/** `course_visibility`, and what may be seen otherwise than the course (accounts file 3.8). */
import type { CourseRow } from '../../domain/course-access.ts';
import type { CourseChanges, CourseParams } from './write.ts';

/** From closed to open. */
const LEVELS = ['course', 'institution', 'public'] as const;
type Level = (typeof LEVELS)[number];

const isLevel = (text: string | null | undefined): text is Level =>
  (LEVELS as readonly (string | null | undefined)[]).includes(text);

/** What `course_visibility` makes of the columns; where it isn't given, nothing that goes with it counts. */
export function visibilityChanges(params: CourseParams, course: CourseRow): CourseChanges {
  const { course_visibility, custom_course_visibility, syllabus_visibility_option } = params;
  if (!course_visibility) return {};
  const level = isLevel(course_visibility) ? course_visibility : 'course';
  return {
    is_public: level === 'public',
    is_public_to_auth_users:
      level === 'institution' || (level === 'public' && course.is_public_to_auth_users),
    ...syllabusChanges(custom_course_visibility === false ? 'inherit' : syllabus_visibility_option, level),
  };
}

/** A syllabus is never closed tighter than its course. */
function syllabusChanges(option: string | null | undefined, course: Level): CourseChanges {
  if (!option) return {};
  const level = isLevel(option) && LEVELS.indexOf(option) > LEVELS.indexOf(course) ? option : course;
  return { public_syllabus: level === 'public', public_syllabus_to_auth: level === 'institution' };
}

/** Who sees the files: null for whoever sees the course, undefined where nothing is said. */
export function filesVisibility(params: CourseParams): Level | null | undefined {
  if (!params.course_visibility) return undefined;
  if (params.custom_course_visibility === false) return null;
  const option = params.files_visibility_option;
  if (!option) return undefined;
  return isLevel(option) ? option : null;
}
