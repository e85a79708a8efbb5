import { describe, expect, it } from 'vitest';
import {
  answerJson,
  answerNumbered,
  answerThrottled,
  fakeCanvas,
  type Handler,
  rowsOfPage,
} from '../testing/fake-canvas.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Canvas, type CanvasOptions } from './canvas.ts';
import { CanvasError } from './errors/canvas-error.ts';
import { ForeignLinkError } from './errors/foreign-link-error.ts';
import { LoopError } from './errors/loop-error.ts';

const COURSES = 'GET /api/v1/accounts/{account_id}/courses';

async function courses(handler: Handler, options: Partial<CanvasOptions> = {}) {
  const server = await fakeCanvas(handler);
  const canvas = new Canvas({ baseUrl: server.baseUrl, token: 'secret', clock: new FakeClock(), ...options });
  return { ...server, canvas, list: canvas.list(COURSES, { path: { account_id: 1 } }) };
}

const ids = (count: number, first = 1) => Array.from({ length: count }, (_, index) => String(first + index));
const idsOf = (rows: readonly { id?: string | null }[]) => rows.map(({ id }) => id);
const pagesAsked = (requests: readonly { query: URLSearchParams }[]) =>
  requests.map(({ query }) => query.get('page') ?? 'first');

describe('a list', () => {
  it('comes whole, a hundred a page, in order', async () => {
    const { list, requests } = await courses((request, response) =>
      answerNumbered(request, response, { rows: 250 }),
    );
    const rows = [];
    for await (const row of list) rows.push(row);
    expect(idsOf(rows)).toEqual(ids(250));
    expect(requests[0]?.url).toBe('/api/v1/accounts/1/courses?per_page=100');
    expect(requests[0]?.headers['accept']).toBe('application/json+canvas-string-ids');
    expect(pagesAsked(requests).sort()).toEqual(['2', '3', 'first']);
    expect(list.progress).toEqual({ pages: 3, items: 250, lastPage: 3 });
  });

  it('fetches several pages at once, no more than allowed, and keeps the order', async () => {
    let running = 0;
    let most = 0;
    const { canvas } = await courses(
      async (request, response) => {
        most = Math.max(most, ++running);
        const page = Number(request.query.get('page') ?? 1);
        // Later pages are quicker, so that they arrive in the wrong order.
        await new Promise((resolve) => setTimeout(resolve, 30 - (page % 4) * 9));
        running--;
        answerNumbered(request, response, { rows: 200 });
      },
      { concurrency: 4, perPage: 10 },
    );
    const rows = await canvas.list(COURSES, { path: { account_id: 1 } }).toArray();
    expect(idsOf(rows)).toEqual(ids(200));
    expect(most).toBe(4);
  });

  it('needs no `last`, and guesses no further ahead than it has come', async () => {
    const { canvas, requests } = await courses(
      (request, response) => answerNumbered(request, response, { rows: 95, last: false }),
      { concurrency: 3, perPage: 10 },
    );
    const list = canvas.list(COURSES, { path: { account_id: 1 } });
    expect(idsOf(await list.toArray())).toEqual(ids(95));
    const beyond = pagesAsked(requests).filter((page) => Number(page) > 10);
    expect(beyond.length).toBeLessThanOrEqual(2);
    expect(new Set(pagesAsked(requests)).size).toBe(requests.length);
  });

  it('asks for nothing beyond a single page', async () => {
    const { list, requests } = await courses((request, response) =>
      answerNumbered(request, response, { rows: 7, last: false }),
    );
    expect(await list.toArray()).toHaveLength(7);
    expect(requests).toHaveLength(1);
  });

  it('believes `next`, not `last`: a list may have grown or shrunk meanwhile', async () => {
    for (const [said, real] of [
      [3, 5],
      [8, 5],
    ]) {
      const { list } = await courses(({ query }, response) => {
        const page = Number(query.get('page') ?? 1);
        const next = page < (real ?? 0) ? [`</api/v1/x?page=${page + 1}>; rel="next"`] : [];
        const link = [...next, `</api/v1/x?page=${said}>; rel="last"`].join(',');
        answerJson(response, rowsOfPage(5, page, 1), { headers: { link } });
      });
      expect(idsOf(await list.toArray())).toEqual(ids(5));
    }
  });

  it('stops guessing when the server goes on elsewhere than its numbers say', async () => {
    const { list, requests } = await courses(({ query }, response) => {
      const page = Number(query.get('page') ?? 1);
      const link = page < 9 ? `</x?page=${page + 2}>; rel="next", </x?page=9>; rel="last"` : '';
      answerJson(response, rowsOfPage(9, page, 1), { headers: { link } });
    });
    expect(idsOf(await list.toArray())).toEqual(['1', '3', '5', '7', '9']);
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it('follows bookmarks, one ahead', async () => {
    const after = new Map([
      [null, 'bookmark:YQ=='],
      ['bookmark:YQ==', 'bookmark:Yg=='],
    ]);
    const { list, requests } = await courses(({ query, headers }, response) => {
      const next = after.get(query.get('page'));
      const link = `<http://${headers.host}/api/v1/x?page=${next}&per_page=100>; rel="next"`;
      answerJson(response, [{ id: query.get('page') ?? 'first' }], next ? { headers: { link } } : {});
    });
    expect(idsOf(await list.toArray())).toEqual(['first', 'bookmark:YQ==', 'bookmark:Yg==']);
    expect(requests[1]?.url).toBe('/api/v1/x?page=bookmark:YQ==&per_page=100');
  });

  it.each([
    ['relative to the root', '</api/v1/accounts/1/courses?page=2>; rel="next"'],
    ['relative to the page', '<courses?page=2>; rel="next"'],
    ['a query alone', '<?page=2>; rel="next"'],
    ['with commas in the URL', '</api/v1/accounts/1/courses?page=2&ids=1,2,3>; rel="next"'],
    ['with quoted commas', '</api/v1/accounts/1/courses?page=2>; title="a, b"; rel="next"'],
    ['of another case', '</api/v1/accounts/1/courses?page=2>; REL=NEXT'],
  ])('follows a `next` %s', async (_, link) => {
    const { list, requests } = await courses(({ query }, response) =>
      answerJson(
        response,
        [{ id: query.get('page') ?? '1' }],
        query.has('page') ? {} : { headers: { LINK: link } },
      ),
    );
    expect(idsOf(await list.toArray())).toEqual(['1', '2']);
    expect(requests[1]?.url).toContain('/api/v1/accounts/1/courses?page=2');
  });

  it('gives the first row and fetches nothing else', async () => {
    const { list, requests } = await courses((request, response) =>
      answerNumbered(request, response, { rows: 500 }),
    );
    expect(await list.first()).toEqual({ id: '1' });
    expect(requests).toHaveLength(1);
  });

  it('is empty where Canvas has nothing', async () => {
    const { list } = await courses((_, response) => answerJson(response, []));
    expect(await list.first()).toBeUndefined();
    expect(await list.toArray()).toEqual([]);
  });

  it('can be read twice', async () => {
    const { list } = await courses((request, response) => answerNumbered(request, response, { rows: 120 }));
    expect(await list.toArray()).toEqual(await list.toArray());
  });

  it('comes out of the key that it is wrapped in', async () => {
    const { canvas } = await courses(({ url }, response) =>
      answerJson(
        response,
        url.includes('/terms')
          ? { enrollment_terms: [{ id: '1' }] }
          : { account_calendars: [{ id: '2' }], total_results: 1 },
      ),
    );
    expect(
      await canvas.list('GET /api/v1/accounts/{account_id}/terms', { path: { account_id: 'self' } }).first(),
    ).toEqual({
      id: '1',
    });
    expect(await canvas.list('GET /api/v1/account_calendars').first()).toEqual({ id: '2' });
  });

  it('finds the list among side-loaded objects, or takes the one that is named', async () => {
    const { canvas } = await courses((_, response) =>
      answerJson(response, { users: [{ id: '3' }], quiz_submissions: [{ id: '4' }], quizzes: [] }),
    );
    const path = '/api/v1/courses/1/quizzes/2/submissions';
    expect(await canvas.rawList(path).toArray()).toEqual([{ id: '4' }]);
    expect(await canvas.rawList(path, { key: 'users' }).toArray()).toEqual([{ id: '3' }]);
  });
});

describe('a list in bad weather', () => {
  it('goes on when a connection is killed in the middle of a page', async () => {
    let killed = 0;
    const { list } = await courses((request, response) => {
      if (request.query.get('page') === '2' && killed++ === 0) {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write('[{"id":"101"},');
        setTimeout(() => response.destroy(), 10);
        return;
      }
      answerNumbered(request, response, { rows: 300 });
    });
    expect(idsOf(await list.toArray())).toEqual(ids(300));
    expect(killed).toBe(2);
  });

  it('waits when a page answers 403 "Rate Limit Exceeded" three times', async () => {
    let refused = 0;
    const clock = new FakeClock();
    const { list } = await courses(
      (request, response) => {
        if (request.query.get('page') === '2' && refused < 3) {
          refused++;
          return answerThrottled(response);
        }
        answerNumbered(request, response, { rows: 300 });
      },
      { clock, concurrency: 1 },
    );
    expect(idsOf(await list.toArray())).toEqual(ids(300));
    expect(clock.slept).toEqual([500, 1000, 2000]);
  });

  it('reports a server that repeats the same `next`, after asking for it once', async () => {
    const { list, requests } = await courses(({ headers }, response) => {
      const link = `<http://${headers.host}/api/v1/accounts/1/courses?page=2&per_page=100>; rel="next"`;
      answerJson(response, [{ id: '1' }], { headers: { link } });
    });
    const error = await list.toArray().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LoopError);
    expect(String(error)).toContain('"next" of page 2 leads back');
    expect(requests).toHaveLength(2);
  });

  it('reports a longer way round too', async () => {
    const { list, requests } = await courses(({ query }, response) => {
      const next = (Number(query.get('page') ?? 0) + 1) % 4;
      answerJson(response, [{ id: '1' }], { headers: { link: `<?page=${next}>; rel=next` } });
    });
    await expect(list.toArray()).rejects.toThrow(LoopError);
    expect(requests.length).toBeLessThan(12);
  });

  it('never follows `next` to another host', async () => {
    const other = await fakeCanvas((_, response) => answerJson(response, []));
    const { list } = await courses((_, response) =>
      answerJson(response, [{ id: '1' }], {
        headers: { link: `<${other.baseUrl}/api/v1/courses?page=2>; rel="next"` },
      }),
    );
    await expect(list.toArray()).rejects.toThrow(ForeignLinkError);
    expect(other.requests).toHaveLength(0);
  });

  it('hands out the pages before the one that fails', async () => {
    const { canvas } = await courses(
      (request, response) =>
        request.query.get('page') === '4'
          ? answerJson(response, { errors: [{ message: 'An error occurred.' }] }, { status: 500 })
          : answerNumbered(request, response, { rows: 100 }),
      { perPage: 10 },
    );
    const rows: unknown[] = [];
    const list = canvas.list(COURSES, { path: { account_id: 1 } });
    const reading = (async () => {
      for await (const row of list) rows.push(row);
    })();
    await expect(reading).rejects.toThrow(CanvasError);
    expect(rows).toHaveLength(30);
    expect(list.cursor).toBe('0 /api/v1/accounts/1/courses?page=4&per_page=10');
  });

  it('abandons what is on its way when the reader stops', async () => {
    let closed = 0;
    const { list, requests } = await courses((request, response) => {
      if (request.query.has('page')) response.on('close', () => closed++);
      else answerNumbered(request, response, { rows: 1000 });
    });
    for await (const _ of list) {
      await expect.poll(() => requests.length).toBe(7);
      break;
    }
    await expect.poll(() => closed).toBe(6);
  });

  it('ends when aborted, with the reason', async () => {
    const { canvas } = await courses((request, response) =>
      answerNumbered(request, response, { rows: 1000 }),
    );
    const abort = new AbortController();
    const list = canvas.list(COURSES, { path: { account_id: 1 }, signal: abort.signal });
    let read = 0;
    const reading = (async () => {
      for await (const _ of list) if (++read === 150) abort.abort(new Error('enough'));
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(read).toBeLessThan(1000);
  });

  it('does not wait on when aborted in a wait', async () => {
    const server = await fakeCanvas((_, response) => answerThrottled(response, 429, { 'retry-after': '60' }));
    const canvas = new Canvas({ baseUrl: server.baseUrl, token: 'secret' });
    const signal = AbortSignal.timeout(50);
    const started = performance.now();
    await expect(canvas.rawList('/api/v1/courses', { signal }).toArray()).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a cursor', () => {
  it('goes on behind the row that was handed out last', async () => {
    const { canvas } = await courses((request, response) => answerNumbered(request, response, { rows: 95 }), {
      perPage: 10,
    });
    const list = canvas.list(COURSES, { path: { account_id: 1 } });
    const read: (string | null | undefined)[] = [];
    for await (const { id } of list) if (read.push(id) === 37) break;
    expect(list.cursor).toBe('7 /api/v1/accounts/1/courses?page=4&per_page=10');

    const rest = await canvas
      .list(COURSES, { path: { account_id: 1 } })
      .from(list.cursor ?? '')
      .toArray();
    expect([...read, ...idsOf(rest)]).toEqual(ids(95));
  });

  it('goes on behind the page that was handed out last', async () => {
    const { list } = await courses((request, response) => answerNumbered(request, response, { rows: 250 }));
    for await (const _ of list.pages()) break;
    expect(list.cursor).toBe('0 /api/v1/accounts/1/courses?page=2&per_page=100');
    expect(idsOf(await list.from(list.cursor ?? '').toArray())).toEqual(ids(150, 101));
  });

  it('stands at the beginning before, and is gone at the end', async () => {
    const { list } = await courses((request, response) => answerNumbered(request, response, { rows: 3 }));
    expect(list.cursor).toBe('0 /api/v1/accounts/1/courses?per_page=100');
    await list.toArray();
    expect(list.cursor).toBeUndefined();
  });

  it.each(['', 'x', '1 https://evil.example/', '0 //evil.example/x', String.raw`0 /\evil.example/x`])(
    'is not just any text: %j',
    async (text) => {
      const { list } = await courses((_, response) => answerJson(response, []));
      expect(() => list.from(text)).toThrow(TypeError);
    },
  );
});

describe('50,000 rows', () => {
  it('need no more memory than a few pages', async () => {
    const padding = 'x'.repeat(2000);
    const { list } = await courses((request, response) => {
      const page = Number(request.query.get('page') ?? 1);
      const rows = rowsOfPage(50_000, page, 100).map((row) => ({ ...row, padding }));
      const next = page < 500 ? `<?page=${page + 1}>; rel="next", <?page=500>; rel="last"` : '';
      answerJson(response, rows, { headers: { link: next } });
    });
    let read = 0;
    let most = 0;
    let start = 0;
    for await (const _ of list) {
      if (++read === 5000) start = heapUsed();
      if (read > 5000 && read % 5000 === 0) most = Math.max(most, heapUsed() - start);
    }
    expect(read).toBe(50_000);
    // The whole list would be 100 MB.
    expect(most).toBeLessThan(20e6);
  });
});

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const collectGarbage: () => void = await import('node:v8').then(async ({ setFlagsFromString }) => {
  setFlagsFromString('--expose-gc');
  const { runInNewContext } = await import('node:vm');
  return runInNewContext('gc') as () => void;
});
