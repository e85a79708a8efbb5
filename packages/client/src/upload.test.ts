import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerJson, fakeCanvas, type Handler } from '../testing/fake-canvas.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Canvas } from './canvas.ts';
import { ForeignLinkError } from './errors/foreign-link-error.ts';
import { NetworkError } from './errors/network-error.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
import { ValidationError } from './errors/validation-error.ts';
import { upload } from './upload.ts';

const OPERATION = 'POST /api/v1/users/{user_id}/files';
const self = { user_id: 'self' };
const words = new File(['apple\n'.repeat(1000)], 'words.txt', { type: 'text/plain' });
/** As S3's; the order matters. */
const uploadParams = { key: 'k/1', acl: 'private', Filename: 'words.txt', Policy: 'p', Signature: 's' };

/** A Canvas and a storage on another origin, which answers the second step. */
async function setUp(storageAnswer: (canvasUrl: string) => Handler, ticket: Record<string, unknown> = {}) {
  let canvasUrl = '';
  const storage = await fakeCanvas((request, response) => storageAnswer(canvasUrl)(request, response));
  const server = await fakeCanvas(({ method, url }, response) => {
    if (method === 'POST') {
      return answerJson(response, {
        upload_url: `${storage.baseUrl}/bucket?secret=policy`,
        upload_params: uploadParams,
        file_param: 'file',
        ...ticket,
      });
    }
    if (url.startsWith('/api/v1/progress/')) {
      return answerJson(response, { id: '5', workflow_state: 'completed', results: { id: 9 } });
    }
    answerJson(response, { id: '9', display_name: 'words.txt' });
  });
  canvasUrl = server.baseUrl;
  return {
    canvas: new Canvas({ baseUrl: canvasUrl, token: 'secret', clock: new FakeClock() }),
    server,
    storage,
  };
}

const redirect: (canvasUrl: string) => Handler = (canvasUrl) => (_, response) =>
  response.writeHead(303, { location: `${canvasUrl}/api/v1/files/9/create_success?uuid=u` }).end();
const created: (canvasUrl: string) => Handler = (canvasUrl) => (_, response) =>
  answerJson(
    response,
    { id: '9' },
    { status: 201, headers: { location: `${canvasUrl}/api/v1/files/9?include[]=x` } },
  );

