import { describe, expect, it } from 'vitest';
import type { AnyEnrollmentType } from './base-roles.ts';
import {
  courseConcluded,
  type DatedEnrollment,
  type DatedTerm,
  effectiveState,
  enrollmentStanding,
} from './enrollment-dates.ts';

const MAY = '2026-05-01T00:00:00Z';
const JUNE = '2026-06-01T00:00:00Z';
const JULY = '2026-07-01T00:00:00Z';
const AUGUST = '2026-08-01T00:00:00Z';
const never = { start_at: null, end_at: null };
const inJune = { start_at: JUNE, end_at: JULY };

const enrolled = (type: AnyEnrollmentType, rest: Partial<DatedEnrollment> = {}): DatedEnrollment => ({
  type,
  workflow_state: 'active',
  ...never,
  ...rest,
});
const section = (dates = never, restricted = dates !== never) => ({
  ...dates,
  restrict_enrollments_to_section_dates: restricted,
});
const openView = { restrict_student_past_view: false, restrict_student_future_view: false };
const course = (dates: { start_at: string | null; end_at: string | null } = never, rest = {}) => ({
  workflow_state: 'available',
  start_at: dates.start_at,
  conclude_at: dates.end_at,
  restrict_enrollments_to_course_dates: dates !== never,
  settings: openView,
  ...rest,
});
const term = (
  dates: { start_at: string | null; end_at: string | null } = never,
  overrides = {},
): DatedTerm => ({
  ...dates,
  overrides,
});

