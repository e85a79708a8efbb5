/** A browser without scripts or windows: cookies, redirects, forms. */
export class FakeBrowser {
  readonly #cookies = new Map<string, string>();
  /** Every page and redirect, in order. */
  readonly visited: string[] = [];

  /** Goes there and on, as redirects say. */
  async open(
    address: string,
    body?: URLSearchParams,
  ): Promise<{ url: string; status: number; text: string }> {
    let [url, form] = [address, body];
    for (let hops = 0; hops < 12; hops++) {
      this.visited.push(url);
      const { host } = new URL(url);
      const answer = await fetch(url, {
        method: form ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { cookie: this.#cookieFor(host) },
        ...(form && { body: form }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.#cookies.set(`${host} ${name}`, value ?? '');
      }
      const location = answer.headers.get('location');
      if (!location) return { url, status: answer.status, text: await answer.text() };
      [url, form] = [new URL(location, url).href, undefined];
    }
    throw new Error(`${address} redirects for ever`);
  }

  /** Sends the form whose button leads there, with what is hidden in it. */
  async submit(page: { url: string; text: string }, action: string, filled: Record<string, string> = {}) {
    const forms = [...page.text.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([form]) => form);
    const form = forms.find((each) => each.includes(`action="${action}"`));
    if (!form) throw new Error(`no form leads to ${action} in\n${page.text}`);
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']): [string, string] => [name, unescaped(value)],
    );
    const body = new URLSearchParams([...hidden, ...Object.entries(filled)]);
    return await this.open(new URL(action, page.url).href, body);
  }

  /** From an application's address to its consent page, signing in if need be. */
  async consentPage(address: string, login: string, password: string) {
    const page = await this.open(address);
    if (!page.text.includes('pseudonym_session[password]')) return page;
    return await this.submit(page, '/login/canvas', {
      'pseudonym_session[unique_id]': login,
      'pseudonym_session[password]': password,
    });
  }

  #cookieFor(host: string): string {
    return [...this.#cookies]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.slice(host.length + 1)}=${value}`)
      .join('; ');
  }
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