describe('upload', () => {
  it.each([
    ['a redirect', redirect, '/api/v1/files/9/create_success?uuid=u'],
    ['201 and a Location', created, '/api/v1/files/9?include[]=x'],
  ])('takes three steps, the last by %s', async (_, storageAnswer, confirmation) => {
    const { canvas, server, storage } = await setUp(storageAnswer);
    const file = await upload(canvas, OPERATION, {
      path: self,
      file: words,
      params: { parent_folder_path: 'Eval Reports/Fall2015', on_duplicate: 'rename' },
    });
    expect(file).toEqual({ id: '9', display_name: 'words.txt' });

    const [announced, confirmed] = server.requests;
    expect(decodeURIComponent(announced?.body ?? '').split('&')).toEqual([
      'parent_folder_path=Eval Reports/Fall2015',
      'on_duplicate=rename',
      'name=words.txt',
      'size=6000',
      'content_type=text/plain',
    ]);
    expect(confirmed).toMatchObject({ method: 'GET', url: confirmation });
    expect(confirmed?.headers.authorization).toBe('Bearer secret');

    expect(storage.requests).toHaveLength(1);
    const [sent] = storage.requests;
    expect(sent?.headers).not.toHaveProperty('authorization');
    const names = [...(sent?.body ?? '').matchAll(/ name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['key', 'acl', 'Filename', 'Policy', 'Signature', 'file']);
    expect(sent?.body).toContain(
      'name="file"; filename="words.txt"\r\nContent-Type: text/plain\r\n\r\napple\n',
    );
  });

  it('tells how far it is, and still sends the length that S3 needs', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'easel-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const path = join(directory, 'large.bin');
    await writeFile(path, Buffer.alloc(3_000_000, 7));

    const { canvas, storage } = await setUp(created);
    const steps: number[] = [];
    await upload(canvas, OPERATION, {
      path: self,
      file: await openAsBlob(path),
      name: 'large.bin',
      onProgress: (sent, total) => {
        expect(total).toBe(3_000_000);
        steps.push(sent);
      },
    });
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(3_000_000);
    expect(Number(storage.requests[0]?.headers['content-length'])).toBeGreaterThan(3_000_000);
  });

  it('confirms at success_url where the storage leads nowhere', async () => {
    const { canvas, server } = await setUp(() => (_, response) => response.writeHead(204).end(), {
      success_url: '/api/v1/files/9/create_success?uuid=u',
    });
    expect(await upload(canvas, OPERATION, { path: self, file: words })).toMatchObject({ id: '9' });
    expect(server.requests.at(-1)?.url).toBe('/api/v1/files/9/create_success?uuid=u');
  });

  it.each([
    ['success', 'the file'],
    ['pending', 'an error'],
  ])(
    'when only the answer of the last step got lost, and the file is there (%s): %s',
    async (status, end) => {
      let confirmations = 0;
      const server = await fakeCanvas(({ method, url, headers }, response) => {
        const location = `http://${headers.host}/api/v1/files/9/create_success?uuid=u`;
        if (url === '/storage') return response.writeHead(303, { location }).end();
        if (method === 'POST') return answerJson(response, { upload_url: `http://${headers.host}/storage` });
        if (url === '/api/v1/files/9') return answerJson(response, { id: '9', upload_status: status });
        // Canvas confirms once, and refuses the repetition.
        return confirmations++ === 0 ? response.destroy() : response.writeHead(400).end();
      });
      const canvas = new Canvas({ baseUrl: server.baseUrl, token: 'secret', clock: new FakeClock() });
      const uploaded = upload(canvas, OPERATION, { path: self, file: words });
      if (end === 'the file') expect(await uploaded).toMatchObject({ id: '9' });
      else await expect(uploaded).rejects.toThrow(ValidationError);
      expect(confirmations).toBe(2);
    },
  );

  it('confirms at success_url where S3 names its own object instead of a way back', async () => {
    const { canvas, server } = await setUp(
      () => (_, response) =>
        response.writeHead(201, { location: 'https://bucket.s3.example/k/1' }).end('<xml/>'),
      { upload_params: { ...uploadParams, success_url: '/api/v1/files/9/create_success?uuid=u' } },
    );
    expect(await upload(canvas, OPERATION, { path: self, file: words })).toMatchObject({ id: '9' });
    expect(server.requests.at(-1)?.url).toBe('/api/v1/files/9/create_success?uuid=u');
  });

  it('takes contents from a URL, by a job', async () => {
    const { canvas, server, storage } = await setUp(redirect, {
      upload_url: undefined,
      upload_params: undefined,
      progress: { id: '5' },
    });
    const file = await upload(canvas, OPERATION, { path: self, url: 'https://x.example/a/My%20words.txt?b' });
    expect(file.id).toBe('9');
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /api/v1/users/self/files',
      'GET /api/v1/progress/5',
      'GET /api/v1/files/9',
    ]);
    expect(decodeURIComponent(server.requests[0]?.body ?? '')).toContain(
      'name=My words.txt&url=https://x.example/',
    );
    expect(storage.requests).toHaveLength(0);
  });

  it('never sends the token where a storage leads', async () => {
    const { canvas, storage } = await setUp(
      () =>
        ({ headers }, response) =>
          response.writeHead(303, { location: `http://${headers.host}/steal` }).end(),
    );
    await expect(upload(canvas, OPERATION, { path: self, file: words })).rejects.toThrow(ForeignLinkError);
    expect(storage.requests).toHaveLength(1);
  });

  it('says which step failed, without what opens the storage', async () => {
    const refused = await setUp(
      () => (_, response) => response.writeHead(400).end('<Error>EntityTooLarge</Error>'),
    );
    const error = await upload(refused.canvas, OPERATION, { path: self, file: words }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ method: 'POST', url: `${refused.storage.baseUrl}/bucket`, status: 400 });

    const cut = await setUp(() => (_, response) => response.destroy());
    await expect(upload(cut.canvas, OPERATION, { path: self, file: words })).rejects.toThrow(NetworkError);
    expect(cut.storage.requests).toHaveLength(1);

    const silent = await setUp(() => (_, response) => response.writeHead(200).end());
    await expect(upload(silent.canvas, OPERATION, { path: self, file: words })).rejects.toThrow(
      UnexpectedAnswerError,
    );
  });

  it('needs a name, and something to upload', async () => {
    const { canvas } = await setUp(created);
    await expect(upload(canvas, OPERATION, { path: self, file: new Blob(['x']) })).rejects.toThrow(
      'needs a name',
    );
  });
});
