import type { CourseRow, OwnEnrollment } from '../../domain/course-access.ts';
import { type CourseAccess, courseGrants } from '../../domain/course-rights.ts';
import {
  type CoursePeriods,
  isCurrent,
  type PeriodRow,
  periodsOfCourses,
} from '../../domain/grading/periods.ts';
import {
  effective,
  type ScoresOf,
  type ShownScores,
  shownScores,
} from '../../domain/grading/shown-scores.ts';
import type { Context } from '../../http/context.ts';
import type { Course } from './schema.ts';

type Entry = NonNullable<Course['enrollments']>[number];

/** An enrollment as far as a course's JSON tells of it. */
export type ShownEnrollment = Pick<
  OwnEnrollment,
  | 'associated_user_id'
  | 'course_section_id'
  | 'date_state'
  | 'id'
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

/** What the scores of some courses' enrollments are made of, where they are asked for. */
export interface GradesOfCourses {
  readonly scoresOf: ScoresOf;
  /** Only where the scores of the current grading period are asked for too. */
  readonly periods: ReadonlyMap<number, CoursePeriods> | undefined;
}

/** @param asked `include[]` as it was asked; without `total_scores` the scores of a period aren't given either */
export async function loadCourseGrades(
  ctx: Context,
  courses: readonly CourseRow[],
  enrollments: ReadonlyMap<number, readonly ShownEnrollment[]> | undefined,
  asked: readonly string[],
): Promise<GradesOfCourses | undefined> {
  if (!enrollments || !asked.includes('total_scores')) return undefined;
  const ids = [...enrollments.values()].flat().map(({ id }) => id);
  return {
    scoresOf: await shownScores(ctx, courses, ids),
    periods: asked.includes('current_grading_period_scores')
      ? await periodsOfCourses(ctx, courses)
      : undefined,
  };
}

/** `enrollments` of a course's JSON, with scores where they are asked for. */
export function enrollmentsField(
  ctx: Context,
  course: CourseRow,
  access: CourseAccess,
  rows: readonly ShownEnrollment[],
  grades: GradesOfCourses | undefined,
): Entry[] {
  const forGrader = courseGrants('manage_grades', access) || courseGrants('view_all_grades', access);
  const ofCourse = grades?.periods?.get(course.id);
  const current = ofCourse?.periods.find((period) => isCurrent(period, ctx.now));
  return rows.map((row) => {
    const type = shortTypes[row.type];
    const graded = type === 'student' ? grades : undefined;
    const shows = graded !== undefined && !course.hide_final_grades;
    const scoresOf = (periodId?: number) =>
      (graded as GradesOfCourses).scoresOf({ id: row.id, course_id: course.id }, periodId);
    return {
      type,
      role: row.role,
      role_id: row.role_id,
      user_id: row.user_id,
      enrollment_state: row.workflow_state,
      limit_privileges_to_course_section: row.limit_privileges_to_course_section,
      ...(type === 'observer' &&
        row.associated_user_id !== null && { associated_user_id: row.associated_user_id }),
      ...(graded?.periods && periodFields(ofCourse, current)),
      ...(shows && courseScores(scoresOf(), forGrader)),
      ...(shows &&
        graded.periods && {
          totals_for_all_grading_periods_option:
            ofCourse?.set.display_totals_for_all_grading_periods ?? false,
          ...periodScores(current && scoresOf(current.id), forGrader),
        }),
    };
  });
}

const periodFields = (
  ofCourse: CoursePeriods | undefined,
  current: PeriodRow | undefined,
): Partial<Entry> => ({
  current_grading_period_id: current?.id ?? null,
  current_grading_period_title: current?.title ?? null,
  has_grading_periods: ofCourse !== undefined,
  multiple_grading_periods_enabled: ofCourse !== undefined,
});

function courseScores(scores: ShownScores, forGrader: boolean): Partial<Entry> {
  const { current, final } = effective(scores);
  const { unposted_current, unposted_final } = scores;
  return {
    computed_current_grade: current.grade,
    computed_current_score: current.score,
    computed_current_letter_grade: current.grade,
    computed_final_grade: final.grade,
    computed_final_score: final.score,
    ...(forGrader && {
      unposted_current_score: unposted_current.score,
      unposted_final_score: unposted_final.score,
      unposted_current_grade: unposted_current.grade,
      unposted_final_grade: unposted_final.grade,
    }),
  };
}

/** Between two periods there is nothing to say. */
function periodScores(scores: ShownScores | undefined, forGrader: boolean): Partial<Entry> {
  const seen = scores && effective(scores);
  return {
    current_period_computed_current_score: seen?.current.score ?? null,
    current_period_computed_final_score: seen?.final.score ?? null,
    current_period_computed_current_grade: seen?.current.grade ?? null,
    current_period_computed_final_grade: seen?.final.grade ?? null,
    ...(forGrader && {
      current_period_unposted_current_score: scores?.unposted_current.score ?? null,
      current_period_unposted_final_score: scores?.unposted_final.score ?? null,
      current_period_unposted_current_grade: scores?.unposted_current.grade ?? null,
      current_period_unposted_final_grade: scores?.unposted_final.grade ?? null,
    }),
  };
}
