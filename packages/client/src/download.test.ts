import { describe, expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../testing/fake-canvas.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Canvas } from './canvas.ts';
import { download } from './download.ts';
import { AuthorizationError } from './errors/authorization-error.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';

/** A Canvas that redirects to a storage on another origin. */
async function setUp() {
  const storage = await fakeCanvas(({ headers }, response) => {
    const from = Number(/\d+/.exec(headers.range ?? '0')?.[0]);
    response.writeHead(from > 0 ? 206 : 200).end('apple'.slice(from));
  });
  const server = await fakeCanvas(({ url }, response) => {
    const [path = ''] = url.split('?');
    const redirect = (location: string) => response.writeHead(302, { location }).end();
    if (path === '/files/1/download') return redirect(`${storage.baseUrl}/bucket?secret=s`);
    if (path === '/files/2/download') return redirect('/login');
    if (path === '/files/3/download') return redirect('/files/3/download');
    if (path === '/files/4/download') return response.writeHead(403).end();
    if (path === '/api/v1/files/2/public_url') {
      return answerJson(response, { public_url: `${storage.baseUrl}/bucket` });
    }
    answerJson(response, { status: 'unauthorized' }, { status: 401 });
  });
  const canvas = new Canvas({
    baseUrl: server.baseUrl,
    token: 'secret',
    clock: new FakeClock(),
    retry: false,
  });
  const file = (id: number) => ({ id, url: `${server.baseUrl}/files/${id}/download?verifier=v` });
  return { canvas, server, storage, file };
}

describe('download', () => {
  it('follows to the storage, without the token', async () => {
    const { canvas, server, storage, file } = await setUp();
    expect(await (await download(canvas, file(1))).text()).toBe('apple');
    for (const { headers } of [...server.requests, ...storage.requests]) {
      expect(headers).not.toHaveProperty('authorization');
      expect(headers['accept-encoding']).toBe('identity');
    }
  });

  it('asks for what is still missing', async () => {
    const { canvas, file } = await setUp();
    const answer = await download(canvas, file(1), { from: 2 });
    expect([answer.status, await answer.text()]).toEqual([206, 'ple']);
  });

  it('asks Canvas for an address when the first one wants a browser, or there is none', async () => {
    const { canvas, server, storage, file } = await setUp();
    expect(await (await download(canvas, file(2))).text()).toBe('apple');
    expect(await (await download(canvas, { id: 2, url: '' })).text()).toBe('apple');
    const asked = server.requests.filter(({ url }) => url.endsWith('/public_url'));
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', 'Bearer secret']);
    expect(storage.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it('fails with what Canvas said', async () => {
    const { canvas, file } = await setUp();
    await expect(download(canvas, file(4))).rejects.toThrow(AuthorizationError);
    const endless = await download(canvas, file(3)).catch((error: unknown) => error);
    expect(endless).toBeInstanceOf(AuthorizationError);
    const nowhere = new Canvas({
      baseUrl: canvas.origin,
      onRequest: () => Response.json({ public_url: null }),
    });
    await expect(download(nowhere, { id: 9, url: '' })).rejects.toThrow(UnexpectedAnswerError);
  });
});
