import { type Clock, systemClock } from '../clock.ts';
import type { TokenSource } from '../token-source.ts';
import type { Fetch } from '../transport.ts';
import type { ProxyKey } from './key-ring.ts';
import type { OAuthOptions } from './oauth-client.ts';
import type { Limits } from './read-request.ts';
import type { AllowList, ProxyCall, ProxyEvent, ProxyUser, SessionStore } from './types.ts';

interface CommonOptions {
  /** `https://canvas.example.edu`, where Canvas is. */
  readonly baseUrl: string;
  /**
   * Where the browser sees the proxy: `https://app.example.edu/canvas`. Then Canvas's `/api/v1/courses` is at
   * `/canvas/api/v1/courses`. Nothing that a request says of its host is believed.
   */
  readonly publicUrl: string;
  readonly operations: AllowList;
  readonly userAgent?: string;
  readonly limits?: Limits;
  /** Milliseconds until Canvas has to have begun its answer, and between two pieces of it. Default 30,000. */
  readonly timeoutMs?: number;
  /** Bytes of answers that are kept for operations with `cache`. Default 32 MiB. */
  readonly cacheBytes?: number;
  /** Told of every request when its answer begins. What it throws is passed over. */
  readonly audit?: (event: ProxyEvent) => void;
  readonly fetch?: Fetch;
  readonly clock?: Clock;
}

/** One token for all. Who may do what with it is for the application to say. */
export interface ServiceOptions extends CommonOptions {
  /** Or where it comes from; a source is asked again with the token that Canvas refused. */
  readonly token: string | TokenSource;
  /**
   * Who is asking, by the application's own session: `request` has the browser's headers, `call` what will be sent.
   * `undefined` answers 401, `false` 403. A user's cached answers are given to that user only.
   */
  readonly authorize: (
    request: Request,
    call: ProxyCall,
  ) => ProxyUser | false | undefined | Promise<ProxyUser | false | undefined>;
  /** Sign the CSRF tokens; without any they hold as long as this process. */
  readonly keys?: readonly ProxyKey[];
  readonly oauth?: never;
}

/** A token for each user, who signs in with Canvas. */
export interface OAuthProxyOptions extends CommonOptions {
  readonly oauth: OAuthOptions;
  /** At least 32 random bytes each. The first one encrypts, all decrypt: rotate by putting a new one in front. */
  readonly keys: readonly ProxyKey[];
  /** Default: `memoryStore()`, whose sessions end with the process. */
  readonly store?: SessionStore;
  /** How long a session lasts from its beginning. Default 12 hours. */
  readonly sessionSeconds?: number;
  /** A further say: `false` answers 403. */
  readonly authorize?: (request: Request, call: ProxyCall) => boolean | Promise<boolean>;
  readonly token?: never;
}

export type ProxyOptions = ServiceOptions | OAuthProxyOptions;

const MEBIBYTE = 1024 * 1024;

/** What both kinds have in common, with defaults. */
export interface Settings {
  readonly canvasOrigin: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly publicOrigin: string;
  /** The path of `publicUrl`, empty at the top. */
  readonly mount: string;
  readonly userAgent: string;
  readonly limits: Required<Limits>;
  readonly timeoutMs: number;
  readonly cacheBytes: number;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** @throws TypeError */
export function readSettings(options: ProxyOptions): Settings {
  const publicUrl = addressIn('publicUrl', options.publicUrl);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(publicUrl.hostname);
  if (publicUrl.protocol === 'http:' && !isLoopback) {
    throw new TypeError(
      'publicUrl has to be https: over http, everybody on the way could take over sessions',
    );
  }
  const mount = publicUrl.pathname.replace(/\/+$/, '');
  const canvas = addressIn('baseUrl', options.baseUrl);
  if (canvas.pathname !== '/') throw new TypeError('baseUrl is the address of a Canvas, without a path');
  return {
    canvasOrigin: canvas.origin,
    publicUrl: publicUrl.origin + mount,
    publicOrigin: publicUrl.origin,
    mount,
    userAgent: options.userAgent ?? 'easel-proxy/0.1',
    limits: {
      params: options.limits?.params ?? MEBIBYTE,
      body: options.limits?.body ?? 512 * MEBIBYTE,
      answer: options.limits?.answer ?? Number.POSITIVE_INFINITY,
    },
    timeoutMs: options.timeoutMs ?? 30_000,
    cacheBytes: options.cacheBytes ?? 32 * MEBIBYTE,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    clock: options.clock ?? systemClock,
  };
}

function addressIn(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new TypeError(`${name} has to be an address like https://canvas.example.edu`);
  }
  return url;
}
