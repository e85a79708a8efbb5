import type { CourseRow, OwnEnrollment } from '../../domain/course-access.ts';
import { type CourseAccess, courseGrants } from '../../domain/course-rights.ts';
import type { Course } from './schema.ts';

type Entry = NonNullable<Course['enrollments']>[number];

/** An enrollment as far as a course's JSON tells of it. */
export type ShownEnrollment = Pick<
  OwnEnrollment,
  | 'associated_user_id'
  | 'course_section_id'
  | 'date_state'
  | 'limit_privileges_to_course_section'
  | 'role'
  | 'role_id'
  | 'type'
  | 'user_id'
  | 'workflow_state'
>;

const shortTypes = {
  StudentEnrollment: 'student',
  StudentViewEnrollment: 'student',
  TeacherEnrollment: 'teacher',
  TaEnrollment: 'ta',
  DesignerEnrollment: 'designer',
  ObserverEnrollment: 'observer',
} as const;

/** `enrollments` of a course's JSON, with scores where they are asked for. Nothing is graded yet. */
export function enrollmentsField(
  course: CourseRow,
  access: CourseAccess,
  rows: readonly ShownEnrollment[],
  asked: readonly string[],
): Entry[] {
  const totals = asked.includes('total_scores');
  const ofPeriod = totals && asked.includes('current_grading_period_scores');
  const grades = courseGrants('manage_grades', access) || courseGrants('view_all_grades', access);
  return rows.map((row) => {
    const type = shortTypes[row.type];
    const scores = type === 'student' && totals && !course.hide_final_grades;
    return {
      type,
      role: row.role,
      role_id: row.role_id,
      user_id: row.user_id,
      enrollment_state: row.workflow_state,
      limit_privileges_to_course_section: row.limit_privileges_to_course_section,
      ...(type === 'observer' &&
        row.associated_user_id !== null && { associated_user_id: row.associated_user_id }),
      ...(type === 'student' && ofPeriod && noPeriod),
      ...(scores && { ...noScores, ...(grades && noUnpostedScores) }),
      ...(scores && ofPeriod && { ...noPeriodScores, ...(grades && noUnpostedPeriodScores) }),
    };
  });
}

const noPeriod = {
  current_grading_period_id: null,
  current_grading_period_title: null,
  has_grading_periods: false,
  multiple_grading_periods_enabled: false,
};

const noScores = {
  computed_current_grade: null,
  computed_current_score: null,
  computed_current_letter_grade: null,
  computed_final_grade: null,
  computed_final_score: null,
};

const noUnpostedScores = {
  unposted_current_score: null,
  unposted_final_score: null,
  unposted_current_grade: null,
  unposted_final_grade: null,
};

const noPeriodScores = {
  totals_for_all_grading_periods_option: false,
  current_period_computed_current_score: null,
  current_period_computed_final_score: null,
  current_period_computed_current_grade: null,
  current_period_computed_final_grade: null,
};

const noUnpostedPeriodScores = {
  current_period_unposted_current_score: null,
  current_period_unposted_final_score: null,
  current_period_unposted_current_grade: null,
  current_period_unposted_final_grade: null,
};
