import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { answerJson, answerThrottled, fakeCanvas } from '../testing/fake-canvas.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Canvas } from './canvas.ts';
import { AuthenticationError } from './errors/index.ts';
import type { IncomingResponse } from './hooks.ts';
import { refreshing, type ShortLived } from './token-source.ts';

/** A Canvas that takes one token at a time. */
async function canvasTaking(first: string) {
  const state = { token: first, sent: [] as string[] };
  const { baseUrl, requests } = await fakeCanvas(({ headers, url }, response) => {
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    state.sent.push(token);
    if (token === state.token) return answerJson(response, { url, echo: token });
    answerJson(
      response,
      { errors: [{ message: `Invalid access token. ${token}` }] },
      { status: 401, headers: { 'www-authenticate': 'Bearer realm="canvas-lms"' } },
    );
  });
  return { baseUrl, requests, state };
}

describe('a token source', () => {
  it('is asked before every request', async () => {
    const { baseUrl, state } = await canvasTaking('1');
    const canvas = new Canvas({ baseUrl, token: () => state.token });
    await canvas.raw('GET', 'a');
    state.token = '2';
    await canvas.raw('POST', 'b');
    await canvas.as(5).raw('GET', 'c');
    expect(state.sent).toEqual(['1', '2', '2']);
  });

  it('is asked once more after a 401, and the request goes out again whatever its method', async () => {
    const { baseUrl } = await canvasTaking('second');
    const asked: (string | undefined)[] = [];
    let token = 'first';
    const seen: IncomingResponse[] = [];
    const canvas = new Canvas({
      baseUrl,
      retry: false,
      onResponse: (response) => seen.push(response),
      token: async (refused) => {
        asked.push(refused);
        if (refused) token = 'second';
        return token;
      },
    });
    const { body } = await canvas.raw<{ echo: string }>('POST', 'courses', { params: { a: 'b' } });
    expect(body.echo).toBe('second');
    expect(asked).toEqual([undefined, 'first', undefined]);
    expect(seen.map(({ status, attempt, retryInMs }) => [status, attempt, retryInMs])).toEqual([
      [401, 1, 0],
      [200, 2, undefined],
    ]);
  });

  it('leaves a 401 alone that another token gets too, or when it has no other', async () => {
    const { baseUrl, state } = await canvasTaking('none of these');
    const another = new Canvas({ baseUrl, token: (refused) => (refused ? 'b' : 'a') });
    await expect(another.raw('GET', 'x')).rejects.toThrow(AuthenticationError);
    expect(state.sent).toEqual(['a', 'a']);
    const same = new Canvas({ baseUrl, token: () => 'c' });
    await expect(same.raw('GET', 'x')).rejects.toThrow(AuthenticationError);
    expect(state.sent).toEqual(['a', 'a', 'c']);
  });

  it('isn’t asked for another one where only a right is missing', async () => {
    const { baseUrl } = await fakeCanvas((_, response) =>
      answerJson(
        response,
        { status: 'unauthorized', errors: [{ message: 'user not authorized' }] },
        { status: 401 },
      ),
    );
    const asked: (string | undefined)[] = [];
    const token = (refused?: string) => {
      asked.push(refused);
      return 'token-1';
    };
    await expect(new Canvas({ baseUrl, token }).raw('GET', 'x')).rejects.toThrow('not authorized');
    expect(asked).toEqual([undefined]);
  });

  it('fails a call with what it throws, and no dry run asks it', async () => {
    const { baseUrl, requests } = await canvasTaking('a');
    const failing = new Canvas({ baseUrl, token: () => Promise.reject(new Error('signed out')) });
    await expect(failing.raw('GET', 'x')).rejects.toThrow('signed out');
    const later = new Canvas({
      baseUrl,
      token: (refused) => {
        if (refused) throw new Error('cannot be renewed');
        return 'old';
      },
    });
    await expect(later.raw('GET', 'x')).rejects.toThrow('cannot be renewed');
    expect(requests).toHaveLength(1);
    const dry = new Canvas({
      baseUrl,
      token: () => Promise.reject(new Error('asked')),
      onRequest: () => Response.json([1]),
    });
    expect((await dry.raw('GET', 'x')).body).toEqual([1]);
    await expect(new Canvas({ baseUrl, token: () => 'a\nb' }).raw('GET', 'x')).rejects.toThrow(TypeError);
  });

  it('doesn’t keep an aborted call waiting', async () => {
    const { baseUrl } = await canvasTaking('a');
    const canvas = new Canvas({ baseUrl, token: () => new Promise(() => {}) });
    const signal = AbortSignal.timeout(20);
    await expect(canvas.raw('GET', 'x', { signal })).rejects.toThrow('aborted');
  });

  it('is asked anew when a throttled call goes out again', async () => {
    let calls = 0;
    const { baseUrl, requests } = await fakeCanvas((_, response) =>
      calls++ === 0 ? answerThrottled(response) : answerJson(response, {}),
    );
    const tokens = ['a', 'b'];
    await new Canvas({ baseUrl, token: () => tokens.shift() ?? '', clock: new FakeClock() }).raw('POST', 'x');
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer a', 'Bearer b']);
  });

  it('has none of its tokens shown, old or new', async () => {
    const { baseUrl, state } = await canvasTaking('secret-2');
    const shown: string[] = [];
    const show = (value: unknown) => void shown.push(inspect(value, { depth: 9, showHidden: true }));
    let token = 'secret-1';
    const canvas = new Canvas({
      baseUrl,
      token: (refused) => {
        if (refused) token = 'secret-2';
        return token;
      },
      onRequest: show,
      onResponse: show,
    });
    await canvas.raw('POST', 'x?access_token=secret-1', { params: { text: 'secret-1' } });
    state.token = 'secret-3';
    show(await canvas.raw('POST', 'x/secret-1/secret-2').catch((error: unknown) => error));
    show(canvas);
    expect(shown.length).toBeGreaterThan(4);
    // Before it was given out, nobody can know it.
    expect(shown.slice(1).filter((text) => /secret-\d/.test(text))).toEqual([]);
  });
});

