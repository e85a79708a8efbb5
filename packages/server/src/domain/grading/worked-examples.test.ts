import { describe, expect, it } from 'vitest';
import { type CourseRules, courseScores, type StudentWork, type Work } from './course-scores.ts';
import { keptAfterDrops } from './drop-rules.ts';
import { type Example, workedExamples } from './worked-examples.ts';

function workOf({ assignments, groups, grades }: Example): Work[] {
  return assignments.map((assignment, at) => {
    const grade = grades[assignment.name];
    return {
      assignmentId: at + 1,
      groupId: groups.findIndex(({ name }) => name === assignment.group) + 1,
      gradingPeriodId: null,
      points_possible: assignment.points,
      omit_from_final_grade: assignment.omit ?? false,
      score: typeof grade === 'number' ? grade : null,
      excused: grade === 'excused',
      posted: grade !== undefined && !assignment.post_manually,
      pendingReview: false,
    };
  });
}

const rulesOf = ({ groups, assignments, weighted }: Example): CourseRules => ({
  groups: groups.map(({ weight = 0, never_drop, name: _, ...rules }, at) => ({
    id: at + 1,
    group_weight: weight,
    rules: {
      ...rules,
      ...(never_drop && {
        never_drop: never_drop.map((name) => assignments.findIndex((item) => item.name === name) + 1),
      }),
    },
  })),
  apply_assignment_group_weights: weighted ?? false,
  periods: [],
  weightedPeriods: false,
});

const student = (work: Work[], completed = false): StudentWork => ({ work, completed });

describe('gradebooks reckoned by hand', () => {
  it.each(workedExamples.map((example) => [example.title, example] as const))('%s', (_, example) => {
    const { course } = courseScores(student(workOf(example)), rulesOf(example));
    expect(course).toMatchObject({
      current_score: example.current,
      final_score: example.final,
      unposted_current_score: example.unposted_current ?? example.current,
      unposted_final_score: example.unposted_final ?? example.final,
    });
  });
});

describe('courseScores', () => {
  const one: Work = {
    assignmentId: 1,
    groupId: 1,
    gradingPeriodId: 1,
    points_possible: 10,
    omit_from_final_grade: false,
    score: 8,
    excused: false,
    posted: true,
    pendingReview: false,
  };
  const rules: CourseRules = {
    groups: [{ id: 1, group_weight: 0, rules: {} }],
    apply_assignment_group_weights: false,
    periods: [
      { id: 1, weight: 40 },
      { id: 2, weight: 60 },
    ],
    weightedPeriods: true,
  };

  it('takes the points of what counts, and of weighted groups the percentage', () => {
    const { course, groups } = courseScores(student([one]), { ...rules, weightedPeriods: false });
    expect(course).toMatchObject({ current_points: 8, final_points: 8 });
    expect(groups.get(1)).toMatchObject({ current_score: 80, current_points: 8 });
    const weighted = { ...rules, weightedPeriods: false, apply_assignment_group_weights: true };
    const heavy = { ...weighted, groups: [{ id: 1, group_weight: 50, rules: {} }] };
    expect(courseScores(student([one]), heavy).course).toMatchObject({ current_points: 80 });
  });

  it('weighs periods, and shares the weight of those without a score', () => {
    const two: Work = { ...one, assignmentId: 2, gradingPeriodId: 2, score: 5 };
    const both = courseScores(student([one, two]), rules);
    expect(both.periods.get(1)).toMatchObject({ current_score: 80, final_score: 80 });
    expect(both.periods.get(2)).toMatchObject({ current_score: 50 });
    expect(both.course).toMatchObject({ current_score: 62, final_score: 62, current_points: 62 });
    const first = courseScores(student([one, { ...two, score: null, posted: false }]), rules);
    expect(first.course).toMatchObject({ current_score: 80, final_score: 32 });
    expect(courseScores(student([]), rules).course).toMatchObject({ current_score: null, final_score: 0 });
  });

  it('lets periods weigh more than 100 together', () => {
    const heavy = { ...rules, periods: [{ id: 1, weight: 120 }] };
    expect(courseScores(student([one]), heavy).course.current_score).toBe(96);
  });

  it('leaves out what a student who is through never did', () => {
    const undone: Work = { ...one, assignmentId: 2, score: null, posted: false };
    const plain = { ...rules, weightedPeriods: false };
    expect(courseScores(student([one, undone]), plain).course.final_score).toBe(40);
    expect(courseScores(student([one, undone], true), plain).course.final_score).toBe(80);
  });

  it('waits with what is to be reviewed, but counts it in the end', () => {
    const pending = { ...one, pendingReview: true };
    const { course } = courseScores(student([pending]), { ...rules, weightedPeriods: false });
    expect(course).toMatchObject({ current_score: null, final_score: 80 });
  });
});

describe('keptAfterDrops', () => {
  const item = (assignmentId: number, score: number, possible: number) => ({ assignmentId, score, possible });

  it('finds what Kane & Kane find: the best total, not the best marks', () => {
    // Their example: dropping the lowest percentage (the first) gives 116/200, dropping the second 78/110.
    const kept = keptAfterDrops([item(1, 2, 10), item(2, 40, 100), item(3, 76, 100)], { drop_lowest: 1 });
    expect(kept.map(({ assignmentId }) => assignmentId)).toEqual([3, 1]);
  });

  it('agrees with trying every choice', () => {
    const all = [
      item(1, 8, 10),
      item(2, 15, 40),
      item(3, 3, 5),
      item(4, 70, 90),
      item(5, 11, 20),
      item(6, 6, 6),
    ];
    for (const drop_lowest of [1, 2, 3, 4, 5]) {
      const share = (chosen: typeof all) =>
        chosen.reduce((total, { score }) => total + score, 0) /
        chosen.reduce((total, { possible }) => total + possible, 0);
      const best = Math.max(...choices(all, all.length - drop_lowest).map(share));
      expect(share(keptAfterDrops(all, { drop_lowest }))).toBeCloseTo(best, 12);
      const worst = Math.min(...choices(all, all.length - drop_lowest).map(share));
      expect(share(keptAfterDrops(all, { drop_highest: drop_lowest }))).toBeCloseTo(worst, 12);
    }
  });

  it('leaves one, the best, whatever is to be dropped', () => {
    const all = [item(1, 3, 10), item(2, 9, 10), item(3, 6, 10)];
    expect(keptAfterDrops(all, { drop_lowest: 5, drop_highest: 3 })).toEqual([item(2, 9, 10)]);
  });

  it('goes by points where none are possible', () => {
    const kept = keptAfterDrops([item(1, 3, 0), item(2, 1, 0), item(3, 2, 0)], {
      drop_lowest: 1,
      drop_highest: 1,
    });
    expect(kept).toEqual([item(3, 2, 0)]);
  });

  it('survives extra credit that beats everything', () => {
    const all = [item(1, 1, 10), item(2, 2, 10), item(3, 5, 0), item(4, 4, 0), item(5, 3, 0)];
    expect(keptAfterDrops(all, { drop_lowest: 2, drop_highest: 2 })).toHaveLength(1);
  });
});

function choices<T>(from: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return from.flatMap((first, at) => choices(from.slice(at + 1), count - 1).map((rest) => [first, ...rest]));
}
