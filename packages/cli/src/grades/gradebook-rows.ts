/** A gradebook as Canvas exports it: a line for each student, a column for each assignment, the scores at the end. */
import type { Canvas } from '@easel/client';
import type { JsonObject } from '@easel/contract';
import type { Column } from '../output/column.ts';
import {
  type GradedAssignment,
  type GradedSubmission,
  keyOf,
  loadGradebook,
  loadSubmissions,
} from './gradebook.ts';

const SCORES = {
  'Current Score': 'current_score',
  'Unposted Current Score': 'unposted_current_score',
  'Final Score': 'final_score',
  'Unposted Final Score': 'unposted_final_score',
} as const;
const READ_ONLY = '(read only)';

interface ScoredEnrollment {
  readonly user_id: string;
  readonly course_section_id: string;
  readonly grades?: { readonly [score: string]: number | null };
}

export async function gradebookRows(
  canvas: Canvas,
  course: string,
): Promise<{ columns: Column[]; rows: JsonObject[] }> {
  const { assignments, students } = await loadGradebook(canvas, course);
  const graded = assignments.filter(
    ({ published, grading_type }) => published && grading_type !== 'not_graded',
  );
  const submissions = await loadSubmissions(
    canvas,
    course,
    graded.map(({ id }) => id),
  );
  const enrollments = await enrollmentsOf(canvas, course);
  const sections = await sectionNames(canvas, course);
  const titled = graded.map((assignment) => ({ assignment, title: `${assignment.name} (${assignment.id})` }));
  const possible: JsonObject = {
    Student: '    Points Possible',
    ...Object.fromEntries(titled.map(({ assignment, title }) => [title, assignment.points_possible])),
    ...Object.fromEntries(Object.keys(SCORES).map((name) => [name, READ_ONLY])),
  };
  const rows = students
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((student): JsonObject => {
      const own = enrollments.get(student.id) ?? [];
      return {
        Student: student.name,
        ID: student.id,
        'SIS User ID': student.sis_user_id,
        'SIS Login ID': student.login_id,
        Section: own.map(({ course_section_id }) => sections.get(course_section_id) ?? '').join(' and '),
        ...Object.fromEntries(
          titled.map(({ assignment, title }) => [
            title,
            cellOf(assignment, submissions.get(keyOf(assignment.id, student.id))),
          ]),
        ),
        ...Object.fromEntries(
          Object.entries(SCORES).map(([name, key]) => [name, own[0]?.grades?.[key] ?? null]),
        ),
      };
    });
  const keys = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];
  const columns = [...keys, ...titled.map(({ title }) => title), ...Object.keys(SCORES)];
  return { columns: columns.map((key) => ({ key, title: key })), rows: [possible, ...rows] };
}

/** Points, or the mark where there are none. */
function cellOf(
  { grading_type }: GradedAssignment,
  submission: GradedSubmission | undefined,
): string | number | null {
  if (submission?.excused) return 'EX';
  if (grading_type === 'pass_fail') return submission?.grade ?? null;
  return submission?.score ?? submission?.grade ?? null;
}

async function enrollmentsOf(canvas: Canvas, course: string): Promise<Map<string, ScoredEnrollment[]>> {
  const rows = await canvas
    .rawList<ScoredEnrollment>(`courses/${encodeURIComponent(course)}/enrollments`, {
      params: { type: ['StudentEnrollment'], state: ['active', 'invited', 'inactive'] },
    })
    .toArray();
  return Map.groupBy(rows, ({ user_id }) => user_id);
}

async function sectionNames(canvas: Canvas, course: string): Promise<Map<string, string>> {
  const rows = await canvas
    .rawList<{ id: string; name: string }>(`courses/${encodeURIComponent(course)}/sections`)
    .toArray();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
