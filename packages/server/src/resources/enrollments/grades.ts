import { courseGrants } from '../../domain/course-rights.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import type { Context } from '../../http/context.ts';
import type { EnrollmentFacts } from './facts.ts';
import type { Grades } from './schema.ts';

export interface GradesView {
  /** `current_points`, and for graders those that aren't posted yet. */
  points?: boolean;
  /** Of the grading period that runs now; no course has any. */
  currentGradingPeriod?: boolean;
}

/** `grades` of a student's enrollment. Nothing is graded yet, so every score is null. */
export function gradesOf(
  ctx: Context,
  { user_id, course_id }: EnrollmentRow,
  { course, access, isParent, grants }: EnrollmentFacts,
  view: GradesView,
): Grades {
  const html_url = ctx.url(`/courses/${course_id}/grades/${user_id}`);
  const isGrader = courseGrants('manage_grades', access) || courseGrants('view_all_grades', access);
  // Whoever reads them otherwise (the student, a parent in the course) doesn't where the course hides them.
  const reads = isGrader || isParent || (grants('read_grades') && !course.hide_final_grades);
  if (!reads) return { html_url };
  return {
    html_url,
    ...(view.currentGradingPeriod && { grading_period_id: null }),
    ...(view.points && { current_points: null }),
    current_grade: null,
    current_score: null,
    final_grade: null,
    final_score: null,
    ...(isGrader && {
      unposted_current_score: null,
      unposted_current_grade: null,
      unposted_final_score: null,
      unposted_final_grade: null,
      ...(view.points && { unposted_current_points: null }),
    }),
  };
}
