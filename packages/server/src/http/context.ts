import type { IncomingHttpHeaders } from 'node:http';
import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { AccessTokensTable, AccountsTable, UsersTable } from '../db/tables/index.ts';
import type { RoleWithOverrides } from '../domain/roles-held.ts';
import { Unauthenticated } from '../errors.ts';

import type { PageLinks } from './page.ts';
import type { RackParams, UploadedFile } from './rack-params.ts';
import type { Narrowing } from './scopes.ts';
import type { Session } from './session.ts';
import type { Site } from './site.ts';

export type User = Selectable<UsersTable>;
export type Account = Selectable<AccountsTable>;
export type AccessToken = Selectable<AccessTokensTable>;

/** Who is asking. While masquerading `user` is the acted-as one and `realUser` the actor. */
export interface Caller {
  user: User | null;
  realUser: User | null;
  token: AccessToken | null;
  /** Of a browser, instead of a token. */
  session?: Session;
  /** What the token may do of what its user may; absent for all of it. */
  narrowing?: Narrowing;
  /** The account roles of one of the two, loaded with the token (domain/roles-held.ts). */
  rolesHeld?: { userId: number; roles: readonly RoleWithOverrides[] };
}

export const anonymous: Caller = { user: null, realUser: null, token: null };

/** The request as far as an operation may care. */
export interface RequestFacts {
  /** `https://host`, without a slash at the end. */
  origin: string;
  /** The path as asked, without query and `.json`. */
  path: string;
  /** `{course_id: 'sis_course_id:X'}`, decoded and not yet resolved. */
  pathParams: Readonly<Record<string, string>>;
  /** The query alone, for links; what came in a body isn't echoed. */
  query: RackParams;
  /** Query and body together, before coercion. */
  params: RackParams;
  /** Files of a form, by the names of their parts; a job has none. */
  files?: ReadonlyMap<string, UploadedFile>;
  /** As it was sent, HEAD included; a job has none. */
  method?: string;
  /** A job has none. */
  headers?: IncomingHttpHeaders;
  /** Of the client; a job has none. */
  address?: string;
  /** As in X-Request-Context-Id; a job has none. */
  id?: string;
}

export interface ContextParts {
  site: Site;
  caller: Caller;
  request: RequestFacts;
  now: string;
  rootAccount: Account;
  db: Db;
  /** Where hints are gathered; they are sent with a failure too. */
  hints?: string[];
}

/** All that an operation has besides its parameters. One a request. */
export class Context {
  readonly site: Site;
  readonly caller: Caller;
  readonly request: RequestFacts;
  readonly now: string;
  /** The domain root account: the institution that this host serves. */
  readonly rootAccount: Account;
  /** The transaction of a writing request, the pool of a reading one. */
  readonly db: Db;

  /** Set by `paginate`, sent as the Link header. */
  links: PageLinks | undefined;
  readonly hints: string[];
  readonly afterCommit: (() => void)[] = [];
  readonly #memo = new Map<string, Promise<unknown>>();

  constructor(parts: ContextParts) {
    this.site = parts.site;
    this.caller = parts.caller;
    this.request = parts.request;
    this.now = parts.now;
    this.rootAccount = parts.rootAccount;
    this.db = parts.db;
    this.hints = parts.hints ?? [];
  }

  /** The acting user, or null for nobody. */
  get user(): User | null {
    return this.caller.user;
  }

  /** The acting user where there must be one. Throws Unauthenticated. */
  get me(): User {
    if (!this.caller.user) throw new Unauthenticated();
    return this.caller.user;
  }

  /**
   * Runs work in a transaction of its own, for operations that have slow work to do before (`inTransaction: false`);
   * inside one it is part of it. What was worked out before about rights is asked for again.
   */
  async transaction<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    if (this.db.isTransaction) return await work(this);
    const { ctx, result } = await this.site.database.kysely.transaction().execute(async (db) => {
      const ctx = new Context({ ...this, db });
      return { ctx, result: await work(ctx) };
    });
    this.afterCommit.push(...ctx.afterCommit);
    return result;
  }

  /** An absolute URL of this site: `ctx.url('/courses/1')`. */
  url(path: string): string {
    return this.request.origin + path;
  }

  /** Help beside the answer, in the header X-Easel-Hint. Without secrets; what no header can carry is left out. */
  hint(text: string): void {
    const line = text.replace(/[^\x20-\x7e]+/g, ' ');
    if (!this.hints.includes(line)) this.hints.push(line);
  }

  /** Computes once a request: rights are asked for again and again. */
  once<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.#memo.get(key);
    if (known) return known as Promise<T>;
    const value = compute();
    this.#memo.set(key, value);
    return value;
  }
}
