import {
  answerJson,
  type FakeCanvas,
  fakeCanvas,
  type Handler,
  type SeenRequest,
} from '../../client/testing/fake-canvas.ts';

export interface FakeCourse {
  readonly id: string;
  readonly name: string;
  readonly course_code: string;
  readonly workflow_state: string;
  readonly sis_course_id: string | null;
  readonly start_at: string | null;
  readonly end_at: string | null;
  readonly term: { readonly id: string; readonly name: string };
}

export function course(id: number, change: Partial<FakeCourse> = {}): FakeCourse {
  return {
    id: String(id),
    name: `Course ${id}`,
    course_code: `C${id}`,
    workflow_state: id % 3 === 0 ? 'unpublished' : 'available',
    sis_course_id: `sis-${id}`,
    start_at: '2026-08-24T12:00:00Z',
    end_at: null,
    term: { id: '1', name: id % 2 === 0 ? 'Fall 2026' : 'Spring 2026' },
    ...change,
  };
}

/** As Canvas pages an account's courses: numbered, without `last` unless told otherwise. */
export function answerCourses(
  { query, headers }: SeenRequest,
  response: Parameters<Handler>[1],
  courses: readonly FakeCourse[],
  { last = false } = {},
): void {
  const perPage = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  const link = (number: number, rel: string) =>
    `<http://${headers.host}/api/v1/accounts/self/courses?page=${number}&per_page=${perPage}>; rel="${rel}"`;
  const pages = Math.ceil(courses.length / perPage);
  const links = [link(page, 'current'), link(1, 'first')];
  if (page < pages) links.push(link(page + 1, 'next'));
  if (last) links.push(link(pages, 'last'));
  answerJson(response, courses.slice((page - 1) * perPage, page * perPage), {
    headers: { link: links.join(',') },
  });
}

export function coursesCanvas(
  courses: readonly FakeCourse[],
  options: { last?: boolean } = {},
): Promise<FakeCanvas> {
  return fakeCanvas((request, response) => answerCourses(request, response, courses, options));
}

export const manyCourses = (count: number) => Array.from({ length: count }, (_, index) => course(index + 1));
