import { createHash, randomUUID } from 'node:crypto';
import { answerJson, answerThrottled, type Handler, type SeenRequest } from './fake-canvas.ts';

interface Family {
  access: string;
  refresh: string;
  user: number;
}

/**
 * A Canvas that grants tokens as Easel does to public clients: every refresh token is good once, and one that comes twice
 * ends its family.
 */
export class FakeOAuth {
  /** Every secret that was ever given out. */
  readonly secrets: string[] = [];
  readonly families: Family[] = [];
  refreshes = 0;
  revoked = 0;
  /** How many requests for a token are throttled from now on. */
  throttled = 0;
  throttledStatus = 429;
  /** Milliseconds that a refresh takes. */
  slowness = 0;
  expiresIn: number | undefined = 3600;
  readonly #codes = new Map<string, { challenge: string; user: number }>();
  readonly #spent = new Map<string, Family>();

  /** What the browser comes back with after it was sent to Canvas. */
  allow(authorizationUrl: string, user: number): { code: string; state: string } {
    const query = new URL(authorizationUrl).searchParams;
    const code = this.#secret('code');
    this.#codes.set(code, { challenge: query.get('code_challenge') ?? '', user });
    return { code, state: query.get('state') ?? '' };
  }

  readonly handler: Handler = async (request, response) => {
    const { method, url, headers, body } = request;
    if (url === '/login/oauth2/token' && method === 'DELETE') {
      this.revoked++;
      const family = this.#familyOf(request);
      if (family) this.#end(family);
      return answerJson(response, {});
    }
    if (url === '/login/oauth2/token') {
      if (this.throttled-- > 0) return answerThrottled(response, this.throttledStatus);
      const form = new URLSearchParams(body);
      if (form.get('grant_type') === 'authorization_code')
        return answerJson(response, ...this.#exchange(form));
      this.refreshes++;
      if (this.slowness > 0) await new Promise((resolve) => setTimeout(resolve, this.slowness));
      return answerJson(response, ...this.#refresh(form));
    }
    const family = this.#familyOf(request);
    if (!family) {
      const message = { errors: [{ message: 'Invalid access token.' }], echo: headers.authorization };
      return answerJson(response, message, {
        status: 401,
        headers: { 'www-authenticate': 'Bearer realm="canvas-lms"' },
      });
    }
    return answerJson(response, { id: family.user, echo: headers.authorization });
  };

  /** As an administrator might: no token of anybody's is good any more. */
  forgetAccess(): void {
    for (const family of this.families) family.access = this.#secret('access');
  }

  endAll(): void {
    for (const family of [...this.families]) this.#end(family);
  }

  #familyOf({ headers }: SeenRequest): Family | undefined {
    return this.families.find(({ access }) => headers.authorization === `Bearer ${access}`);
  }

  #end(family: Family): void {
    this.families.splice(this.families.indexOf(family), 1);
  }

  #exchange(form: URLSearchParams): [object, { status?: number }] {
    const code = form.get('code') ?? '';
    const granted = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!granted || granted.challenge !== challenge) return [{ error: 'invalid_grant' }, { status: 400 }];
    const family = { access: this.#secret('access'), refresh: this.#secret('refresh'), user: granted.user };
    this.families.push(family);
    return [this.#answer(family), {}];
  }

  #refresh(form: URLSearchParams): [object, { status?: number }] {
    const refresh = form.get('refresh_token') ?? '';
    const spent = this.#spent.get(refresh);
    if (spent) this.#end(spent);
    const family = this.families.find((candidate) => candidate.refresh === refresh);
    if (!family) return [{ error: 'invalid_grant', error_description: refresh }, { status: 400 }];
    this.#spent.set(refresh, family);
    family.access = this.#secret('access');
    family.refresh = this.#secret('refresh');
    return [this.#answer(family), {}];
  }

  #answer({ access, refresh, user }: Family): object {
    return {
      access_token: access,
      token_type: 'Bearer',
      user: { id: user, name: `User ${user}`, global_id: `1000000000000${user}` },
      refresh_token: refresh,
      ...(this.expiresIn !== undefined && { expires_in: this.expiresIn }),
    };
  }

  #secret(kind: string): string {
    const secret = `${kind}-${randomUUID()}`;
    this.secrets.push(secret);
    return secret;
  }
}
