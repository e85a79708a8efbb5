import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { outgoingFetch } from '../../http/outgoing.ts';

const open = await openWorld();
const guarded = await openWorld({}, undefined, { fetch: outgoingFetch({ allowPrivateNetworks: false }) });

const servers: (() => void)[] = [];
afterAll(() => {
  for (const close of servers) close();
});

/** Somebody's web server on this machine. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function setUp({ make, as, runJobs } = open) {
  const course = await make.course({ storage_quota_mb: 1 });
  const me = as((await make.member(course.id, 'TeacherEnrollment')).token);
  return {
    me,
    /** Step 1, and all that follows by itself. */
    async fetched(params: object) {
      const announced = await me.post(`courses/${course.id}/files`, params);
      expect(announced.status).toBe(200);
      expect(Object.keys(announced.body)).toEqual(['progress']);
      await runJobs();
      return (await me.get(`progress/${announced.body.progress.id}`)).body;
    },
  };
}

describe('an upload by URL', () => {
  it('is a job whose Progress ends with the file', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end('a,b\n1,2\n');
    });
    const { me, fetched } = await setUp();
    const progress = await fetched({
      url: `${url}/data/table%20one?x=1`,
      parent_folder_path: 'from the web',
    });
    expect(progress).toMatchObject({
      tag: 'upload_via_url',
      context_type: 'User',
      workflow_state: 'completed',
      results: { id: expect.any(Number) },
    });
    expect((await me.get(`files/${progress.results.id}`)).body).toMatchObject({
      display_name: 'table one',
      'content-type': 'text/csv',
      size: 8,
    });
  });

  it('settles duplicates as every upload', async () => {
    const url = await serve((_, response) => response.end('x'));
    const { me, fetched } = await setUp();
    const names = [];
    for (let n = 0; n < 2; n++) {
      const { results } = await fetched({ url, name: 'same.txt', on_duplicate: 'rename' });
      names.push((await me.get(`files/${results.id}`)).body.display_name);
    }
    expect(names).toEqual(['same.txt', 'same-1.txt']);
  });

  it('follows redirects, up to a number of them', async () => {
    const url = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return response.end('there');
      response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    const { fetched } = await setUp();
    expect((await fetched({ url: `${url}/5`, name: 'a' })).workflow_state).toBe('completed');
    expect(await fetched({ url: `${url}/6`, name: 'b' })).toMatchObject({
      workflow_state: 'failed',
      message: `Too many redirects for ${url}/6`,
    });
  });

  it('fails with Canvas’s words, and the status with them', async () => {
    const gone = await serve((_, response) => response.writeHead(404).end('no'));
    const cut = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('begun');
      setTimeout(() => response.destroy(), 20);
    });
    const { fetched } = await setUp();
    const message = async (url: string) => (await fetched({ url, name: 'a' })).message;
    expect(await message(gone)).toBe(`Invalid response code, expected 200 got 404 for ${gone}`);
    expect(await message(cut)).toBe(`An unknown error occurred downloading from ${cut}`);
    expect(await message('/only/a/path')).toBe('No host provided for the URL: /only/a/path');
    expect(await message('ftp://example.org/x')).toBe('Could not parse the URL: ftp://example.org/x');
    expect(await message('http://')).toBe('Could not parse the URL: http://');
  });

  it('keeps to the quota, whether the size is said before or not', async () => {
    const large = Buffer.alloc(1_200_000);
    const said = await serve((_, response) =>
      response.writeHead(200, { 'content-length': large.length }).end(large),
    );
    const unsaid = await serve((_, response) => {
      response.writeHead(200);
      response.write(large.subarray(0, 600_000));
      response.end(large.subarray(600_000));
    });
    const { me, fetched } = await setUp();
    expect((await fetched({ url: said, name: 'a' })).message).toBe(
      'file size exceeds quota limits: 1200000 bytes',
    );
    expect((await fetched({ url: unsaid, name: 'b' })).message).toMatch(/^file size exceeds quota limits/);
    expect((await me.get('users/self/files')).ids).toEqual([]);
  });

  it('never reaches a private network on a site that keeps to the public one', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      response.end('secret');
    });
    const { port } = new URL(url);
    const { fetched } = await setUp(guarded);
    for (const address of [
      url,
      `http://localhost:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
      `http://2130706433:${port}`,
    ]) {
      expect(await fetched({ url: address, name: 'a' })).toMatchObject({
        workflow_state: 'failed',
        message: `Addresses in private networks are not fetched: ${address}`,
      });
    }
    expect(asked).toBe(0);
  });
});
