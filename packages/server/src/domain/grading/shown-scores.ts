/** The scores of enrollments as they are shown: with letters, and what an instructor put in their place. */
import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { ScoresTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { CourseRow } from '../course-access.ts';
import { courseLetter, courseSchemes } from './schemes.ts';

interface Enrolled {
  readonly id: number;
  readonly course_id: number;
}

export interface ScoreAndGrade {
  readonly score: number | null;
  readonly grade: string | null;
}

export interface ShownScores {
  readonly current: ScoreAndGrade;
  readonly final: ScoreAndGrade;
  readonly unposted_current: ScoreAndGrade;
  readonly unposted_final: ScoreAndGrade;
  /** An instructor's, where the course lets him; the student sees it instead of both. */
  readonly override: ScoreAndGrade | null;
  readonly current_points: number | null;
  readonly unposted_current_points: number | null;
}

/** In the place of the course's score, that of one of its grading periods. */
export type ScoresOf = (enrollment: Enrolled, periodId?: number) => ShownScores;

/** What each enrollment's scores are, in two queries. */
export async function shownScores(
  ctx: Context,
  courses: readonly CourseRow[],
  enrollmentIds: readonly number[],
): Promise<ScoresOf> {
  const schemes = await courseSchemes(ctx, courses);
  const overridable = new Set(
    courses.filter(({ settings }) => settings['allow_final_grade_override'] === true).map(({ id }) => id),
  );
  const rows = await ctx.db
    .selectFrom('scores')
    .selectAll()
    .where('enrollment_id', '=', anyOf(enrollmentIds))
    .execute();
  const byKey = new Map(rows.map((row) => [`${row.enrollment_id}:${row.grading_period_id}`, row]));
  return ({ id, course_id }, periodId = 0) => {
    const lettered = (score: number | null | undefined): ScoreAndGrade => ({
      score: score ?? null,
      grade: courseLetter(schemes.get(course_id), score ?? null),
    });
    return shown(byKey.get(`${id}:${periodId}`), lettered, overridable.has(course_id));
  };
}

function shown(
  row: Selectable<ScoresTable> | undefined,
  lettered: (score: number | null | undefined) => ScoreAndGrade,
  overridable: boolean,
): ShownScores {
  const overridden = overridable && row !== undefined && row.override_score !== null;
  return {
    current: lettered(row?.current_score),
    final: lettered(row?.final_score),
    unposted_current: lettered(row?.unposted_current_score),
    unposted_final: lettered(row?.unposted_final_score),
    override: overridden ? lettered(row.override_score) : null,
    current_points: row?.current_points ?? null,
    unposted_current_points: row?.unposted_current_points ?? null,
  };
}

/** As the student sees them. */
export const effective = ({ current, final, override }: ShownScores) => ({
  current: override ?? current,
  final: override ?? final,
});
