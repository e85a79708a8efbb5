import { UsageError } from '../../frame/failure.ts';

/** @throws UsageError */
export function requiredCourse(course: string | undefined): string {
  if (course === undefined) throw new UsageError('--course is missing', '--course 42');
  return course;
}
