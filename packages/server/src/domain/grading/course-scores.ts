/**
 * The score of a student in a course, from all that he has: Canvas's `GradeCalculator`. Percentages, to hundredths;
 * null where there is nothing to reckon with.
 */
import { type DropRules, keptAfterDrops } from './drop-rules.ts';
import {
  dividedBy,
  type Exact,
  exact,
  HUNDRED,
  isLess,
  isPositive,
  plus,
  roundFloat,
  times,
  toFloat,
  toHundredths,
  ZERO,
} from './exact.ts';

/** A student's submission with what its assignment says of it; only where he is assigned. */
export interface Work {
  readonly assignmentId: number;
  readonly groupId: number;
  readonly gradingPeriodId: number | null;
  /** 0 or null makes it extra credit. */
  readonly points_possible: number | null;
  readonly omit_from_final_grade: boolean;
  readonly score: number | null;
  readonly excused: boolean;
  /** The student sees it. */
  readonly posted: boolean;
  /** Part of it has yet to be graded by hand. */
  readonly pendingReview: boolean;
}

export interface GroupRules {
  readonly id: number;
  readonly group_weight: number;
  readonly rules: DropRules;
}

export interface PeriodWeight {
  readonly id: number;
  readonly weight: number | null;
}

export interface CourseRules {
  readonly groups: readonly GroupRules[];
  readonly apply_assignment_group_weights: boolean;
  readonly periods: readonly PeriodWeight[];
  /** The course's score is made of those of its grading periods. */
  readonly weightedPeriods: boolean;
}

export interface StudentWork {
  readonly work: readonly Work[];
  /** All his enrollments are over: what he didn't do doesn't count any more. */
  readonly completed: boolean;
}

/** What counts: `current` is what is graded, `final` takes the rest for 0; `unposted_` is with what is still hidden. */
export interface Scores {
  readonly current_score: number | null;
  readonly final_score: number | null;
  readonly unposted_current_score: number | null;
  readonly unposted_final_score: number | null;
  /** Of weighted groups the percentage again. */
  readonly current_points: number | null;
  readonly final_points: number | null;
  readonly unposted_current_points: number | null;
  readonly unposted_final_points: number | null;
}

export interface CourseScores {
  readonly course: Scores;
  readonly periods: ReadonlyMap<number, Scores>;
  /** Of each assignment group, over the whole course. */
  readonly groups: ReadonlyMap<number, Scores>;
}

export function courseScores(student: StudentWork, rules: CourseRules): CourseScores {
  const periods = new Map(
    rules.periods.map(({ id }) => {
      const work = student.work.filter(({ gradingPeriodId }) => gradingPeriodId === id);
      return [id, scoresOf((view) => totalOf(groupSums(student, work, rules, view), rules))];
    }),
  );
  const sums = new Map(VIEWS.map((view) => [view, groupSums(student, student.work, rules, view)]));
  const sumsIn = (view: View) => sums.get(view) as GroupSum[];
  return {
    periods,
    groups: new Map(
      rules.groups.map(({ id }, at) => [id, scoresOf((view) => totalOfGroup(sumsIn(view)[at] as GroupSum))]),
    ),
    course:
      rules.weightedPeriods && periods.size > 0
        ? scoresOf((view) => totalOfPeriods(periods, rules.periods, view))
        : scoresOf((view) => totalOf(sumsIn(view), rules)),
  };
}

/** What a number is about. */
interface View {
  readonly onlyGraded: boolean;
  readonly onlyPosted: boolean;
}

const CURRENT: View = { onlyGraded: true, onlyPosted: true };
const FINAL: View = { onlyGraded: false, onlyPosted: true };
const UNPOSTED_CURRENT: View = { onlyGraded: true, onlyPosted: false };
const UNPOSTED_FINAL: View = { onlyGraded: false, onlyPosted: false };
const VIEWS = [CURRENT, FINAL, UNPOSTED_CURRENT, UNPOSTED_FINAL];

interface Total {
  readonly score: number | null;
  readonly points: number | null;
}

