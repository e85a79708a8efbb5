import type { CourseRow, OwnCourseAccess } from '../../domain/course-access.ts';

/** How assignments are asked for. */
export interface AssignmentView {
  /** Names that aren't known are ignored. */
  include?: readonly string[] | undefined;
  /** The reader's own dates in place of those of the assignment, unless it says no. */
  overrideDates?: boolean | undefined;
  needsGradingBySection?: boolean | undefined;
  /** Echoed. */
  bucket?: string | undefined;
  /** `description`, `needs_grading_count`, `rubric`, `in_closed_grading_period` can be left out. */
  exclude?: readonly string[] | undefined;
  /** Inside a discussion, which needn't stand in its own assignment. */
  withoutTopic?: boolean | undefined;
  withoutDescription?: boolean | undefined;
}

/** For those who load them: with the course that they are in. */
export interface LoadingView extends AssignmentView {
  course: CourseRow;
  access: OwnCourseAccess;
}

export const includes = ({ include }: AssignmentView, name: string): boolean =>
  include?.includes(name) ?? false;

export const excludes = ({ exclude }: AssignmentView, name: string): boolean =>
  exclude?.includes(name) ?? false;
