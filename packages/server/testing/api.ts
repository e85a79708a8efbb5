import type { FastifyInstance, InjectOptions } from 'fastify';

export interface Answer {
  status: number;
  /** Tests read whatever came back and say what it must be. */
  // biome-ignore lint/suspicious/noExplicitAny: that is what a test is for
  body: any;
  headers: Record<string, string | undefined>;
  /** The ids of a list's rows. */
  ids: number[];
  /** rel → url of the Link header. */
  links: Record<string, string>;
}

export type Query = Record<string, unknown>;

/** A caller of the API under test, over HTTP but without a socket. */
export class Api {
  readonly #app: FastifyInstance;
  readonly #token: string | undefined;

  constructor(app: FastifyInstance, token?: string) {
    this.#app = app;
    this.#token = token;
  }

  get(path: string, query?: Query) {
    return this.send('GET', path, { ...(query && { query: flatten(query) }) });
  }
  /** With a JSON body, unless it is text, which goes as a form. */
  post(path: string, body?: unknown) {
    return this.send('POST', path, withBody(body));
  }
  put(path: string, body?: unknown) {
    return this.send('PUT', path, withBody(body));
  }
  delete(path: string, query?: Query) {
    return this.send('DELETE', path, { ...(query && { query: flatten(query) }) });
  }

  /** All pages of a list, by following `next` until there is none. */
  async all(path: string, query: Query = {}): Promise<unknown[]> {
    const rows: unknown[] = [];
    let answer = await this.get(path, { per_page: 100, ...query });
    for (;;) {
      rows.push(...answer.body);
      const { next } = answer.links;
      if (!next) return rows;
      answer = await this.send('GET', next.slice(next.indexOf('/api/')));
    }
  }

  async send(method: string, path: string, options: Partial<InjectOptions> = {}): Promise<Answer> {
    const response = await this.#app.inject({
      method: method as 'GET',
      url: path.startsWith('/') ? path : `/api/v1/${path}`,
      ...options,
      headers: {
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...(options.headers as Record<string, string>),
      },
    });
    const body = parse(response.payload, String(response.headers['content-type'] ?? ''));
    return {
      status: response.statusCode,
      body,
      ids: Array.isArray(body) ? body.map((row) => row?.id) : [],
      headers: response.headers as Record<string, string | undefined>,
      links: parseLinks(response.headers['link'] as string | undefined),
    };
  }
}

function withBody(body: unknown): Partial<InjectOptions> {
  if (body === undefined) return {};
  if (typeof body === 'string') {
    return { payload: body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  }
  return { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** As JSON, where it is: Canvas calls some bare texts so. */
function parse(payload: string, type: string): unknown {
  if (!type.includes('json') || payload === '') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}

function flatten(query: Query): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );
}

function parseLinks(header: string | undefined): Record<string, string> {
  const links: Record<string, string> = {};
  for (const [, url, rel] of header?.matchAll(/<([^>]*)>; rel="(\w+)"/g) ?? [])
    links[rel as string] = url as string;
  return links;
}
