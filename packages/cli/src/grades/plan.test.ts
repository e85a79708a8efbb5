import { describe, expect, it } from 'vitest';
import { readGrades } from './grade-file.ts';
import type { Gradebook, GradedAssignment, GradedSubmission } from './gradebook.ts';
import { planGrades } from './plan.ts';
import { readGrade } from './wanted-grade.ts';

const assignment = (id: string, more: Partial<GradedAssignment> = {}): GradedAssignment => ({
  id,
  name: `Task ${id}`,
  points_possible: 10,
  grading_type: 'points',
  published: true,
  sis_assignment_id: `A${id}`,
  ...more,
});
const student = (id: string) => ({
  id,
  name: `Student ${id}`,
  sis_user_id: `S${id}`,
  login_id: `s${id}@x.example`,
});

const gradebook: Gradebook = {
  assignments: [
    assignment('1'),
    assignment('2', { grading_type: 'pass_fail' }),
    assignment('3', { published: false }),
    assignment('4', { name: 'Twin' }),
    assignment('5', { name: 'Twin', grading_type: 'letter_grade' }),
  ],
  students: [student('11'), student('12')],
};

function plan(csv: string, submissions: Partial<GradedSubmission>[] = [], beyond = false) {
  const all = gradebook.assignments.flatMap(({ id }) =>
    gradebook.students.map((each) => ({ assignment_id: id, user_id: each.id })),
  );
  const found = new Map<string, GradedSubmission>(
    [...all, ...(submissions as GradedSubmission[])].map((row) => [
      `${row.assignment_id}:${row.user_id}`,
      row,
    ]),
  );
  return planGrades(gradebook, found, readGrades(csv), { beyond });
}

describe('planGrades', () => {
  it('finds students and assignments by whatever they are called', () => {
    const { changes, problems } = plan(
      'student,assignment,grade\n11,1,5\nsis_user_id:S12,Task 1,6\nS11,sis_assignment_id:A2,pass\ns12@X.example,Twin (5),B+\n',
    );
    expect(problems).toEqual([]);
    expect(changes.map((each) => [each.student.id, each.assignment.id, each.now, each.becomes])).toEqual([
      ['11', '1', '–', '5'],
      ['12', '1', '–', '6'],
      ['11', '2', '–', 'complete'],
      ['12', '5', '–', 'B+'],
    ]);
  });

  it('leaves alone what is so already, before or after a late penalty', () => {
    const has = (more: Partial<GradedSubmission>) => [{ assignment_id: '1', user_id: '11', ...more }];
    const csv = (grade: string) => `student,assignment,grade\n11,1,${grade}\n`;
    expect(plan(csv('8'), has({ score: 6, entered_score: 8 })).unchanged).toHaveLength(1);
    expect(plan(csv('6'), has({ score: 6, entered_score: 8 })).unchanged).toHaveLength(1);
    expect(plan(csv('80%'), has({ score: 8 })).unchanged).toHaveLength(1);
    expect(plan(csv('EX'), has({ excused: true })).unchanged).toHaveLength(1);
    expect(plan(csv('8'), has({ score: 8, excused: true })).changes).toMatchObject([
      { now: 'EX', becomes: '8' },
    ]);
    expect(plan(csv('8'), has({ score: 8, grade_matches_current_submission: false })).changes).toHaveLength(
      1,
    );
  });

  it('tells what can’t be done', () => {
    const csv = `student,assignment,grade
99,1,5
99,2,pass
11,Nothing,5
11,Twin,5
11,1,12
12,1,-1
11,2,good
11,3,5
12,1,3
12,1,4
`;
    expect(plan(csv).problems.map(({ line, what }) => [line, what])).toEqual([
      [2, 'unknown student'],
      [4, 'unknown assignment'],
      [5, 'unknown assignment'],
      [6, 'out of range'],
      [7, 'out of range'],
      [8, 'no grade'],
      [9, 'not gradable'],
      [10, 'said twice'],
      [11, 'said twice'],
    ]);
    expect(plan('student,assignment,grade\n11,1,12\n', [], true).changes).toMatchObject([{ becomes: '12' }]);
  });
});

describe('readGrade', () => {
  it.each([
    ['7', { kind: 'points', points: 7 }],
    ['7,5', { kind: 'points', points: 7.5 }],
    ['.5', { kind: 'points', points: 0.5 }],
    ['85 %', { kind: 'percent', percent: 85 }],
    ['ex', { kind: 'excuse' }],
    ['1,234', undefined],
    ['1e3', undefined],
    ['A', undefined],
  ])('%s', (text, wanted) => {
    expect(readGrade(text, assignment('1'))).toEqual(wanted);
  });
});
