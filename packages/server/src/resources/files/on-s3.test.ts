import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { CREDENTIALS, checkPost, md5, startS3 } from '../../../testing/s3-server.ts';
import { pathOf, type Ticket } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';
import { openStorage } from '../../files/open-storage.ts';
import type { Site } from '../../http/site.ts';
import { collectFiles } from './collect.ts';

process.env['AWS_ACCESS_KEY_ID'] = CREDENTIALS.id;
process.env['AWS_SECRET_ACCESS_KEY'] = CREDENTIALS.secret;

const BUCKET = 'canvas-files';
const { endpoint, stop } = await startS3(BUCKET);
afterAll(stop);
const files = await openStorage(`s3://${BUCKET}?endpoint=${endpoint}&prefix=easel`);
const { admin, anonymous, as, clock, database, make, runJobs } = await openWorld({}, undefined, { files });
const site = { database, clock, files, log: pino({ level: 'silent' }) } as unknown as Site;

const person = await make.person();
const me = as(person.token);
const path = 'users/self/files';

/** Step 2 over HTTP, straight to the store. */
function send({ upload_url, upload_params, file_param }: Ticket, bytes: Buffer): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload_params)) form.append(name, value);
  form.append(file_param, new Blob([bytes]), 'local.bin');
  return fetch(upload_url, { method: 'POST', body: form, redirect: 'manual' });
}

async function upload(params: object, bytes = Buffer.from('contents')) {
  const { body: ticket } = await me.post(path, params);
  const sent = await send(ticket, bytes);
  return await me.send('GET', pathOf(sent.headers.get('location') ?? ''));
}

