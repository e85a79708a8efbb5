/** A browser without scripts: it keeps a jar of cookies for each origin, is redirected, and sends forms of pages. */
export class PlainBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Where it ended, after all redirects, and what stands there. */
  async go(url: string, init: RequestInit = {}): Promise<{ url: string; status: number; text: string }> {
    let at = url;
    let next = init;
    for (let hops = 0; hops < 20; hops++) {
      const response = await this.fetch(at, next);
      const location = response.headers.get('location');
      if (location === null) return { url: at, status: response.status, text: await response.text() };
      at = new URL(location, at).href;
      next = {};
    }
    throw new Error('redirected for ever');
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const jar = this.#jarOf(url);
    const headers = new Headers(init.headers);
    headers.set('user-agent', 'plain browser');
    headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Sends the form that has this action, with what it holds and what is filled in. */
  submit(page: { url: string; text: string }, action: string, filled: Record<string, string> = {}) {
    const forms = [...page.text.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([form]) => form);
    const form = forms.find((each) => each.includes(`action="${action}"`)) ?? '';
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, unescaped(value)],
    );
    return this.go(new URL(action, page.url).href, {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...filled }),
    });
  }

  /** Ports count: browsers don't tell cookies apart by them, and tests are clearer so. */
  #jarOf(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    return jar;
  }
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
