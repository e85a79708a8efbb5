import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { type OutgoingOptions, outgoingFetch } from './outgoing.ts';

const open = outgoingFetch({ allowPrivateNetworks: true });
const guarded = outgoingFetch({ allowPrivateNetworks: false });
const limits: OutgoingOptions = { maxBytes: 1_000_000, timeoutMs: 5_000 };

const servers: (() => void)[] = [];
afterAll(() => {
  for (const close of servers) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const problemOf = async (work: Promise<unknown>) =>
  (
    (await work.then(
      () => undefined,
      (error) => error,
    )) as { problem?: string } | undefined
  )?.problem;

describe('the way out', () => {
  it('fetches, and says where it ended', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: '/there?x=1' }).end();
      else response.writeHead(200, { 'x-agent': request.headers['user-agent'] }).end('hello');
    });
    const answer = await open(url, limits);
    expect(await text(answer.body)).toBe('hello');
    expect(answer).toMatchObject({ status: 200, url: `${url}/there?x=1`, headers: { 'x-agent': 'Easel' } });
  });

  it('posts a body once: a 303 is fetched, a 307 posted again', async () => {
    const url = await serve(async (request, response) => {
      const got = `${request.method} ${await text(request)}`;
      const status = Number(request.url?.slice(1));
      if (status) response.writeHead(status, { location: '/' }).end();
      else response.end(got);
    });
    const post = async (status: string) =>
      text((await open(`${url}/${status}`, { ...limits, method: 'POST', body: 'b' })).body);
    expect(await post('303')).toBe('GET ');
    expect(await post('302')).toBe('GET ');
    expect(await post('307')).toBe('POST b');
  });

  it('gives credentials to no other host', async () => {
    const other = await serve((request, response) =>
      response.end(request.headers['authorization'] ?? 'none'),
    );
    const url = await serve((_, response) => response.writeHead(302, { location: other }).end());
    const headers = { authorization: 'Bearer secret' };
    expect(await text((await open(url, { ...limits, headers })).body)).toBe('none');
    expect(await text((await open(other, { ...limits, headers })).body)).toBe('Bearer secret');
  });

  it.each([
    ['/relative', 'relative_url'],
    ['', 'relative_url'],
    ['http://', 'invalid_url'],
    ['file:///etc/passwd', 'invalid_url'],
    ['gopher://x', 'invalid_url'],
  ])('takes no %s', async (url, problem) => {
    expect(await problemOf(open(url, limits))).toBe(problem);
  });

  it('ends what is too large, too slow, silent or broken', async () => {
    const large = await serve((_, response) => response.end(Buffer.alloc(2_000_000)));
    const answer = await open(large, limits);
    expect(await problemOf(buffer(answer.body))).toBe('too_large');

    const slow = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const dripping = await open(slow, { ...limits, timeoutMs: 200 });
    expect(await problemOf(buffer(dripping.body))).toBe('timeout');

    const silent = await serve(() => {});
    expect(await problemOf(open(silent, { ...limits, timeoutMs: 100 }))).toBe('timeout');

    const broken = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('x');
      setTimeout(() => response.destroy(), 10);
    });
    expect(await problemOf(buffer((await open(broken, limits)).body))).toBe('network');
    expect(await problemOf(open('http://127.0.0.1:1', limits))).toBe('network');
  });

  it('goes to no private address, be it by its name', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      response.end();
    });
    const { port } = new URL(url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '0']) {
      expect(await problemOf(guarded(`http://${host}:${port}/`, limits)), host).toBe('forbidden_address');
    }
    expect(asked).toBe(0);
  });
});