describe('an upload to S3', () => {
  it('takes the thread’s own upload, with the parameters that the thread shows', async () => {
    const form = new URLSearchParams({
      name: 'words.txt',
      size: '475954',
      content_type: 'text/plain',
      parent_folder_path: 'Eval Reports/Fall2015',
    });
    const { status, body: ticket } = await me.post(path, form.toString());
    expect(status).toBe(200);
    expect(ticket.upload_url).toBe(`${endpoint}/${BUCKET}`);
    expect(ticket.file_param).toBe('file');
    expect(Object.keys(ticket.upload_params).sort()).toEqual(
      [
        'Filename',
        'Policy',
        'acl',
        'content-type',
        'key',
        'success_action_redirect',
        'x-amz-algorithm',
        'x-amz-credential',
        'x-amz-date',
        'x-amz-signature',
      ].sort(),
    );
    expect(ticket.upload_params).toMatchObject({
      Filename: 'words.txt',
      acl: 'private',
      'content-type': 'text/plain',
      key: expect.stringMatching(/^easel\/attachments\/\d+\/[\w-]+\/words\.txt$/),
      success_action_redirect: expect.stringMatching(/\/api\/v1\/files\/\d+\/create_success\?uuid=\w{40}$/),
    });
    expect(checkPost(ticket.upload_params, BUCKET)).toEqual([]);

    const bytes = Buffer.alloc(475_954, 'word\n');
    const sent = await send(ticket, bytes);
    expect(sent.status).toBe(303);
    const { status: confirmed, body: file } = await me.send(
      'GET',
      pathOf(sent.headers.get('location') ?? ''),
    );
    expect(confirmed).toBe(200);
    expect(file).toMatchObject({
      display_name: 'words.txt',
      size: 475_954,
      'content-type': 'text/plain',
      upload_status: 'success',
    });
    const { body: folder } = await me.get(`folders/${file.folder_id}`);
    expect(folder.full_name).toBe('my files/Eval Reports/Fall2015');
  });

  it('may be answered with 201, and is then confirmed at success_url', async () => {
    const { body: ticket } = await me.post(path, { name: 'ü ü.bin', no_redirect: true });
    expect(ticket.upload_params).toMatchObject({ success_action_status: '201' });
    expect(checkPost(ticket.upload_params, BUCKET)).toEqual([]);
    const sent = await send(ticket, Buffer.from('x'));
    expect(sent.status).toBe(201);
    const { body } = await me.send('GET', pathOf(ticket.upload_params.success_url));
    expect(body).toMatchObject({ display_name: 'ü ü.bin', filename: '%C3%BC+%C3%BC.bin', size: 1 });
  });

  it('can’t be confirmed before the bytes are there, nor twice', async () => {
    const { body: ticket } = await me.post(path, { name: 'early.bin' });
    const confirmation = pathOf(ticket.upload_params.success_action_redirect);
    expect((await me.send('GET', confirmation)).status).toBe(400);
    await send(ticket, Buffer.from('x'));
    expect((await me.send('GET', confirmation)).status).toBe(200);
    expect((await me.send('GET', confirmation)).status).toBe(400);
  });

  it('is confirmed at what Ceph makes of the address', async () => {
    const { body: ticket } = await me.post(path, { name: 'ceph.bin', on_duplicate: 'rename' });
    await send(ticket, Buffer.from('x'));
    const address = `${ticket.upload_params.success_action_redirect}?bucket=${BUCKET}&key=k&etag=%22e%22`;
    expect((await me.send('GET', pathOf(address))).status).toBe(200);
  });

  it('counts for the quota when it is confirmed', async () => {
    const course = await make.course({ storage_quota_mb: 0 });
    const teacher = as((await make.member(course.id, 'TeacherEnrollment')).token);
    const { body: ticket } = await teacher.post(`courses/${course.id}/files`, { name: 'x' });
    await send(ticket, Buffer.from('x'));
    expect(await teacher.send('GET', pathOf(ticket.upload_params.success_action_redirect))).toMatchObject({
      status: 400,
      body: { message: 'file size exceeds quota limits' },
    });
  });

  it('settles duplicates as every upload', async () => {
    const params = { name: 'twice.txt', on_duplicate: 'rename' };
    const names = [await upload(params), await upload(params)].map(({ body }) => body.display_name);
    expect(names).toEqual(['twice.txt', 'twice-1.txt']);
  });

  it('comes from a URL too, part by part', async () => {
    const bytes = Buffer.alloc(9_000_000, 'abc');
    const server = createServer((_, response) => response.end(bytes));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    afterAll(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/large.bin`;
    const { body } = await me.post(path, { url });
    await runJobs();
    const { body: progress } = await me.get(`progress/${body.progress.id}`);
    expect(progress).toMatchObject({ workflow_state: 'completed' });
    const { body: file } = await me.get(`files/${progress.results.id}`);
    expect(file).toMatchObject({ display_name: 'large.bin', size: 9_000_000 });
    const { headers } = await anonymous.send('GET', pathOf(file.url));
    const got = Buffer.from(await (await fetch(headers['location'] ?? '')).arrayBuffer());
    expect(md5(got)).toBe(md5(bytes));
  });
});

describe('a download from S3', () => {
  it('leads to the store, which sends the bytes as they are to be taken', async () => {
    const { body: file } = await upload(
      { name: 'Straße.html', content_type: 'text/html' },
      Buffer.from('<b>'),
    );
    const { status, headers } = await anonymous.send('GET', pathOf(file.url));
    expect(status).toBe(302);
    const direct = await fetch(headers['location'] ?? '');
    expect(await direct.text()).toBe('<b>');
    expect(direct.headers.get('content-disposition')).toMatch(/^attachment; filename="Stra_e.html"/);
    expect(direct.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const { body } = await me.get(`files/${file.id}/public_url`);
    expect(body.public_url).toMatch(
      new RegExp(`^${endpoint}/${BUCKET}/easel/attachments/.*X-Amz-Signature=`),
    );
    expect(await (await fetch(body.public_url)).text()).toBe('<b>');
  });

  it('makes thumbnails once, and keeps them beside', async () => {
    const { default: sharp } = await import('sharp');
    const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'blue' } })
      .png()
      .toBuffer();
    const { body } = await upload({ name: 'blue.png' }, png);
    for (let n = 0; n < 2; n++) {
      expect((await anonymous.send('GET', pathOf(body.thumbnail_url))).headers['content-type']).toBe(
        'image/png',
      );
    }
  });
});

describe('the collector on S3', () => {
  it('removes what was never confirmed and what was deleted', async () => {
    const { body: kept } = await upload({ name: 'kept.txt' }, Buffer.from('kept'));
    const { body: gone } = await upload({ name: 'gone.txt' }, Buffer.from('gone'));
    const { body: ticket } = await me.post(path, { name: 'abandoned.txt' });
    await send(ticket, Buffer.from('abandoned'));
    await me.delete(`files/${gone.id}`);

    expect(await collectFiles(site, { unused: 0 })).toMatchObject({ uploads: 0 });
    clock.advance(24 * 60 * 60);
    expect((await collectFiles(site, { unused: 0 })).uploads).toBeGreaterThan(0);
    const rows = await database.kysely
      .selectFrom('attachments')
      .select(['id', 'content_key'])
      .where('id', 'in', [kept.id, gone.id])
      .orderBy('id')
      .execute();
    expect(rows[1]?.content_key).toBeNull();
    expect(String(await buffer(await files.read(rows[0]?.content_key ?? '')))).toBe('kept');
    await expect(files.read(ticket.upload_params.key)).rejects.toThrow('no contents');
    expect((await admin.get(`files/${kept.id}`, { as_user_id: person.id })).status).toBe(200);
  });
});
