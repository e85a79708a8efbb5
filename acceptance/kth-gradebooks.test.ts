/**
 * What graders do with @kth/canvas-api, the client of KTH Royal Institute of Technology: work is handed in, graded and
 * read back, for gradebooks that were reckoned by hand. Who hands in acts as himself, by `as_user_id`.
 */
import { CanvasApi } from '@kth/canvas-api';
import { describe, expect, it } from 'vitest';
import { type Example, workedExamples } from '../packages/server/src/domain/grading/worked-examples.ts';
import { openTarget } from './target.ts';

const { url, token } = await openTarget();
const canvas = new CanvasApi(`${url}/api/v1`, token, { disableThrottling: true });

interface Made {
  id: number;
}
interface Enrollment {
  user_id: number;
  grades: Record<string, number | null>;
}
interface Submission {
  score: number | null;
  excused: boolean;
  workflow_state: string;
  body: string | null;
}

const post = async <T = Made>(path: string, body: object) =>
  (await canvas.request(path, 'POST', body)).json as T;
const put = async <T = Made>(path: string, body: object) =>
  (await canvas.request(path, 'PUT', body)).json as T;

/** A grade stays hidden where it is given anonymously: Canvas has no other way to that in its REST API. */
const examples = workedExamples.map((example) => [example.title, example] as const);

describe('create, submit, grade, read back', () => {
  it.each(examples)('%s', async (title, example) => {
    const { id: course } = await post('accounts/1/courses', {
      course: { name: title.slice(0, 200) },
      offer: true,
    });
    const student = await enrolledStudent(course);
    const assignments = await gradebook(course, example);
    for (const { name } of example.assignments) await handIn(course, assignments.get(name) ?? 0, student);
    for (const [name, grade] of Object.entries(example.grades)) {
      const path = `courses/${course}/assignments/${assignments.get(name)}/submissions/${student}`;
      const submission = grade === 'excused' ? { excuse: true } : { posted_grade: String(grade) };
      await put(path, { submission });
      expect((await canvas.get(path)).json as Submission, name).toMatchObject(
        grade === 'excused'
          ? { excused: true, score: null }
          : { score: grade, workflow_state: 'graded', body: 'Here it is' },
      );
    }
    const enrollments: Enrollment[] = [];
    for await (const each of canvas.listItems(`courses/${course}/enrollments`))
      enrollments.push(each as Enrollment);
    const grades = enrollments.find(({ user_id }) => user_id === student)?.grades;
    expect(grades).toMatchObject({
      current_score: example.current,
      final_score: example.final,
      unposted_current_score: example.unposted_current ?? example.current,
      unposted_final_score: example.unposted_final ?? example.final,
    });
  });
});

let people = 0;

async function enrolledStudent(course: number): Promise<number> {
  const { id } = await post('accounts/1/users', {
    user: { name: 'Kim Karlsson', skip_registration: true },
    pseudonym: { unique_id: `kim${++people}.${Date.now()}@easel.example` },
  });
  await post(`courses/${course}/enrollments`, {
    enrollment: { user_id: id, type: 'StudentEnrollment', enrollment_state: 'active' },
  });
  return id;
}

/** The ids of its assignments by their names. */
async function gradebook(course: number, example: Example): Promise<Map<string, number>> {
  const { groups, assignments, weighted } = example;
  if (weighted) await put(`courses/${course}`, { course: { apply_assignment_group_weights: true } });
  const groupIds = new Map<string, number>();
  for (const { name, weight } of groups) {
    const { id } = await post(`courses/${course}/assignment_groups`, { name, group_weight: weight });
    groupIds.set(name, id);
  }
  const ids = new Map<string, number>();
  for (const { name, group, points, omit, post_manually } of assignments) {
    const { id } = await post(`courses/${course}/assignments`, {
      assignment: {
        name,
        assignment_group_id: groupIds.get(group),
        points_possible: points,
        omit_from_final_grade: omit,
        anonymous_grading: post_manually,
        submission_types: ['online_text_entry'],
        published: true,
      },
    });
    ids.set(name, id);
  }
  for (const { name, drop_lowest, drop_highest, never_drop } of groups) {
    if (!drop_lowest && !drop_highest) continue;
    const rules = { drop_lowest, drop_highest, never_drop: never_drop?.map((one) => ids.get(one)) };
    await put(`courses/${course}/assignment_groups/${groupIds.get(name)}`, { rules });
  }
  return ids;
}

async function handIn(course: number, assignment: number, student: number): Promise<void> {
  const submission = { submission_type: 'online_text_entry', body: 'Here it is' };
  const handedIn = await post<Submission>(`courses/${course}/assignments/${assignment}/submissions`, {
    as_user_id: student,
    submission,
  });
  expect(handedIn).toMatchObject({ workflow_state: 'submitted', body: 'Here it is' });
}
