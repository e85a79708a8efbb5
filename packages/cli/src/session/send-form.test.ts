import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sendForm } from './send-form.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const large = () => new File([new Uint8Array(20_000_000)], 'large.bin');

describe('sendForm', () => {
  it('sends what fetch would, with its length', async () => {
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const type = request.headers['content-type'] ?? '';
      const received = await new Response(body, { headers: { 'content-type': type } }).formData();
      const said = await Promise.all(
        [...received].map(async ([name, value]) => [
          name,
          typeof value === 'string' ? value : [value.name, value.type, await value.text()],
        ]),
      );
      response.end(JSON.stringify([request.headers['content-length'] === String(body.length), said]));
    });
    const file = new File(['äpple'], 'Straße "1" +.txt', { type: 'text/plain' });
    const answer = await sendForm(url, { method: 'POST', body: formOf({ 'key ü': 'a&b', file }) });
    expect(await answer.json()).toEqual([
      true,
      [
        ['key ü', 'a&b'],
        ['file', ['Straße "1" +.txt', 'text/plain', 'äpple']],
      ],
    ]);
  });

  it('leaves redirects alone, and takes answers without a body', async () => {
    const url = await serve((request, response) => {
      request.resume();
      request.on('end', () => response.writeHead(303, { location: '/next' }).end());
    });
    const answer = await sendForm(url, { body: formOf({ a: 'b' }) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/next']);
    const empty = await serve((request, response) => {
      request.resume();
      request.on('end', () => response.writeHead(204).end());
    });
    expect((await sendForm(empty, { body: formOf({ a: 'b' }) })).status).toBe(204);
  });

  it('takes an answer that comes before everything is sent', async () => {
    const url = await serve((_, response) => response.writeHead(413).end('too large'));
    const answer = await sendForm(url, { body: formOf({ file: large() }) });
    expect([answer.status, await answer.text()]).toEqual([413, 'too large']);
  });

  it('fails when the connection breaks, and ends when it is told to', async () => {
    const breaking = await serve((request) => request.destroy());
    await expect(sendForm(breaking, { body: formOf({ file: large() }) })).rejects.toThrow();
    const silent = await serve(() => {});
    const signal = AbortSignal.timeout(50);
    await expect(sendForm(silent, { body: formOf({ file: large() }), signal })).rejects.toThrow('aborted');
  });
});
