/** The proxy's cookies: out of the reach of scripts, of other hosts and, over https, of anything but https. */
export class Cookies {
  readonly #isSecure: boolean;

  constructor(publicUrl: string) {
    this.#isSecure = publicUrl.startsWith('https:');
  }

  read(request: Request, name: string): string | undefined {
    const wanted = this.#nameOf(name);
    for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
      const [key, ...value] = pair.trim().split('=');
      if (key === wanted) return value.join('=');
    }
    return undefined;
  }

  /** A `Set-Cookie`. @param seconds 0 takes the cookie away */
  write(name: string, value: string, seconds: number): string {
    const secure = this.#isSecure ? '; Secure' : '';
    return `${this.#nameOf(name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
  }

  /** `__Host-` has the browser refuse one that another host or plain http has set. */
  #nameOf(name: string): string {
    return this.#isSecure ? `__Host-${name}` : name;
  }
}