function scoresOf(total: (view: View) => Total): Scores {
  const [current, final] = [total(CURRENT), total(FINAL)];
  const [unpostedCurrent, unpostedFinal] = [total(UNPOSTED_CURRENT), total(UNPOSTED_FINAL)];
  return {
    current_score: current.score,
    final_score: final.score,
    unposted_current_score: unpostedCurrent.score,
    unposted_final_score: unpostedFinal.score,
    current_points: current.points,
    final_points: final.points,
    unposted_current_points: unpostedCurrent.points,
    unposted_final_points: unpostedFinal.points,
  };
}

interface GroupSum {
  readonly score: Exact;
  readonly possible: Exact;
  readonly weight: number;
}

function groupSums(
  { completed }: StudentWork,
  work: readonly Work[],
  { groups }: CourseRules,
  view: View,
): GroupSum[] {
  const byGroup = Map.groupBy(work, ({ groupId }) => groupId);
  return groups.map(({ id, group_weight, rules }) => {
    const counting = (byGroup.get(id) ?? []).flatMap((item) => counted(item, view, completed));
    const kept = keptAfterDrops(counting, rules);
    return {
      score: kept.reduce((total, { score }) => plus(total, exact(score)), ZERO),
      possible: kept.reduce((total, { possible }) => plus(total, exact(possible)), ZERO),
      weight: group_weight,
    };
  });
}

interface Counted {
  readonly assignmentId: number;
  readonly score: number;
  readonly possible: number;
}

/** An assignment as far as it counts in a view, or nothing. */
function counted(item: Work, { onlyGraded, onlyPosted }: View, completed: boolean): Counted[] {
  if (item.omit_from_final_grade) return [];
  // What isn't to be seen is as if the student had nothing, be he excused.
  const seen = (item.posted || !onlyPosted) && !(onlyGraded && item.pendingReview);
  if (seen ? item.excused : completed) return [];
  const score = seen ? item.score : null;
  if (score === null && onlyGraded) return [];
  return [{ assignmentId: item.assignmentId, score: score ?? 0, possible: item.points_possible ?? 0 }];
}

const percentage = (score: Exact, possible: Exact): number | null =>
  isPositive(possible) ? toHundredths(times(dividedBy(score, possible), HUNDRED)) : null;

const totalOfGroup = ({ score, possible }: GroupSum): Total => ({
  score: percentage(score, possible),
  points: toFloat(score),
});

function totalOf(sums: readonly GroupSum[], { apply_assignment_group_weights }: CourseRules): Total {
  if (apply_assignment_group_weights) return both(weightedScore(sums));
  const score = sums.reduce((total, sum) => plus(total, sum.score), ZERO);
  const possible = sums.reduce((total, sum) => plus(total, sum.possible), ZERO);
  return { score: percentage(score, possible), points: toFloat(score) };
}

const both = (score: number | null): Total => ({ score, points: score });

/** Groups without points say nothing, and the others share the weight up to 100; beyond that it is extra credit. */
function weightedScore(sums: readonly GroupSum[]): number | null {
  const telling = sums.filter(({ possible }) => possible.over !== 0n);
  const weight = telling.reduce((total, sum) => plus(total, exact(sum.weight)), ZERO);
  if (weight.over === 0n) return null;
  const reached = telling.reduce(
    (total, sum) => plus(total, times(dividedBy(sum.score, sum.possible), exact(sum.weight))),
    ZERO,
  );
  const scaled = isLess(weight, HUNDRED) ? times(dividedBy(reached, weight), HUNDRED) : reached;
  return roundFloat(toFloat(scaled));
}

/**
 * The course's score of those of its weighted periods. Canvas takes the posted ones in every view, so that the
 * unposted scores of such a course equal the posted ones.
 */
function totalOfPeriods(
  periods: ReadonlyMap<number, Scores>,
  weights: readonly PeriodWeight[],
  { onlyGraded }: View,
): Total {
  const all = weights.map(({ id, weight }) => {
    const scores = periods.get(id) as Scores;
    return { weight: weight ?? 0, score: onlyGraded ? scores.current_score : scores.final_score };
  });
  const telling = onlyGraded ? all.filter(({ score }) => score !== null) : all;
  if (onlyGraded && telling.length === 0) return both(null);
  const reached = telling.reduce((total, { weight, score }) => total + (score ?? 0) * (weight / 100), 0);
  const weight = telling.reduce((total, item) => total + item.weight, 0);
  if (weight >= 100) return both(roundFloat(reached));
  return both(weight === 0 ? 0 : roundFloat((reached * 100) / weight));
}
