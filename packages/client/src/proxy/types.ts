import type { OperationId } from '@easel/contract';

/** What of one operation may pass. Whatever isn't said here doesn't. */
export interface AllowedOperation {
  /**
   * Names as the documentation has them (`enrollment_state`, `include`, `course[name]`); the name of an object stands for
   * all of its documented parts. As a record with the values that may pass: `{ include: ['term'], search_term: true }`.
   * Lists take `page` and `per_page` in any case.
   */
  readonly params?: readonly string[] | Readonly<Record<string, true | readonly string[]>>;
  /**
   * Narrows a parameter of the path to these values; `'word'` takes any of letters, digits, `-` and `_`, for parameters
   * that are no ids, as the name of a page. Otherwise ids pass: `42`, `self`, `sis_course_id:…`.
   */
  readonly path?: Readonly<Record<string, 'word' | readonly string[]>>;
  /** Seconds for which an answer may be given again, to the same user. For GET only. */
  readonly cache?: number;
  /** Media types of bodies that go through as they are, unread: `['text/csv']` for an import. */
  readonly body?: readonly string[];
  /** Hands redirects to other hosts on to the browser, as those of files; the token never goes there. */
  readonly redirects?: true;
}

/** The operations that pass, by the contract's ids. */
export type AllowList = { readonly [Operation in OperationId]?: AllowedOperation };

export interface ProxyUser {
  /** Keeps one user's cached answers from the others, and names the user in the audit log. */
  readonly id: string;
  readonly name?: string;
}

/** A request that the allow list lets pass, as it will be sent to Canvas. */
export interface ProxyCall {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, string>>;
  /** Nested. */
  readonly params: Params;
  /** Who is signed in with Canvas; undefined where one token serves all. */
  readonly user: ProxyUser | undefined;
}

export type Scalar = string | number | boolean | null;
export type Value = Scalar | readonly Value[] | Params;
/** Without a prototype, so that `__proto__` is only a name. */
export interface Params {
  readonly [name: string]: Value;
}

/** What the audit log is told. Neither tokens nor anything out of a query or a body are in it. */
export interface ProxyEvent {
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly event: 'call' | 'refused' | 'login_begun' | 'login' | 'login_failed' | 'logout' | 'session';
  readonly method: string;
  readonly user: string | undefined;
  readonly operation: OperationId | undefined;
  /** The ids of the path, by the names of its parameters. */
  readonly ids: Readonly<Record<string, string>>;
  readonly status: number;
  /** Until the answer began. */
  readonly ms: number;
  /** Why it was refused, in one word. */
  readonly reason: string | undefined;
  readonly cache: 'hit' | 'miss' | undefined;
  /** By which Canvas's administrators find the request. */
  readonly requestId: string | undefined;
}

/**
 * Keeps sessions, which are encrypted before they come here. Several processes may share one.
 * Ids are hashes in hex: whoever reads the store can't make a cookie of them.
 */
export interface SessionStore {
  read(id: string): Promise<string | undefined>;
  /** @param until milliseconds since 1970; forgotten some time after */
  write(id: string, sealed: string, until: number): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * Runs what nobody else may run for this id at the same time, in no process that shares the store: a refresh token that
   * is used twice ends its session.
   */
  exclusively<T>(id: string, run: () => Promise<T>): Promise<T>;
}
