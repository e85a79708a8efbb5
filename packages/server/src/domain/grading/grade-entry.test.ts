import { describe, expect, it } from 'vitest';
import { gradeEntry } from './grade-entry.ts';
import { DEFAULT_SCHEME, type Scheme } from './scheme.ts';
import { type Gradable, type GradingType, numberText, showGrade } from './show-grade.ts';

const of = (
  grading_type: GradingType,
  points_possible: number | null = 10,
  scheme: Scheme = DEFAULT_SCHEME,
): Gradable => ({ grading_type, points_possible, scheme });

const none = { score: null, grade: null };

describe('gradeEntry', () => {
  it.each<[string, string | number | null, Gradable, number | null, string | null]>([
    ['points', '8.5', of('points'), 8.5, '8.5'],
    ['points as a number', 8, of('points'), 8, '8'],
    ['a fraction of nothing', '8.0', of('points'), 8, '8'],
    ['more than there are', '12', of('points'), 12, '12'],
    ['less than nothing', '-3', of('points'), -3, '-3'],
    ['a sign', '+4', of('points'), 4, '4'],
    ['without a whole part', '.5', of('points'), 0.5, '0.5'],
    ['a percentage', '85%', of('points'), 8.5, '8.5'],
    ['a percentage that a float would miss', '55%', of('points', 0.7), 0.385, '0.385'],
    ['pass, of points', 'pass', of('points'), 10, '10'],
    ['incomplete, of points', 'incomplete', of('points'), 0, '0'],
    ['a percentage of nothing', '85%', of('points', null), 0, '0'],
    ['percent', '85%', of('percent', 20), 17, '85%'],
    ['percent from points', '17', of('percent', 20), 17, '85%'],
    ['percent to hundredths', '1', of('percent', 3), 1, '33.33%'],
    ['percent of no points', '7', of('percent', 0), 7, '7%'],
    ['a letter', 'B+', of('letter_grade', 100), 89, 'B+'],
    ['a small letter', 'b+', of('letter_grade', 100), 89, 'B+'],
    ['the best letter', 'A', of('letter_grade', 15), 15, 'A'],
    ['points for a letter', '89.9999', of('letter_grade', 100), 89.9999, 'B+'],
    ['a percentage for a letter', '94%', of('letter_grade', 15), 14.1, 'A'],
    ['a letter for no points', 'B', of('letter_grade', 0), 0, 'B'],
    ['gpa', 'C', of('gpa_scale', 4), 3.04, 'C'],
    ['complete', 'complete', of('pass_fail'), 10, 'complete'],
    ['pass', 'pass', of('pass_fail'), 10, 'complete'],
    ['fail', 'fail', of('pass_fail'), 0, 'incomplete'],
    ['all points', '10', of('pass_fail'), 10, 'complete'],
    ['0 points', '0', of('pass_fail'), 0, 'incomplete'],
    ['all of the percent', '100%', of('pass_fail'), 10, 'complete'],
    ['pass without points', 'pass', of('pass_fail', 0), 0, 'complete'],
    ['fail without points', 'fail', of('pass_fail', null), 0, 'incomplete'],
    // As in Canvas: what can't be read counts as 0 here.
    ['what isn’t a word', 'banana', of('pass_fail'), 0, 'incomplete'],
  ])('%s: %s', (_, posted, gradable, score, grade) => {
    expect(gradeEntry(posted, gradable)).toEqual({ score, grade });
  });

  it.each<[string, string | null, Gradable]>([
    ['a blank', '', of('points')],
    ['blanks', '  ', of('points')],
    ['null', null, of('points')],
    ['a letter where there is no scheme', 'B+', of('points')],
    ['a letter of another scheme', 'E', of('letter_grade')],
    ['a comma', '8,5', of('points')],
    ['a thousand', '1,000', of('points', 1000)],
    ['two points', '8.5.1', of('points')],
    ['half a pass', '5', of('pass_fail')],
    ['anything where nothing is graded', '5', of('not_graded')],
    ['more digits than a number has', '9'.repeat(400), of('points')],
  ])('%s is no grade', (_, posted, gradable) => {
    expect(gradeEntry(posted, gradable)).toEqual(none);
  });

  it('takes a number for the name of a band, unless points are preferred', () => {
    const data = [['4', 0.9] as const, ['3', 0.8] as const, ['0', 0] as const];
    const gradable = of('gpa_scale', 100, { ...DEFAULT_SCHEME, data });
    expect(gradeEntry('3', gradable)).toEqual({ score: 89, grade: '3' });
    expect(gradeEntry('3', gradable, { prefer_points_over_scheme: true })).toEqual({ score: 3, grade: '0' });
    expect(gradeEntry('85', gradable)).toEqual({ score: 85, grade: '3' });
  });
});

describe('showGrade', () => {
  it('shows a hair below a bound as below it', () => {
    expect(showGrade(89.9999, of('letter_grade', 100))).toBe('B+');
    expect(showGrade(8.999999, of('letter_grade', 10))).toBe('B+');
    expect(showGrade(9, of('letter_grade', 10))).toBe('A-');
    expect(showGrade(28.2, of('letter_grade', 30))).toBe('A');
  });

  it('shows a score of nothing by the scheme', () => {
    expect(showGrade(95, of('letter_grade', 0))).toBe('A');
  });
});

describe('numberText', () => {
  it.each([
    [8, '8'],
    [8.25, '8.25'],
    [0, '0'],
    [1e16, '10000000000000000'],
    [1e22, '10000000000000000000000'],
    [0.00025, '0.00025'],
    [0.000025, '2.5e-05'],
    [0.00001, '1.0e-05'],
  ])('%d is %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
