import { courseGrants } from '../../domain/course-rights.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import { isCurrent, periodsOfCourses } from '../../domain/grading/periods.ts';
import { effective, type ShownScores, shownScores } from '../../domain/grading/shown-scores.ts';
import type { Context } from '../../http/context.ts';
import type { EnrollmentFacts, FactsOf } from './facts.ts';
import type { Grades } from './schema.ts';

export interface GradesView {
  /** `current_points`, and for graders those that aren't posted yet. */
  points?: boolean;
  /** Of the grading period that runs now. */
  currentGradingPeriod?: boolean;
  /** Of this grading period. */
  gradingPeriodId?: number | undefined;
}

export type GradesOf = (enrollment: EnrollmentRow) => Grades;

/** `grades` of the students among some enrollments, in a number of queries that doesn't grow with them. */
export async function loadGrades(
  ctx: Context,
  enrollments: readonly EnrollmentRow[],
  factsOf: FactsOf,
  view: GradesView,
): Promise<GradesOf> {
  const courses = [...new Map(enrollments.map((row) => [row.course_id, factsOf(row).course])).values()];
  const scoresOf = await shownScores(
    ctx,
    courses,
    enrollments.map(({ id }) => id),
  );
  const periods = view.currentGradingPeriod ? await periodsOfCourses(ctx, courses) : undefined;
  const current = new Map(
    [...(periods ?? [])].map(([id, found]) => [
      id,
      found.periods.find((period) => isCurrent(period, ctx.now))?.id,
    ]),
  );
  return (enrollment) => {
    const html_url = ctx.url(`/courses/${enrollment.course_id}/grades/${enrollment.user_id}`);
    const period = view.gradingPeriodId ?? current.get(enrollment.course_id);
    const facts = factsOf(enrollment);
    if (!readsGrades(facts)) return { html_url };
    return {
      html_url,
      ...(view.currentGradingPeriod && { grading_period_id: period ?? null }),
      ...gradesSeen(scoresOf(enrollment, period), isGrader(facts), view),
    };
  };
}

const isGrader = ({ access }: EnrollmentFacts): boolean =>
  courseGrants('manage_grades', access) || courseGrants('view_all_grades', access);

/** Whoever isn't a grader or a parent (the student himself) doesn't where the course hides them. */
const readsGrades = (facts: EnrollmentFacts): boolean =>
  isGrader(facts) || facts.isParent || (facts.grants('read_grades') && !facts.course.hide_final_grades);

/** Graders see what was reckoned and what stands in its place, others only what counts. */
function gradesSeen(
  scores: ShownScores,
  forGrader: boolean,
  { points }: GradesView,
): Omit<Grades, 'html_url'> {
  const { current, final } = forGrader ? scores : effective(scores);
  const { override, unposted_current, unposted_final } = scores;
  return {
    ...(points && { current_points: scores.current_points }),
    current_grade: current.grade,
    current_score: current.score,
    final_grade: final.grade,
    final_score: final.score,
    ...(forGrader && {
      ...(override && {
        ...(override.grade !== null && { override_grade: override.grade }),
        override_score: override.score,
      }),
      unposted_current_score: unposted_current.score,
      unposted_current_grade: unposted_current.grade,
      unposted_final_score: unposted_final.score,
      unposted_final_grade: unposted_final.grade,
      ...(points && { unposted_current_points: scores.unposted_current_points }),
    }),
  };
}
