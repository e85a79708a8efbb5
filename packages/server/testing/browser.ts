/** A browser without scripts: it keeps cookies, follows no redirect by itself, and sends the forms of pages. */
import type { FastifyInstance, InjectOptions } from 'fastify';

export interface Page {
  status: number;
  text: string;
  headers: Record<string, string | string[] | undefined>;
  /** Where it redirects to. */
  location: string | undefined;
}

export class Browser {
  readonly #app: FastifyInstance;
  readonly #address: string;
  readonly cookies = new Map<string, string>();

  constructor(app: FastifyInstance, address = '127.0.0.1') {
    this.#app = app;
    this.#address = address;
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#send({ method: 'GET', url, headers });
  }

  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
    return this.#send({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  /** Gets redirected until there is a page, or an address of another host. */
  async follow(page: Page): Promise<Page> {
    let at = page;
    for (let hops = 0; at.location?.startsWith('/') && hops < 10; hops++) at = await this.get(at.location);
    return at;
  }

  /** Sends a form of a page with what it holds and what is filled in. */
  submit(page: Page, action: string, filled: Record<string, string> = {}): Promise<Page> {
    return this.post(action, { ...hiddenFields(page.text, action), ...filled });
  }

  async signIn(login: string, password: string, returnTo = '/profile/settings'): Promise<Page> {
    const page = await this.get(`/login/canvas?${new URLSearchParams({ return_to: returnTo })}`);
    return await this.submit(page, '/login/canvas', {
      'pseudonym_session[unique_id]': login,
      'pseudonym_session[password]': password,
    });
  }

  async #send(options: InjectOptions & { url: string; headers: Record<string, string> }): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.inject({
      ...options,
      remoteAddress: this.#address,
      headers: { ...(cookie && { cookie }), ...options.headers },
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0 || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: response.statusCode,
      text: response.payload,
      headers: response.headers as Page['headers'],
      location: response.headers.location as string | undefined,
    };
  }
}

/** The hidden fields of the form with this action, or of the one that has a button with it. */
function hiddenFields(text: string, action: string): Record<string, string> {
  const forms = [...text.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([form]) => form);
  const form = forms.find((each) => each.includes(`action="${action}"`)) ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name as string,
      (value ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
    ]),
  );
}