describe('refreshing', () => {
  const clock = new FakeClock();
  const now = () => clock.now();
  const lasting = (accessToken: string, ms: number): ShortLived => ({ accessToken, expiresAt: now() + ms });

  it('renews shortly before the end, once for all who ask', async () => {
    const renewed: string[] = [];
    const source = refreshing(
      lasting('1', 100_000),
      async ({ accessToken }) => {
        renewed.push(accessToken);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return lasting(String(Number(accessToken) + 1), 100_000);
      },
      { now },
    );
    expect(await source()).toBe('1');
    await clock.sleep(40_001);
    expect(await Promise.all([source(), source(), source('1')])).toEqual(['2', '2', '2']);
    expect(renewed).toEqual(['1']);
    expect(await source('1')).toBe('2');
    expect(await source('2')).toBe('3');
    expect(renewed).toEqual(['1', '2']);
  });

  it('keeps a token whose end nobody knows until it is refused', async () => {
    const source = refreshing({ accessToken: 'a' }, async () => ({ accessToken: 'b' }), { now });
    await clock.sleep(10 ** 9);
    expect([await source(), await source('a'), await source()]).toEqual(['a', 'b', 'b']);
  });

  it('tries again after a failure', async () => {
    let tries = 0;
    const source = refreshing(
      lasting('a', 0),
      async () => {
        if (tries++ === 0) throw new Error('no network');
        return lasting('b', 10 ** 6);
      },
      { now },
    );
    await expect(Promise.all([source(), source()])).rejects.toThrow('no network');
    expect(await source()).toBe('b');
    expect(tries).toBe(2);
  });
});