describe('the standing of an enrollment', () => {
  const state = (
    enrollment: DatedEnrollment,
    now: string,
    { s = section(), c = course(), t = term() }: { s?: object; c?: object; t?: DatedTerm } = {},
  ) =>
    enrollmentStanding(enrollment, s as ReturnType<typeof section>, c as ReturnType<typeof course>, t, now)
      .state;

  it.each<[AnyEnrollmentType, string, string, string]>([
    ['StudentEnrollment', 'pending_active', 'active', 'completed'],
    ['ObserverEnrollment', 'pending_active', 'active', 'completed'],
    ['StudentViewEnrollment', 'active', 'active', 'completed'],
    ['TeacherEnrollment', 'active', 'active', 'completed'],
    ['DesignerEnrollment', 'active', 'active', 'completed'],
  ])('of a %s in a dated term: %s, %s, %s', (type, before, during, after) => {
    const t = term(inJune);
    expect([MAY, JUNE, JULY, AUGUST].map((now) => state(enrolled(type), now, { t }))).toEqual([
      before,
      during,
      during,
      after,
    ]);
  });

  it('is as stored without any dates', () => {
    expect(state(enrolled('StudentEnrollment'), MAY)).toBe('active');
    expect(state(enrolled('StudentEnrollment', { workflow_state: 'invited' }), MAY)).toBe('invited');
  });

  it('of an invitation before the start is pending_invited', () => {
    const invited = enrolled('StudentEnrollment', { workflow_state: 'invited' });
    expect(state(invited, MAY, { t: term(inJune) })).toBe('pending_invited');
  });

  it.each(['creation_pending', 'completed', 'inactive', 'rejected', 'deleted'] as const)(
    'stays %s whatever the dates',
    (workflow_state) => {
      const enrollment = enrolled('StudentEnrollment', { workflow_state });
      for (const now of [MAY, JUNE, AUGUST])
        expect(state(enrollment, now, { t: term(inJune) })).toBe(workflow_state);
    },
  );

  it('ends for everybody in a concluded course', () => {
    const c = course(never, { workflow_state: 'completed' });
    for (const type of ['StudentEnrollment', 'TeacherEnrollment'] as const)
      expect(state(enrolled(type), JUNE, { c })).toBe('completed');
  });

  it('follows the nearest dates: its own, its section, the course, the term', () => {
    const inMay = { start_at: '2026-05-01T00:00:00Z', end_at: '2026-05-31T00:00:00Z' };
    const student = enrolled('StudentEnrollment');
    expect(state(student, JUNE, { t: term(inMay) })).toBe('completed');
    expect(state(student, JUNE, { t: term(inMay), c: course(inJune) })).toBe('active');
    expect(state(student, JUNE, { c: course(inJune), s: section(inMay as never) })).toBe('completed');
    expect(state(enrolled('StudentEnrollment', inJune), JUNE, { s: section(inMay as never) })).toBe('active');
  });

  it('ignores an own start without an own end, and dates that do not restrict', () => {
    expect(state(enrolled('StudentEnrollment', { start_at: JULY }), JUNE)).toBe('active');
    expect(state(enrolled('StudentEnrollment'), MAY, { s: section(inJune as never, false) })).toBe('active');
  });

  it('of staff holds during the course or the term', () => {
    const dates = { c: course(inJune), t: term({ start_at: null, end_at: '2026-07-15T00:00:00Z' }) };
    expect(state(enrolled('TeacherEnrollment'), MAY, dates)).toBe('active');
    expect(state(enrolled('TeacherEnrollment'), '2026-07-10T00:00:00Z', dates)).toBe('active');
    expect(state(enrolled('StudentEnrollment'), '2026-07-10T00:00:00Z', dates)).toBe('completed');
    expect(state(enrolled('TeacherEnrollment'), AUGUST, dates)).toBe('completed');
  });

  it('follows the term override of its type, field by field', () => {
    const t = term(inJune, {
      TeacherEnrollment: { start_at: JUNE, end_at: AUGUST },
      StudentEnrollment: { start_at: MAY, end_at: null },
    });
    expect(state(enrolled('TeacherEnrollment'), MAY, { t })).toBe('inactive');
    expect(state(enrolled('TeacherEnrollment'), AUGUST, { t })).toBe('active');
    expect(state(enrolled('StudentEnrollment'), MAY, { t })).toBe('active');
    expect(state(enrolled('StudentEnrollment'), AUGUST, { t })).toBe('completed');
  });

  it('is restricted for students and observers outside the dates of a course that hides then', () => {
    const hides = { restrict_student_past_view: true, restrict_student_future_view: true };
    const standing = (type: AnyEnrollmentType, now: string) =>
      enrollmentStanding(enrolled(type), section(), course(inJune, { settings: hides }), term(), now);
    expect(standing('StudentEnrollment', MAY)).toEqual({ state: 'pending_active', restricted_access: true });
    expect(standing('StudentEnrollment', JUNE)).toEqual({ state: 'active', restricted_access: false });
    expect(standing('ObserverEnrollment', AUGUST)).toEqual({ state: 'completed', restricted_access: true });
    expect(effectiveState(standing('StudentEnrollment', AUGUST))).toBe('inactive');
    expect(standing('TeacherEnrollment', AUGUST).restricted_access).toBe(false);
  });
});

describe('a course is concluded', () => {
  it.each([
    ['by hand', course(never, { workflow_state: 'completed' }), term(), MAY, true],
    ['after its own end', course(inJune), term(), AUGUST, true],
    [
      'not before its own end, even if the term is over',
      course(inJune),
      term({ start_at: null, end_at: MAY }),
      JUNE,
      false,
    ],
    ['after the end of its term', course(), term(inJune), AUGUST, true],
    [
      'by the term when its own dates do not restrict',
      course(inJune, { restrict_enrollments_to_course_dates: false }),
      term(),
      AUGUST,
      false,
    ],
    ['never without dates', course(), term(), AUGUST, false],
  ])('%s', (_, c, t, now, expected) => expect(courseConcluded(c, t, now)).toBe(expected));

  it('for one type by the term override of that type', () => {
    const t = term(inJune, { TeacherEnrollment: { start_at: null, end_at: '2026-09-01T00:00:00Z' } });
    expect(courseConcluded(course(), t, AUGUST, 'TeacherEnrollment')).toBe(false);
    expect(courseConcluded(course(), t, AUGUST, 'StudentEnrollment')).toBe(true);
  });
});
