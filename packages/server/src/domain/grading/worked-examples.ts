/**
 * Gradebooks reckoned by hand, to the cent. They are held against the calculation alone (worked-examples.test.ts beside
 * this), and against the API from the assignment to the enrollment (resources/enrollments/worked-gradebooks.test.ts).
 */
export interface ExampleAssignment {
  readonly name: string;
  readonly group: string;
  readonly points: number | null;
  readonly omit?: boolean;
  readonly post_manually?: boolean;
}

export interface ExampleGroup {
  readonly name: string;
  readonly weight?: number;
  readonly drop_lowest?: number;
  readonly drop_highest?: number;
  /** Names of assignments. */
  readonly never_drop?: readonly string[];
}

export interface Example {
  readonly title: string;
  /** How it was reckoned. */
  readonly by_hand: string;
  readonly weighted?: boolean;
  readonly groups: readonly ExampleGroup[];
  readonly assignments: readonly ExampleAssignment[];
  /** By the assignment's name: points, or excused; what isn't here isn't graded. */
  readonly grades: Readonly<Record<string, number | 'excused'>>;
  readonly current: number | null;
  readonly final: number | null;
  /** Where they differ from the posted ones. */
  readonly unposted_current?: number | null;
  readonly unposted_final?: number | null;
}

const homework: ExampleGroup = { name: 'Homework' };
const inHomework = (name: string, points: number | null): ExampleAssignment => ({
  name,
  group: 'Homework',
  points,
});

