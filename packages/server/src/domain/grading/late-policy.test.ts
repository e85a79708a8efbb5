import { describe, expect, it } from 'vitest';
import {
  applyLatePolicy,
  enteredScore,
  type LatePolicy,
  type PolicySubject,
  pointsDeducted,
  pointsForMissing,
} from './late-policy.ts';
import { isLate, isMissing, secondsLate } from './tardiness.ts';

const policy: LatePolicy = {
  missing_submission_deduction_enabled: true,
  missing_submission_deduction: 75,
  late_submission_deduction_enabled: true,
  late_submission_deduction: 10,
  late_submission_interval: 'day',
  late_submission_minimum_percent_enabled: false,
  late_submission_minimum_percent: 0,
};
const points = { points_possible: 50, grading_type: 'points' as const };
const essay = { ...points, submission_types: ['online_text_entry'] };
const DAY = 86_400;
const NOW = '2026-11-25T12:00:00Z';

const handedIn: PolicySubject = {
  excused: false,
  late_policy_status: null,
  custom_grade_status_id: null,
  seconds_late_override: null,
  submitted_at: '2026-11-21T12:00:01Z',
  submission_type: 'online_text_entry',
  cached_due_date: '2026-11-20T12:00:00Z',
  grader_id: null,
  entered: 40,
};
const missing: PolicySubject = { ...handedIn, submitted_at: null, submission_type: null, entered: null };

describe('pointsDeducted', () => {
  it.each([
    ['nothing for being in time', 40, 0, 0],
    ['an interval that has begun', 40, 1, 5],
    ['an interval to its end', 40, DAY, 5],
    ['the next', 40, DAY + 1, 10],
    ['no more than there is', 12, 9 * DAY, 12],
    ['nothing of nothing', 0, 3 * DAY, 0],
  ])('%s', (_, score, seconds, deducted) => {
    expect(pointsDeducted(policy, score, points, seconds)).toBe(deducted);
  });

  it('leaves the minimum', () => {
    const least = {
      ...policy,
      late_submission_minimum_percent_enabled: true,
      late_submission_minimum_percent: 40,
    };
    expect(pointsDeducted(least, 45, points, 9 * DAY)).toBe(25);
    // Who has less than that loses nothing.
    expect(pointsDeducted(least, 15, points, 9 * DAY)).toBe(0);
  });

  it('counts by the hour, to hundredths', () => {
    const hourly = { ...policy, late_submission_interval: 'hour' as const, late_submission_deduction: 0.333 };
    expect(pointsDeducted(hourly, 40, points, 3 * 3_600 + 1)).toBe(0.67);
  });

  it('takes nothing off a pass, or where there are no points', () => {
    expect(pointsDeducted(policy, 40, { ...points, grading_type: 'pass_fail' }, DAY)).toBe(0);
    expect(pointsDeducted(policy, 40, { ...points, points_possible: 0 }, DAY)).toBe(0);
    expect(pointsDeducted({ ...policy, late_submission_deduction_enabled: false }, 40, points, DAY)).toBe(0);
  });
});

it('what nothing handed in is worth', () => {
  expect(pointsForMissing(policy, points)).toBe(12.5);
  expect(pointsForMissing(policy, { ...points, grading_type: 'pass_fail' })).toBe(0);
});

it('what was entered is the score and what was taken off', () => {
  expect(enteredScore({ score: 7.29, points_deducted: 0.81 })).toBe(8.1);
  expect(enteredScore({ score: null, points_deducted: null })).toBeNull();
});

describe('tardiness', () => {
  it('is late by the second, a quiz by the minute', () => {
    expect(secondsLate(handedIn, NOW)).toBe(DAY + 1);
    expect(isLate(handedIn, NOW)).toBe(true);
    const quiz = { ...handedIn, submission_type: 'online_quiz', submitted_at: '2026-11-20T12:01:00Z' };
    expect(isLate(quiz, NOW)).toBe(false);
    expect(isLate({ ...quiz, submitted_at: '2026-11-20T12:01:01Z' }, NOW)).toBe(true);
  });

  it('is missing once it is due, where something is to be handed in', () => {
    expect(isMissing(missing, ['online_upload'], NOW)).toBe(true);
    expect(isMissing(missing, ['on_paper'], NOW)).toBe(false);
    expect(isMissing({ ...missing, cached_due_date: null }, ['online_upload'], NOW)).toBe(false);
    expect(isMissing({ ...missing, grader_id: 5 }, ['online_upload'], NOW)).toBe(false);
    expect(isMissing({ ...missing, late_policy_status: 'missing' }, ['none'], NOW)).toBe(true);
    expect(isMissing({ ...missing, excused: true }, ['online_upload'], NOW)).toBe(false);
  });
});

describe('applyLatePolicy', () => {
  it('takes points off what is late', () => {
    expect(applyLatePolicy(policy, handedIn, essay, NOW)).toEqual({
      score: 30,
      points_deducted: 10,
      scoredMissing: false,
    });
  });

  it('gives points back where the status says that it is not late', () => {
    const extended = { ...handedIn, late_policy_status: 'extended' as const };
    expect(applyLatePolicy(policy, extended, essay, NOW)).toMatchObject({ score: 40, points_deducted: null });
  });

  it('goes by the lateness that a grader says', () => {
    const said = { ...handedIn, late_policy_status: 'late' as const, seconds_late_override: 60 };
    expect(applyLatePolicy(policy, said, { ...essay, submission_types: ['on_paper'] }, NOW)).toMatchObject({
      score: 35,
      points_deducted: 5,
    });
  });

  it('notes a late one without a policy too', () => {
    expect(applyLatePolicy(null, handedIn, essay, NOW)).toMatchObject({ score: 40, points_deducted: 0 });
  });

  it('grades what is missing, once', () => {
    expect(applyLatePolicy(policy, missing, essay, NOW)).toMatchObject({ score: 12.5, scoredMissing: true });
    expect(applyLatePolicy(policy, { ...missing, entered: 3 }, essay, NOW)).toMatchObject({
      score: 3,
      scoredMissing: false,
    });
  });

  it('has nothing to say of what is done on paper', () => {
    expect(
      applyLatePolicy(policy, handedIn, { ...essay, submission_types: ['on_paper'] }, NOW),
    ).toBeUndefined();
  });

  it('leaves a negative score', () => {
    const negative = applyLatePolicy(policy, { ...handedIn, entered: -2 }, essay, NOW);
    expect(negative).toMatchObject({ score: -2, points_deducted: 0 });
  });
});
