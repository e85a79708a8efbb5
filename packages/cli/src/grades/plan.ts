/** What an import would do, grade by grade, before anything is sent. */
import type { SaidGrade } from './grade-file.ts';
import {
  assignmentFinder,
  type Gradebook,
  type GradedAssignment,
  type GradedSubmission,
  keyOf,
  type Student,
  studentFinder,
} from './gradebook.ts';
import { gradeText, hasGrade, isOutOfRange, readGrade, textOfNow, type WantedGrade } from './wanted-grade.ts';

/** A grade that is to be given, or is there already. */
export interface Planned {
  readonly line: number;
  readonly student: Student;
  readonly assignment: GradedAssignment;
  readonly wanted: WantedGrade;
  readonly now: string;
  readonly becomes: string;
}

/** A grade that can't be given as the file says it. */
export interface Problem {
  readonly line: number;
  readonly what:
    | 'unknown student'
    | 'unknown assignment'
    | 'no grade'
    | 'out of range'
    | 'not gradable'
    | 'said twice';
  readonly text: string;
}

export interface Plan {
  readonly changes: readonly Planned[];
  readonly unchanged: readonly Planned[];
  readonly problems: readonly Problem[];
}

/** The assignments that a file speaks of, whose submissions are worth fetching. */
export function assignmentsMeant({ assignments }: Gradebook, said: readonly SaidGrade[]): GradedAssignment[] {
  const find = assignmentFinder(assignments);
  const found = said.map(({ assignment }) => find(assignment));
  return [...new Set(found.filter((each) => typeof each === 'object'))];
}

export function planGrades(
  gradebook: Gradebook,
  submissions: ReadonlyMap<string, GradedSubmission>,
  said: readonly SaidGrade[],
  { beyond }: { readonly beyond: boolean },
): Plan {
  const findAssignment = assignmentFinder(gradebook.assignments);
  const findStudent = studentFinder(gradebook.students);
  const changes: Planned[] = [];
  const unchanged: Planned[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, Planned>();
  const reported = new Set<string>();
  for (const { line, student: names, assignment: title, grade } of said) {
    const report = (what: Problem['what'], text: string, once = text) => {
      if (!reported.has(`${what} ${once}`)) problems.push({ line, what, text });
      reported.add(`${what} ${once}`);
    };
    const assignment = findAssignment(title);
    const student = findStudent(names);
    if (typeof assignment === 'string') {
      report('unknown assignment', assignment === 'unknown' ? title : `${title}: several are called so`);
    }
    if (!student) report('unknown student', names[0]?.text ?? '');
    if (typeof assignment === 'string' || !student) continue;

    const where = `${student.name}, ${assignment.name}: ${grade}`;
    const each = `${line} ${where}`;
    const wanted = readGrade(grade, assignment);
    const submission = submissions.get(keyOf(assignment.id, student.id));
    if (!wanted) report('no grade', where, each);
    else if (!assignment.published) report('not gradable', `${assignment.name} is not published`);
    else if (!submission) report('not gradable', `${assignment.name} is not assigned to ${student.name}`);
    else {
      const now = textOfNow(submission);
      const planned = { line, student, assignment, wanted, now, becomes: gradeText(wanted) };
      const key = keyOf(assignment.id, student.id);
      const before = seen.get(key);
      seen.set(key, before ?? planned);
      if (before) {
        if (before.becomes !== planned.becomes)
          report('said twice', `${where}, but ${before.becomes} in line ${before.line}`, each);
      } else if (hasGrade(submission, wanted, assignment)) unchanged.push(planned);
      else if (isOutOfRange(wanted, assignment) && !beyond) {
        report('out of range', `${where} of ${assignment.points_possible ?? '–'}`, each);
      } else changes.push(planned);
    }
  }
  return { changes, unchanged, problems };
}
