/** Who is graded in a course, on what, and how: what Canvas knows before anything is changed. */
import type { Canvas } from '@easel/client';

export interface GradedAssignment {
  readonly id: string;
  readonly name: string;
  readonly points_possible: number | null;
  readonly grading_type: string;
  readonly published: boolean;
  readonly sis_assignment_id: string | null;
}

export interface Student {
  readonly id: string;
  readonly name: string;
  readonly sis_user_id: string | null;
  readonly login_id: string | null;
}

/** As far as Canvas tells it. */
export interface GradedSubmission {
  readonly assignment_id: string;
  readonly user_id: string;
  readonly score?: number | null;
  readonly grade?: string | null;
  readonly entered_score?: number | null;
  readonly entered_grade?: string | null;
  readonly excused?: boolean | null;
  readonly grade_matches_current_submission?: boolean | null;
}

export interface Gradebook {
  readonly assignments: readonly GradedAssignment[];
  readonly students: readonly Student[];
}

export async function loadGradebook(canvas: Canvas, course: string): Promise<Gradebook> {
  const path = { course_id: course };
  const assignments: GradedAssignment[] = [];
  for await (const row of canvas.list('GET /api/v1/courses/{course_id}/assignments', { path })) {
    assignments.push({
      id: String(row.id),
      name: row.name ?? '',
      points_possible: row.points_possible ?? null,
      grading_type: row.grading_type ?? 'points',
      published: row.published ?? true,
      sis_assignment_id: textOrNull((row as Record<string, unknown>)['sis_assignment_id']),
    });
  }
  return { assignments, students: await loadStudents(canvas, course) };
}

interface EnrolledStudent {
  readonly user_id: string;
  readonly sis_user_id?: string | null;
  readonly user?: {
    readonly sortable_name?: string;
    readonly name?: string;
    readonly login_id?: string;
    readonly sis_user_id?: string | null;
  };
}

/** Whom one can grade: who is in the course, be he inactive. */
async function loadStudents(canvas: Canvas, course: string): Promise<Student[]> {
  const students = new Map<string, Student>();
  const rows = canvas.rawList<EnrolledStudent>(`courses/${encodeURIComponent(course)}/enrollments`, {
    params: { type: ['StudentEnrollment'], state: ['active', 'invited', 'inactive'] },
  });
  for await (const { user_id, sis_user_id, user } of rows) {
    students.set(user_id, {
      id: user_id,
      name: user?.sortable_name ?? user?.name ?? user_id,
      sis_user_id: sis_user_id ?? user?.sis_user_id ?? null,
      login_id: user?.login_id ?? null,
    });
  }
  return [...students.values()];
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** More would make an address that no server reads. */
const NAMED_AT_MOST = 50;

/** What the students have on some assignments, by `keyOf`. */
export async function loadSubmissions(
  canvas: Canvas,
  course: string,
  assignmentIds: readonly string[],
): Promise<Map<string, GradedSubmission>> {
  const found = new Map<string, GradedSubmission>();
  if (assignmentIds.length === 0) return found;
  const named = assignmentIds.length <= NAMED_AT_MOST ? { assignment_ids: [...assignmentIds] } : {};
  const rows = canvas.rawList<GradedSubmission>(
    `courses/${encodeURIComponent(course)}/students/submissions`,
    { params: { student_ids: ['all'], ...named } },
  );
  for await (const row of rows) found.set(keyOf(row.assignment_id, row.user_id), row);
  return found;
}

export const keyOf = (assignmentId: string, userId: string) => `${assignmentId}:${userId}`;

/** Finds the assignment that a file means. */
export function assignmentFinder(assignments: readonly GradedAssignment[]) {
  const byId = new Map(assignments.map((each) => [each.id, each]));
  const bySis = new Map(assignments.map((each) => [`sis_assignment_id:${each.sis_assignment_id}`, each]));
  const byName = Map.groupBy(assignments, ({ name }) => nameKey(name));
  return (text: string): GradedAssignment | 'unknown' | 'ambiguous' => {
    const id = /\((\d+)\)$/.exec(text)?.[1] ?? (/^\d+$/.test(text) ? text : '');
    const named = byName.get(nameKey(text)) ?? [];
    const found = byId.get(id) ?? bySis.get(text) ?? named[0];
    if (!found) return 'unknown';
    return named.length > 1 && found === named[0] ? 'ambiguous' : found;
  };
}

/** An export puts an apostrophe before what a spreadsheet would run. */
const nameKey = (name: string) =>
  name
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .toLowerCase();

/** Finds the student that a file means: the first of its names that somebody has. */
export function studentFinder(students: readonly Student[]) {
  const byId = new Map(students.map((each) => [each.id, each]));
  const bySis = new Map(students.map((each) => [each.sis_user_id ?? '', each]));
  const byLogin = new Map(students.map((each) => [each.login_id?.toLowerCase() ?? '', each]));
  bySis.delete('');
  byLogin.delete('');
  const finders = {
    id: (text: string) => byId.get(text),
    sis: (text: string) => bySis.get(text.replace(/^sis_user_id:/, '')),
    login: (text: string) => byLogin.get(text.replace(/^sis_login_id:/, '').toLowerCase()),
    any: (text: string) => {
      if (text.startsWith('sis_user_id:')) return finders.sis(text);
      if (text.startsWith('sis_login_id:')) return finders.login(text);
      return finders.id(text) ?? finders.sis(text) ?? finders.login(text);
    },
  };
  return (names: readonly { by: keyof typeof finders; text: string }[]): Student | undefined => {
    for (const { by, text } of names) {
      const found = finders[by](text);
      if (found) return found;
    }
    return undefined;
  };
}