export const workedExamples: readonly Example[] = [
  {
    title: 'points add up over all groups, and what is not graded is 0 in the end',
    by_hand: 'current (8 + 45) / (10 + 50) = 88.33; final 53 / (10 + 50 + 40) = 53',
    groups: [homework, { name: 'Exams' }],
    assignments: [
      inHomework('H1', 10),
      { name: 'E1', group: 'Exams', points: 50 },
      { name: 'E2', group: 'Exams', points: 40 },
    ],
    grades: { H1: 8, E1: 45 },
    current: 88.33,
    final: 53,
  },
  {
    title: 'what is excused counts nowhere',
    by_hand: 'current and final 7 / 10 = 70',
    groups: [homework],
    assignments: [inHomework('H1', 10), inHomework('H2', 90)],
    grades: { H1: 7, H2: 'excused' },
    current: 70,
    final: 70,
  },
  {
    title: 'the lowest is dropped by what it costs, not by its percentage',
    by_hand: 'without A (2/10): 116/200 = 58; without B (40/100): 78/110 = 70.91; without C (76/100): 42/110',
    groups: [{ ...homework, drop_lowest: 1 }],
    assignments: [inHomework('A', 10), inHomework('B', 100), inHomework('C', 100)],
    grades: { A: 2, B: 40, C: 76 },
    current: 70.91,
    final: 70.91,
  },
  {
    title: 'what is not graded is dropped first in the end, but only there',
    by_hand: 'current: of 9/10, 6/10 the 6 goes: 90; final: of 9, 6, 0 the 0 goes: 15/20 = 75',
    groups: [{ ...homework, drop_lowest: 1 }],
    assignments: [inHomework('A', 10), inHomework('B', 10), inHomework('C', 10)],
    grades: { A: 9, B: 6 },
    current: 90,
    final: 75,
  },
  {
    title: 'lowest and highest are dropped, but never the one that is safe',
    by_hand: 'A (1/10) is safe; of B 4, C 9, D 7 the 4 and the 9 go: (1 + 7) / 20 = 40',
    groups: [{ ...homework, drop_lowest: 1, drop_highest: 1, never_drop: ['A'] }],
    assignments: [inHomework('A', 10), inHomework('B', 10), inHomework('C', 10), inHomework('D', 10)],
    grades: { A: 1, B: 4, C: 9, D: 7 },
    current: 40,
    final: 40,
  },
  {
    title: 'more drops than there is to drop leave the best one',
    by_hand: '2 lowest and 1 highest of 3, one of them excused: of the other two the better one stays, 9/10',
    groups: [{ ...homework, drop_lowest: 2, drop_highest: 1 }],
    assignments: [inHomework('A', 10), inHomework('B', 10), inHomework('C', 10)],
    grades: { A: 3, B: 9, C: 'excused' },
    current: 90,
    final: 90,
  },
  {
    title: 'points of nothing are extra credit',
    by_hand: '(18 + 3) / 20 = 105',
    groups: [homework],
    assignments: [inHomework('H1', 20), inHomework('Bonus', 0)],
    grades: { H1: 18, Bonus: 3 },
    current: 105,
    final: 105,
  },
  {
    title: 'a hidden grade counts for graders only',
    by_hand: 'posted: current 6/10 = 60, final 6/30 = 20; with the hidden 19/20: 25/30 = 83.33 both',
    groups: [homework],
    assignments: [inHomework('H1', 10), { ...inHomework('H2', 20), post_manually: true }],
    grades: { H1: 6, H2: 19 },
    current: 60,
    final: 20,
    unposted_current: 83.33,
    unposted_final: 83.33,
  },
  {
    title: 'what is left out of the final grade is left out',
    by_hand: '7/10 = 70 without the practice',
    groups: [homework],
    assignments: [inHomework('H1', 10), { ...inHomework('Practice', 50), omit: true }],
    grades: { H1: 7, Practice: 5 },
    current: 70,
    final: 70,
  },
  {
    title: 'groups weigh, and one without grades gives its weight to the others',
    by_hand:
      'current: homework 8/10 x 30 + exams none: 24/30 = 80; final: homework 24 + exams 0 of 100 x 70 = 24',
    weighted: true,
    groups: [
      { ...homework, weight: 30 },
      { name: 'Exams', weight: 70 },
    ],
    assignments: [inHomework('H1', 10), { name: 'E1', group: 'Exams', points: 100 }],
    grades: { H1: 8 },
    current: 80,
    final: 24,
  },
  {
    title: 'an empty group counts neither now nor in the end',
    by_hand: 'homework 2/3 x 20, exams 7/9 x 50: (13.3333 + 38.8889) / 70 = 74.60',
    weighted: true,
    groups: [
      { ...homework, weight: 20 },
      { name: 'Exams', weight: 50 },
      { name: 'Projects', weight: 30 },
    ],
    assignments: [inHomework('H1', 3), { name: 'E1', group: 'Exams', points: 9 }],
    grades: { H1: 2, E1: 7 },
    current: 74.6,
    final: 74.6,
  },
  {
    title: 'weights beyond 100 are extra credit',
    by_hand: '90% x 100 + 80% x 10 = 98',
    weighted: true,
    groups: [
      { ...homework, weight: 100 },
      { name: 'Extra', weight: 10 },
    ],
    assignments: [inHomework('H1', 50), { name: 'X1', group: 'Extra', points: 5 }],
    grades: { H1: 45, X1: 4 },
    current: 98,
    final: 98,
  },
  {
    title: 'extra credit in a group that has only that counts nothing while groups weigh',
    by_hand: 'the bonus group has 0 points possible: homework 8/10 alone = 80',
    weighted: true,
    groups: [
      { ...homework, weight: 60 },
      { name: 'Bonus', weight: 40 },
    ],
    assignments: [inHomework('H1', 10), { name: 'B1', group: 'Bonus', points: 0 }],
    grades: { H1: 8, B1: 5 },
    current: 80,
    final: 80,
  },
  {
    title: 'weights of nothing give no score',
    by_hand: 'all weights are 0: there is nothing to scale',
    weighted: true,
    groups: [homework],
    assignments: [inHomework('H1', 10)],
    grades: { H1: 8 },
    current: null,
    final: null,
  },
  {
    title: 'nothing graded is nothing now and 0 in the end',
    by_hand: 'current: no points possible; final 0/10',
    groups: [homework],
    assignments: [inHomework('H1', 10)],
    grades: {},
    current: null,
    final: 0,
  },
  {
    title: 'drops, weights, excused, extra credit and hidden grades at once',
    by_hand:
      'homework (40%): lowest of 9/10, 5/10, 10/10 goes (5), bonus 1/0: 20/20 = 100; H4 excused. exams (60%): E1 30/40, ' +
      'E2 38/40 hidden. current 40 + 60 x 0.75 = 85; final 40 + 60 x 30/80 = 62.5; with the hidden 40 + 60 x 68/80 = 91',
    weighted: true,
    groups: [
      { ...homework, weight: 40, drop_lowest: 1, never_drop: ['Bonus'] },
      { name: 'Exams', weight: 60 },
    ],
    assignments: [
      inHomework('H1', 10),
      inHomework('H2', 10),
      inHomework('H3', 10),
      inHomework('H4', 10),
      inHomework('Bonus', 0),
      { name: 'E1', group: 'Exams', points: 40 },
      { name: 'E2', group: 'Exams', points: 40, post_manually: true },
    ],
    grades: { H1: 9, H2: 5, H3: 10, H4: 'excused', Bonus: 1, E1: 30, E2: 38 },
    current: 85,
    final: 62.5,
    unposted_current: 91,
    unposted_final: 91,
  },
];
