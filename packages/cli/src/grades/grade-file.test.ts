import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv-table.ts';
import { readGrades } from './grade-file.ts';

describe('parseCsv', () => {
  it('reads quotes, line ends within them, and empty lines', () => {
    expect(parseCsv('\ufeffa,b\r\n"x ""y""",2\r\n\r\n"two\nlines",3\n').rows).toEqual([
      { line: 2, cells: ['x "y"', '2'] },
      { line: 4, cells: ['two\nlines', '3'] },
    ]);
  });

  it('takes semicolons and tabs', () => {
    expect(parseCsv('a;b\n1,5;2').rows[0]?.cells).toEqual(['1,5', '2']);
    expect(parseCsv('a\tb\n1\t2').rows[0]?.cells).toEqual(['1', '2']);
  });

  it('refuses what is no table', () => {
    expect(() => parseCsv('')).toThrow('The file is empty');
    expect(() => parseCsv('a,b\n"x,1')).toThrow('Line 2: the quotes are never closed');
  });
});

describe('readGrades', () => {
  it('reads an export of the gradebook, and only what can be graded of it', () => {
    const file = `Student,ID,SIS User ID,SIS Login ID,Section,Essay (7),Quiz (8),Notes,Current Score
,,,,,Manual Posting,,,
    Points Possible,,,,,10,5,,(read only)
"Ames, Ann",12,S1,ann@x,One,8.5,,good,85
"Student, Test",13,,,One,1,1,,
"Best, Ben",,S2,,One,EX,4,,
`;
    expect(readGrades(file)).toEqual([
      {
        line: 4,
        student: [
          { by: 'id', text: '12' },
          { by: 'sis', text: 'S1' },
          { by: 'login', text: 'ann@x' },
        ],
        assignment: 'Essay (7)',
        grade: '8.5',
      },
      { line: 6, student: [{ by: 'sis', text: 'S2' }], assignment: 'Essay (7)', grade: 'EX' },
      { line: 6, student: [{ by: 'sis', text: 'S2' }], assignment: 'Quiz (8)', grade: '4' },
    ]);
  });

  it('reads a line for each grade', () => {
    expect(
      readGrades('login_id,assignment,score,excused\nann@x,Essay,8,\nben@x,7,,yes\ncid@x,7,,\n'),
    ).toEqual([
      { line: 2, student: [{ by: 'login', text: 'ann@x' }], assignment: 'Essay', grade: '8' },
      { line: 3, student: [{ by: 'login', text: 'ben@x' }], assignment: '7', grade: 'EX' },
    ]);
  });

  it('reads a line for each student', () => {
    expect(readGrades('student,name,Essay,8\nsis_user_id:S1,Ann,8,9\n')).toEqual([
      { line: 2, student: [{ by: 'any', text: 'sis_user_id:S1' }], assignment: 'Essay', grade: '8' },
      { line: 2, student: [{ by: 'any', text: 'sis_user_id:S1' }], assignment: '8', grade: '9' },
    ]);
  });

  it('says what it can’t read', () => {
    expect(() => readGrades('who,what\n1,2')).toThrow('No column names the student');
    expect(() => readGrades('student,assignment\n1,2')).toThrow('No column holds the grade');
  });
});
