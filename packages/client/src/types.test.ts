import type { OperationTypes } from '@easel/contract';
import { describe, expectTypeOf, it } from 'vitest';
import { Canvas } from './canvas.ts';
import type { CanvasList } from './canvas-list.ts';
import { sis } from './sis.ts';
import type { AnswerOf, StringIds } from './types.ts';
import { upload } from './upload.ts';

const answered = () => Response.json({});
const options = { baseUrl: 'https://c.example', fetch: async () => answered() };
const canvas = new Canvas(options);
const numbers = new Canvas({ ...options, ids: 'number' });

describe('types', () => {
  it('know an answer by the operation, its ids as text', async () => {
    const course = await canvas.call('GET /api/v1/courses/{id}', { path: { id: 1 } });
    expectTypeOf(course.id).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(course.account_id).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(course.name).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(course.term?.id).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(course.total_students).toEqualTypeOf<number | null | undefined>();
    // @ts-expect-error no such field
    course.nmae;
  });

  it('keep numbers where they are asked for', async () => {
    expectTypeOf(numbers).toEqualTypeOf<Canvas<'number'>>();
    const course = await numbers.call('GET /api/v1/courses/{id}', { path: { id: 1 } });
    expectTypeOf(course.id).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(course).toEqualTypeOf<OperationTypes['GET /api/v1/courses/{id}']['returns']>();
  });

  it('turn lists of ids and nested ids, and nothing else', () => {
    interface Row {
      id: number;
      user_id?: number | null;
      section_ids: number[];
      ids: number[] | null;
      position: number;
      identity: number;
      rows: { id: number; kind: 'a' | 'b' }[] | null;
    }
    expectTypeOf<StringIds<Row>>().toEqualTypeOf<{
      id: string;
      user_id?: string | null;
      section_ids: string[];
      ids: string[] | null;
      position: number;
      identity: number;
      rows: { id: string; kind: 'a' | 'b' }[] | null;
    }>();
    expectTypeOf<AnswerOf<'GET /api/v1/courses/{course_id}/folders/by_path'>>().not.toBeAny();
  });

  it('demand path parameters, and only those that the path has', () => {
    void canvas.call('GET /api/v1/courses').catch(() => {});
    void canvas.call('GET /api/v1/courses/{id}', { path: { id: sis('course', 'X') } }).catch(() => {});
    // @ts-expect-error no path parameters
    canvas.call('GET /api/v1/courses/{id}').catch(() => {});
    // @ts-expect-error the wrong one
    canvas.call('GET /api/v1/courses/{id}', { path: { course_id: 1 } }).catch(() => {});
    // @ts-expect-error no such operation
    canvas.call('GET /api/v1/curses').catch(() => {});
  });

  it('know the parameters, ids as text or number, dates as Date', () => {
    const path = { id: 1 };
    void canvas.call('PUT /api/v1/courses/{id}', {
      path,
      params: {
        course: {
          name: 'X',
          term_id: 'sis_term_id:fall',
          account_id: 7n,
          start_at: new Date(),
          end_at: null,
        },
        as_user_id: 3,
      },
    });
    // @ts-expect-error a misspelt parameter
    void canvas.call('PUT /api/v1/courses/{id}', { path, params: { course: { nmae: 'X' } } });
    // @ts-expect-error not nested as Canvas wants it
    void canvas.call('PUT /api/v1/courses/{id}', { path, params: { name: 'X' } });
    // @ts-expect-error a text is no list
    void canvas.call('GET /api/v1/courses/{id}', { path, params: { include: 'term' } });
    void canvas.call('POST /api/v1/courses/{course_id}/discussion_topics', {
      path: { course_id: 1 },
      params: { title: 'X', attachment: new Blob(['x']) },
    });
  });

  it('know the rows of lists, wrapped ones too', () => {
    const courses = canvas.list('GET /api/v1/accounts/{account_id}/courses', {
      path: { account_id: 'self' },
    });
    expectTypeOf(courses).toExtend<CanvasList<{ id?: string | null; name?: string | null }>>();
    const terms = canvas.list('GET /api/v1/accounts/{account_id}/terms', { path: { account_id: 'self' } });
    expectTypeOf(terms).toExtend<CanvasList<{ id?: string | null; start_at?: string | null }>>();
    const calendars = canvas.list('GET /api/v1/account_calendars');
    expectTypeOf(calendars).toExtend<CanvasList<{ parent_account_id?: string | null }>>();
    // @ts-expect-error one object, no list
    canvas.list('GET /api/v1/courses/{id}/settings', { path: { id: 1 } });
    // @ts-expect-error not a GET
    canvas.list('POST /api/v1/courses/{course_id}/files', { path: { course_id: 1 } });
  });

  it('know where uploads begin', () => {
    const file = new File(['x'], 'x.txt');
    const done = upload(canvas, 'POST /api/v1/users/{user_id}/files', {
      path: { user_id: 'self' },
      file,
      params: { parent_folder_path: 'Eval Reports/Fall2015', on_duplicate: 'rename' },
    });
    expectTypeOf(done).resolves.toHaveProperty('display_name');
    done.catch(() => {});
    // @ts-expect-error no upload
    upload(canvas, 'POST /api/v1/users/{user_id}/folders', { path: { user_id: 1 }, file }).catch(() => {});
  });
});
