/** 30 students on 40 assignments are graded by one request, and the server is killed in the middle of it. */
import { expect, it } from 'vitest';
import { makeHome, startEasel, TOKEN } from './easel-process.ts';

const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };
const STUDENTS = 30;
const ASSIGNMENTS = 40;
const TOTAL = STUDENTS * ASSIGNMENTS;

interface Progress {
  id: number;
  workflow_state: string;
  completion: number | null;
}
interface Submission {
  assignment_id: number;
  user_id: number;
  score: number | null;
}

/** Calls of the server that runs now. */
function apiAt(url: string) {
  return async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
    return (await response.json()) as T;
  };
}
type Call = ReturnType<typeof apiAt>;

it('keeps every grade that the Progress told of, and completes the others', {
  timeout: 300_000,
}, async () => {
  const home = await makeHome();
  const first = await startEasel(home, ['--seed', 'empty', '--throttle', 'off']);
  const { courseId, grades } = await setUp(apiAt(first.url));
  const gradeData = Object.fromEntries(
    [...Map.groupBy(grades, ({ assignment_id }) => assignment_id)].map(([assignmentId, rows]) => [
      assignmentId,
      Object.fromEntries(rows.map(({ user_id, score }) => [user_id, { posted_grade: String(score) }])),
    ]),
  );
  const { id } = await apiAt(first.url)<Progress>('POST', `courses/${courseId}/submissions/update_grades`, {
    grade_data: gradeData,
  });
  const told = await killInTheMiddle(apiAt(first.url), id, () => first.kill('SIGKILL'));
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(TOTAL);

  const second = await startEasel(home, ['--seed', 'empty', '--throttle', 'off']);
  const call = apiAt(second.url);
  const kept = (await allSubmissions(second.url, courseId)).filter(({ score }) => score !== null);
  expect(kept.length).toBeGreaterThanOrEqual(told);

  expect(await finished(call, id)).toMatchObject({ workflow_state: 'completed', completion: 100 });
  await expectAll(second.url, courseId, grades);
  // Nothing was done twice: every submission has the one version of its one grade.
  expect(await lastPage(second.url, `courses/${courseId}/gradebook_history/feed?per_page=100`)).toBe(
    TOTAL / 100,
  );

  // Who sends it all again changes nothing.
  const again = await call<Progress>('POST', `courses/${courseId}/submissions/update_grades`, {
    grade_data: gradeData,
  });
  expect((await finished(call, again.id)).workflow_state).toBe('completed');
  await expectAll(second.url, courseId, grades);
  await second.kill();
  await home.remove();
});

async function setUp(call: Call) {
  const { id: courseId } = await call<{ id: number }>('POST', 'accounts/1/courses', {
    course: { name: 'Marking' },
    offer: true,
  });
  const students: number[] = [];
  for (let n = 1; n <= STUDENTS; n++) {
    const { id } = await call<{ id: number }>('POST', 'accounts/1/users', {
      user: { name: `Student ${n}`, skip_registration: true },
      pseudonym: { unique_id: `student${n}@easel.example` },
    });
    await call('POST', `courses/${courseId}/enrollments`, {
      enrollment: { user_id: id, type: 'StudentEnrollment', enrollment_state: 'active' },
    });
    students.push(id);
  }
  const grades: (Submission & { score: number })[] = [];
  for (let n = 1; n <= ASSIGNMENTS; n++) {
    const { id } = await call<{ id: number }>('POST', `courses/${courseId}/assignments`, {
      assignment: {
        name: `Exercise ${n}`,
        points_possible: 100,
        published: true,
        submission_types: ['none'],
      },
    });
    for (const [index, user_id] of students.entries()) {
      grades.push({ assignment_id: id, user_id, score: (n * 7 + index * 3) % 101 });
    }
  }
  return { courseId, grades };
}

/** @returns how many grades the Progress had told of when the server died */
async function killInTheMiddle(call: Call, id: number, kill: () => Promise<void>): Promise<number> {
  for (;;) {
    const { completion, workflow_state } = await call<Progress>('GET', `progress/${id}`);
    expect(workflow_state, 'it was done before it could be killed').not.toBe('completed');
    if (!completion) continue;
    await kill();
    return Math.floor(((completion ?? 0) * TOTAL) / 100);
  }
}

async function finished(call: Call, id: number): Promise<Progress> {
  for (;;) {
    const progress = await call<Progress>('GET', `progress/${id}`);
    if (progress.workflow_state === 'completed' || progress.workflow_state === 'failed') return progress;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function allSubmissions(url: string, courseId: number): Promise<Submission[]> {
  const rows: Submission[] = [];
  let next: string | undefined =
    `${url}/api/v1/courses/${courseId}/students/submissions?student_ids[]=all&per_page=100`;
  while (next) {
    const response: Response = await fetch(next, { headers });
    rows.push(...((await response.json()) as Submission[]));
    next = linkOf(response, 'next');
  }
  return rows;
}

async function expectAll(url: string, courseId: number, grades: readonly Submission[]): Promise<void> {
  const key = ({ assignment_id, user_id }: Submission) => `${assignment_id}:${user_id}`;
  const found = new Map((await allSubmissions(url, courseId)).map((row) => [key(row), row.score]));
  expect(found).toEqual(new Map(grades.map((row) => [key(row), row.score])));
}

async function lastPage(url: string, path: string): Promise<number> {
  const last = linkOf(await fetch(`${url}/api/v1/${path}`, { headers }), 'last');
  return Number(new URL(last ?? '').searchParams.get('page'));
}

const linkOf = (response: Response, rel: string) =>
  new RegExp(`<([^>]+)>; rel="${rel}"`).exec(response.headers.get('link') ?? '')?.[1];
