import type { Clock } from '../clock.ts';
import { randomText } from './base64url.ts';
import { type KeyRing, sha256 } from './key-ring.ts';
import { GrantIsOver, type OAuthClient, type Tokens } from './oauth-client.ts';
import type { ProxyUser, SessionStore } from './types.ts';

/** What is kept, sealed, of somebody who signed in. */
interface Stored {
  readonly user: ProxyUser;
  readonly tokens: Tokens;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface Session extends Stored {
  /** What the cookie holds. */
  readonly secret: string;
  /** Its hash, by which the store knows it. */
  readonly id: string;
}

/** A token that has less than this to live is renewed before it is used. */
const RENEW_BEFORE_MS = 60_000;

export class Sessions {
  readonly #store: SessionStore;
  readonly #keys: KeyRing;
  readonly #oauth: OAuthClient;
  readonly #clock: Clock;
  readonly #lifeMs: number;

  constructor(parts: {
    store: SessionStore;
    keys: KeyRing;
    oauth: OAuthClient;
    clock: Clock;
    lifeMs: number;
  }) {
    this.#store = parts.store;
    this.#keys = parts.keys;
    this.#oauth = parts.oauth;
    this.#clock = parts.clock;
    this.#lifeMs = parts.lifeMs;
  }

  /** A session with a new secret, whatever the browser had before. */
  async start(user: ProxyUser, tokens: Tokens): Promise<Session> {
    const secret = randomText();
    const session = { secret, id: await idOf(secret), user, tokens, until: this.#clock.now() + this.#lifeMs };
    await this.#write(session);
    return session;
  }

  /** Undefined when it is over, or never was. */
  async find(secret: string | undefined): Promise<Session | undefined> {
    if (secret === undefined || !/^[\w-]{43}$/.test(secret)) return undefined;
    const found = await this.#read(secret);
    if (found && !found.isSealedByFirst) await this.#sealAnew(found.session);
    return found?.session;
  }

  /**
   * The session with a token that should be good: renewed when it is about to end, or when Canvas has refused it. Of
   * several requests one renews and the others get what it got, for a refresh token may be good once only.
   * Undefined when the session is over.
   */
  async withGoodToken(session: Session, refused?: string): Promise<Session | undefined> {
    if (!this.#isDue(session, refused)) return session;
    return this.#store.exclusively(session.id, async () => {
      const current = (await this.#read(session.secret))?.session;
      if (!current || !this.#isDue(current, refused)) return current;
      return this.#renewed(current, refused);
    });
  }

  async end(session: Session): Promise<void> {
    await this.#store.exclusively(session.id, async () => {
      // What was renewed meanwhile is what has to be revoked.
      const current = (await this.#read(session.secret))?.session;
      await this.#store.remove(session.id);
      if (current) await this.#oauth.revoke(current.tokens.access);
    });
  }

  #isDue({ tokens }: Session, refused: string | undefined): boolean {
    if (tokens.access === refused) return true;
    return tokens.accessUntil !== null && tokens.accessUntil - this.#clock.now() < RENEW_BEFORE_MS;
  }

  async #renewed(session: Session, refused: string | undefined): Promise<Session | undefined> {
    const { refresh, access, accessUntil } = session.tokens;
    try {
      if (refresh === null) throw new GrantIsOver('no_refresh_token');
      const renewed = { ...session, tokens: await this.#oauth.refresh(refresh) };
      await this.#write(renewed);
      return renewed;
    } catch (error) {
      if (error instanceof GrantIsOver) {
        await this.#store.remove(session.id);
        return undefined;
      }
      // Canvas can't be reached for a new one, and this one is still good.
      if (access !== refused && accessUntil !== null && accessUntil > this.#clock.now()) return session;
      throw error;
    }
  }

  async #read(secret: string): Promise<{ session: Session; isSealedByFirst: boolean } | undefined> {
    const id = await idOf(secret);
    const sealed = await this.#store.read(id);
    const text = sealed === undefined ? undefined : await this.#keys.open(sealed, purposeOf(id));
    if (sealed === undefined || text === undefined) return undefined;
    const session: Session = { ...(JSON.parse(text) as Stored), secret, id };
    if (session.until <= this.#clock.now()) return undefined;
    return { session, isSealedByFirst: await this.#keys.isSealedByFirst(sealed) };
  }

  /** With the first of the keys. Read again first, for its tokens may have been renewed since. */
  async #sealAnew({ id, secret }: Session): Promise<void> {
    await this.#store.exclusively(id, async () => {
      const found = await this.#read(secret);
      if (found && !found.isSealedByFirst) await this.#write(found.session);
    });
  }

  async #write({ id, user, tokens, until }: Session): Promise<void> {
    const stored: Stored = { user, tokens, until };
    await this.#store.write(id, await this.#keys.seal(JSON.stringify(stored), purposeOf(id)), until);
  }
}

const purposeOf = (id: string) => `session ${id}`;

async function idOf(secret: string): Promise<string> {
  return [...(await sha256(secret))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
