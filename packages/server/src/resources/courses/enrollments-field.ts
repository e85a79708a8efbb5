import type { CourseRow, OwnEnrollment } from '../../domain/course-access.ts';
import type { Course } from './schema.ts';

type Entry = NonNullable<Course['enrollments']>[number];
type Row = Pick<
  OwnEnrollment,
  | 'type'
  | 'role'
  | 'role_id'
  | 'user_id'
  | 'workflow_state'
  | 'limit_privileges_to_course_section'
  | 'associated_user_id'
>;

const shortTypes = {
  StudentEnrollment: 'student',
  StudentViewEnrollment: 'student',
  TeacherEnrollment: 'teacher',
  TaEnrollment: 'ta',
  DesignerEnrollment: 'designer',
  ObserverEnrollment: 'observer',
} as const;

/** `enrollments` of a course's JSON: those of one user in it, with scores where they are asked for. */
export function enrollmentsField(course: CourseRow, rows: readonly Row[], asked: readonly string[]): Entry[] {
  return rows.map((row) => {
    const type = shortTypes[row.type];
    const scores = type === 'student' && asked.includes('total_scores') && !course.hide_final_grades;
    return {
      type,
      role: row.role,
      role_id: row.role_id,
      user_id: row.user_id,
      enrollment_state: row.workflow_state,
      limit_privileges_to_course_section: row.limit_privileges_to_course_section,
      ...(row.associated_user_id !== null && { associated_user_id: row.associated_user_id }),
      ...(scores && noScores),
      ...(scores && asked.includes('current_grading_period_scores') && noPeriodScores),
    };
  });
}

/** Nothing is graded yet: what Canvas shows of a student without scores. */
const noScores = {
  computed_current_score: null,
  computed_final_score: null,
  computed_current_grade: null,
  computed_final_grade: null,
};

const noPeriodScores = {
  has_grading_periods: false,
  multiple_grading_periods_enabled: false,
  totals_for_all_grading_periods_option: false,
  current_grading_period_title: null,
  current_grading_period_id: null,
  current_period_computed_current_score: null,
  current_period_computed_final_score: null,
  current_period_computed_current_grade: null,
  current_period_computed_final_grade: null,
};
