import type { FetchHandler } from '../src/proxy/node/listener.ts';

/** A browser with a jar for cookies, in front of a handler. It keeps all that it ever got, to be searched. */
export class ProxyBrowser {
  readonly #handler: FetchHandler;
  readonly #origin: string;
  readonly cookies = new Map<string, string>();
  /** Heads and bodies, as text. */
  readonly received: string[] = [];
  csrfToken = '';

  constructor(handler: FetchHandler, origin: string) {
    this.#handler = handler;
    this.#origin = origin;
  }

  async fetch(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie !== '' && !headers.has('cookie')) headers.set('cookie', cookie);
    const response = await this.#handler(new Request(new URL(path, this.#origin), { ...init, headers }));
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    this.received.push([...response.headers].map((pair) => pair.join(': ')).join('\n'));
    return response;
  }

  /** The whole of it, kept for searching. */
  async text(path: string, init?: RequestInit): Promise<string> {
    const body = await (await this.fetch(path, init)).text();
    this.received.push(body);
    return body;
  }

  async json(path: string, init?: RequestInit): Promise<unknown> {
    return JSON.parse(await this.text(path, init));
  }

  /** Asks who is signed in; from then on writes carry the token against forged ones. */
  async session(mount = ''): Promise<{ user: unknown; csrf_token: string | null }> {
    const session = (await this.json(`${mount}/session`)) as { user: unknown; csrf_token: string | null };
    this.csrfToken = session.csrf_token ?? '';
    return session;
  }

  write(method: string, path: string, body?: RequestInit['body'], headers: Record<string, string> = {}) {
    return this.fetch(path, {
      method,
      headers: { origin: this.#origin, 'x-csrf-token': this.csrfToken, ...headers },
      ...(body !== undefined && { body, duplex: 'half' }),
    });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', ...value] = pair.split('=');
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }
}
