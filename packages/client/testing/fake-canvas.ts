import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Handler = (request: SeenRequest, response: ServerResponse) => unknown;

export interface SeenRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface FakeCanvas {
  readonly baseUrl: string;
  /** Everything that arrived, in order. */
  readonly requests: readonly SeenRequest[];
}

/** A real HTTP server on a free port, closed when the test ends. */
export async function fakeCanvas(handler: Handler): Promise<FakeCanvas> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = incoming;
    const query = new URL(url, 'http://localhost').searchParams;
    const request = { method, url, query, headers, body: Buffer.concat(chunks).toString('utf8') };
    requests.push(request);
    await handler(request, response);
  });
  await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

export interface AnswerOptions {
  readonly status?: number;
  readonly headers?: Record<string, string | readonly string[]>;
}

export function answerJson(response: ServerResponse, body: unknown, options: AnswerOptions = {}): void {
  response.writeHead(options.status ?? 200, {
    'content-type': 'application/json; charset=utf-8',
    ...options.headers,
  });
  response.end(JSON.stringify(body));
}

export function answerThrottled(
  response: ServerResponse,
  status = 403,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${status} Forbidden (Rate Limit Exceeded)\n`);
}

export interface NumberedList {
  readonly rows: number;
  /** Whether `last` is counted, as Canvas does for some lists. */
  readonly last?: boolean;
  readonly path?: string;
}

/** Rows `{id: '1'}`, … in numbered pages with Canvas's links. */
export function answerNumbered(
  { query, headers }: SeenRequest,
  response: ServerResponse,
  { rows, last = true, path = '/api/v1/accounts/1/courses' }: NumberedList,
): void {
  const perPage = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  const pages = Math.max(1, Math.ceil(rows / perPage));
  const link = (number: number, rel: string) =>
    `<http://${headers.host}${path}?page=${number}&per_page=${perPage}>; rel="${rel}"`;
  const links = [
    link(page, 'current'),
    ...(page < pages ? [link(page + 1, 'next')] : []),
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    link(1, 'first'),
    ...(last ? [link(pages, 'last')] : []),
  ];
  answerJson(response, rowsOfPage(rows, page, perPage), { headers: { link: links.join(',') } });
}

export function rowsOfPage(rows: number, page: number, perPage: number): { id: string }[] {
  const first = (page - 1) * perPage + 1;
  const count = Math.max(0, Math.min(perPage, rows - first + 1));
  return Array.from({ length: count }, (_, index) => ({ id: String(first + index) }));
}
