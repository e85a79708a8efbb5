/** What a file says of grades, in any of three shapes; whom and what it means is found out later. */
import { UsageError } from '../frame/failure.ts';
import { type CsvRow, type CsvTable, parseCsv } from './csv-table.ts';

/** How a file names a student: by a Canvas id, a SIS id, a login, or something that has yet to be guessed. */
export interface StudentName {
  readonly by: 'id' | 'sis' | 'login' | 'any';
  readonly text: string;
}

export interface SaidGrade {
  readonly line: number;
  /** In the order in which they are tried. */
  readonly student: readonly StudentName[];
  /** An id, a name, `Name (id)`, or `sis_assignment_id:…`. */
  readonly assignment: string;
  /** Never empty: nothing is said where nothing stands. */
  readonly grade: string;
}

/** @throws UsageError where it can't be told which column is what */
export function readGrades(text: string): SaidGrade[] {
  const table = parseCsv(text);
  const names = table.header.map(columnName);
  if (names.includes('student') && names.includes('id')) return ofGradebook(table, names);
  const student = names.findIndex((name) => name in STUDENT_COLUMNS);
  if (student === -1) {
    throw new UsageError(
      'No column names the student',
      `the first line has one of ${Object.keys(STUDENT_COLUMNS).join(', ')}, or is that of a gradebook export`,
    );
  }
  const assignment = names.findIndex((name) => ASSIGNMENT_COLUMNS.includes(name));
  return assignment === -1 ? ofColumns(table, names, student) : ofLines(table, names, student, assignment);
}

/** `SIS User ID` → `sis_user_id` */
const columnName = (title: string) =>
  title
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const STUDENT_COLUMNS: Readonly<Record<string, StudentName['by']>> = {
  student: 'any',
  student_id: 'any',
  user: 'any',
  user_id: 'any',
  id: 'any',
  sis_user_id: 'sis',
  sis_id: 'sis',
  login: 'login',
  login_id: 'login',
  sis_login_id: 'login',
  email: 'login',
};
const ASSIGNMENT_COLUMNS = ['assignment', 'assignment_id', 'assignment_name', 'sis_assignment_id'];
const GRADE_COLUMNS = ['grade', 'score', 'points', 'posted_grade'];

const isSaid = ({ grade }: SaidGrade) => grade !== '';

/** Canvas's export: only the columns with an id in brackets are assignments, the others are reckoned or are notes. */
function ofGradebook({ header, rows }: CsvTable, names: readonly string[]): SaidGrade[] {
  const assignments = header.flatMap((title, index) => (/\(\d+\)$/.test(title) ? [{ title, index }] : []));
  const cell = ({ cells }: CsvRow, name: string) => cells[names.indexOf(name)] ?? '';
  return rows
    .filter((row) => !isHeading(cell(row, 'student')))
    .flatMap((row) => {
      const student = (
        [
          ['id', 'id'],
          ['sis', 'sis_user_id'],
          ['login', 'sis_login_id'],
        ] as const
      )
        .map(([by, column]) => ({ by, text: cell(row, column) }))
        .filter(({ text }) => text !== '');
      // The second line says only which grades are posted by hand.
      if (student.length === 0) return [];
      return assignments
        .map(({ title, index }) => ({
          line: row.line,
          student,
          assignment: title,
          grade: row.cells[index] ?? '',
        }))
        .filter(isSaid);
    });
}

/** Neither the line of possible points nor the test student of a teacher. */
const isHeading = (student: string) => /^(points possible|student, test)$/i.test(student);

/** A line for each student, a column for each assignment. */
function ofColumns({ header, rows }: CsvTable, names: readonly string[], student: number): SaidGrade[] {
  const about = new Set(
    names.flatMap((name, index) => (name in STUDENT_COLUMNS || name === 'name' ? [index] : [])),
  );
  return rows.flatMap((row) =>
    header
      .flatMap((title, index) =>
        about.has(index)
          ? []
          : [
              {
                line: row.line,
                student: [studentOf(row, names, student)],
                assignment: title,
                grade: row.cells[index] ?? '',
              },
            ],
      )
      .filter(isSaid),
  );
}

/** A line for each grade. */
function ofLines(
  { rows }: CsvTable,
  names: readonly string[],
  student: number,
  assignment: number,
): SaidGrade[] {
  const grade = names.findIndex((name) => GRADE_COLUMNS.includes(name));
  const excused = names.indexOf('excused');
  if (grade === -1 && excused === -1) {
    throw new UsageError('No column holds the grade', `it is called one of ${GRADE_COLUMNS.join(', ')}`);
  }
  const prefix = names[assignment] === 'sis_assignment_id' ? 'sis_assignment_id:' : '';
  return rows
    .map((row) => ({
      line: row.line,
      student: [studentOf(row, names, student)],
      assignment: prefix + (row.cells[assignment] ?? ''),
      grade: /^(1|x|yes|true)$/i.test(row.cells[excused] ?? '') ? 'EX' : (row.cells[grade] ?? ''),
    }))
    .filter(isSaid);
}

const studentOf = ({ cells }: CsvRow, names: readonly string[], index: number): StudentName => ({
  by: STUDENT_COLUMNS[names[index] ?? ''] ?? 'any',
  text: cells[index] ?? '',
});
