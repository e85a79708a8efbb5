import { describe, expect, it } from 'vitest';
import { pathOf, upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const { anonymous, app, as, files, make } = await openWorld();
const course = await make.course();
const me = as((await make.member(course.id, 'TeacherEnrollment')).token);
const pupil = as((await make.member(course.id)).token);

const uploaded = async (name: string, bytes: Buffer | string, params: object = {}) =>
  (await upload(me, `courses/${course.id}/files`, { name, on_duplicate: 'rename', ...params }, bytes)).body;
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url: url.startsWith('http') ? pathOf(url) : url, headers });

describe('GET /files/{id}/download', () => {
  it('sends the bytes with what is known of them', async () => {
    const bytes = Buffer.from([...Array(256).keys()]);
    const { url, modified_at } = await uploaded('all bytes.bin', bytes);
    const { statusCode, rawPayload, headers } = await get(url);
    expect(statusCode).toBe(200);
    expect(rawPayload.equals(bytes)).toBe(true);
    expect(headers).toMatchObject({
      'content-length': '256',
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="all bytes.bin"; filename*=UTF-8''all%20bytes.bin`,
      'accept-ranges': 'bytes',
      'last-modified': new Date(modified_at).toUTCString(),
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    });
    const head = await get(url, {}, 'HEAD');
    expect(head.headers['content-length']).toBe('256');
    expect(head.rawPayload).toHaveLength(0);
  });

  it('sends a range, the rest, the end', async () => {
    const { url } = await uploaded('range.txt', '0123456789');
    const range = async (range: string, more: object = {}) => {
      const { statusCode, payload, headers } = await get(url, { range, ...more });
      return [statusCode, payload, headers['content-range'], headers['content-length']];
    };
    expect(await range('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10', '3']);
    expect(await range('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10', '3']);
    expect(await range('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10', '2']);
    expect(await range('bytes=5-100')).toEqual([206, '56789', 'bytes 5-9/10', '5']);
    expect((await range('bytes=10-'))?.slice(0, 3)).toEqual([416, '', 'bytes */10']);
    for (const ignored of ['bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=a-b']) {
      expect((await range(ignored))?.slice(0, 2)).toEqual([200, '0123456789']);
    }
    const etag = (await get(url)).headers['etag'] as string;
    expect((await range('bytes=0-0', { 'if-range': etag }))?.[0]).toBe(206);
    expect((await range('bytes=0-0', { 'if-range': '"other"' }))?.[0]).toBe(200);
  });

  it('tells who has the bytes that they are unchanged', async () => {
    const { url } = await uploaded('etag.txt', 'etag');
    const { headers } = await get(url);
    const etag = headers['etag'] as string;
    for (const match of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      expect((await get(url, { 'if-none-match': match })).statusCode).toBe(304);
    }
    expect((await get(url, { 'if-none-match': '"x"' })).statusCode).toBe(200);
    expect((await get(url, { 'if-modified-since': headers['last-modified'] as string })).statusCode).toBe(
      304,
    );
    expect((await get(url, { 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' })).statusCode).toBe(200);
  });

  it('opens by the verifier or the caller’s token', async () => {
    const { id, uuid } = await uploaded('key.txt', 'key');
    expect((await get(`/files/${id}/download?verifier=${uuid}`)).payload).toBe('key');
    expect((await get(`/files/${id}/download`)).statusCode).toBe(401);
    expect((await get(`/files/${id}/download?verifier=${'x'.repeat(40)}`)).statusCode).toBe(401);
    expect((await pupil.send('GET', `/files/${id}/download`)).body).toBe('key');
    expect((await as((await make.person()).token).send('GET', `/files/${id}/download`)).status).toBe(401);
    expect((await get('/files/999999/download')).statusCode).toBe(404);
  });

  it('keeps a locked file from students: they know of it, and get 403', async () => {
    const { id } = await uploaded('locked.txt', 'x');
    await me.put(`files/${id}`, { locked: true });
    expect((await pupil.send('GET', `/files/${id}/download`)).status).toBe(403);
    expect((await me.send('GET', `/files/${id}/download`)).status).toBe(200);
  });

  it.each([
    ['page.html', 'text/html', '<script>alert(1)</script>'],
    ['picture.svg', 'image/svg+xml', '<svg onload="alert(1)"/>'],
    ['feed.xml', 'text/xml', '<x/>'],
    ['page.xhtml', 'application/xhtml+xml', '<x/>'],
    ['code.js', 'text/javascript', 'alert(1)'],
    ['unknown', 'unknown/unknown', '<script>'],
  ])('lets no script run on its own origin: %s', async (name, content_type, bytes) => {
    const { id, uuid } = await uploaded(name, bytes, { content_type });
    for (const query of [`verifier=${uuid}`, `verifier=${uuid}&inline=1`, `verifier=${uuid}&preview=1`]) {
      const { headers } = await get(`/files/${id}/download?${query}`);
      expect(headers['content-disposition']).toMatch(/^attachment;/);
      expect(headers['content-security-policy']).toMatch(/^sandbox;/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('shows pictures, PDF and plain text in place, unless a download is asked for', async () => {
    for (const [name, type] of [
      ['a.png', 'image/png'],
      ['a.pdf', 'application/pdf'],
      ['a.txt', 'text/plain; charset=utf-8'],
      ['a.mp4', 'video/mp4'],
    ] as const) {
      const { id, uuid } = await uploaded(name, 'x');
      const shown = await get(`/files/${id}/download?verifier=${uuid}`);
      expect(shown.headers['content-disposition']).toMatch(/^inline;/);
      expect(shown.headers['content-type']).toBe(type);
      const saved = await get(`/files/${id}/download?verifier=${uuid}&download_frd=1`);
      expect(saved.headers['content-disposition']).toMatch(/^attachment;/);
    }
  });

  it('breaks no header with a name', async () => {
    const { url } = await uploaded('a"b\\c\r\nx: y\u202e.txt', 'x');
    const { headers } = await get(url);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="a\\"b\\\\c__x: y_\.txt"; filename\*=/,
    );
    expect(headers['x']).toBeUndefined();
  });

  it('answers 404 where the bytes are gone', async () => {
    const { id, url } = await uploaded('gone.txt', `gone ${Math.random()}`);
    await files.sweep(async () => new Set(), -1);
    expect((await get(url)).statusCode).toBe(404);
    expect((await me.get(`files/${id}`)).status).toBe(200);
  });
});

describe('GET /courses/{course_id}/files/{id}/download', () => {
  it('leads the old address to what took the place of a file', async () => {
    const params = { on_duplicate: 'overwrite', parent_folder_path: 'replaced' };
    const old = await uploaded('same.txt', 'old', params);
    await uploaded('same.txt', 'new', params);
    expect((await me.send('GET', `/courses/${course.id}/files/${old.id}/download`)).body).toBe('new');
    expect((await me.send('GET', `/files/${old.id}/download`)).status).toBe(404);
    const chain = `replacement_chain_context_type=course&replacement_chain_context_id=${course.id}`;
    expect((await me.send('GET', `/files/${old.id}/download?${chain}`)).body).toBe('new');
  });
});

describe('GET /users/{user_id}/files/{id}/download', () => {
  it('sends one’s own', async () => {
    const { body } = await upload(pupil, 'users/self/files', { name: 'own.txt' }, 'own');
    expect((await pupil.send('GET', `/users/self/files/${body.id}/download`)).body).toBe('own');
    expect((await me.send('GET', `/users/self/files/${body.id}/download`)).status).toBe(404);
  });
});

describe('GET /courses/{course_id}/files/{id}/file_preview', () => {
  it('is where preview_url leads', async () => {
    const { preview_url } = await uploaded('look.txt', 'look');
    const { payload, headers } = await get(preview_url);
    expect(payload).toBe('look');
    expect(headers['content-disposition']).toMatch(/^inline/);
  });
});

describe('GET /users/{user_id}/files/{id}/file_preview', () => {
  it('is where preview_url leads', async () => {
    const { body } = await upload(pupil, 'users/self/files', { name: 'look.txt' }, 'look');
    expect((await pupil.send('GET', body.preview_url)).body).toBe('look');
  });
});

const { default: sharp } = await import('sharp');
const picture = await sharp({ create: { width: 1600, height: 800, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer();

describe('GET /images/thumbnails/{id}/{uuid}', () => {
  it('makes a small picture, and keeps it', async () => {
    const { thumbnail_url } = await uploaded('red.jpg', picture);
    for (let n = 0; n < 2; n++) {
      const { statusCode, rawPayload, headers } = await get(thumbnail_url);
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/png']);
      expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'png', width: 128, height: 64 });
    }
    const wide = await get(`${thumbnail_url}?size=640x>`);
    expect(await sharp(wide.rawPayload).metadata()).toMatchObject({ width: 640, height: 320 });
    const other = await get(`${thumbnail_url}?size=9999x9999`);
    expect(await sharp(other.rawPayload).metadata()).toMatchObject({ width: 128 });
  });

  it('leads elsewhere where there is no picture, or none that may be made', async () => {
    const fake = await uploaded('fake.png', 'no picture');
    // 60,000 x 60,000 pixels in a few bytes.
    const bomb = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600802000000', 'hex');
    const huge = await uploaded('bomb.png', bomb);
    for (const { thumbnail_url } of [fake, huge]) {
      const { statusCode, headers } = await get(thumbnail_url);
      expect([statusCode, headers['location']]).toEqual([302, '/images/no_pic.gif']);
    }
    expect((await get(`/images/thumbnails/${fake.id}/wrong`)).headers['location']).toBe('/images/no_pic.gif');
    expect((await anonymous.send('GET', '/images/thumbnails/999999/x')).status).toBe(302);
  });
});

describe('GET /images/thumbnails/show/{id}/{uuid}', () => {
  it('is the same by its older address', async () => {
    const { id, uuid } = await uploaded('old.jpg', picture);
    expect((await get(`/images/thumbnails/show/${id}/${uuid}`)).headers['content-type']).toBe('image/png');
  });
});
