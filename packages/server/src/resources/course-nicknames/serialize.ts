import type { CourseNickname } from './schema.ts';

export function serializeNickname(
  course: { id: number; name: string },
  nickname: string | null,
): CourseNickname {
  return { course_id: course.id, name: course.name, nickname };
}
