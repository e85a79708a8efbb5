/**
 * Where tokens come from that don't live long, as those of OAuth2. It is asked before every request, so it should
 * remember what it gave; and once more after a 401, with the token that Canvas refused. If it gives another one then, the
 * request is sent again with it, else the 401 stands. What it throws, the call throws.
 */
export type TokenSource = (refused?: string) => string | Promise<string>;

/** A token, and when it ends. */
export interface ShortLived {
  readonly accessToken: string;
  /** Milliseconds since 1970; undefined where nobody said. */
  readonly expiresAt?: number | undefined;
}

export interface RefreshingOptions {
  /** How long before its end a token is renewed, in milliseconds. Default one minute. */
  readonly earlyMs?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

/**
 * A source that renews its token shortly before it ends, and when Canvas refuses it. Of any number of requests that need a
 * new one at once, one renews and the others wait: on Canvas a refresh token of a public client is good once.
 *
 * @param first what is there to begin with
 * @param renew exchanges it for the next; it should store what it got before it returns. A failure is tried again by the
 * next request.
 */
export function refreshing<T extends ShortLived>(
  first: T,
  renew: (spent: T) => Promise<T>,
  { earlyMs = 60_000, now = Date.now }: RefreshingOptions = {},
): TokenSource {
  let held = first;
  let renewal: Promise<void> | undefined;
  const next = async () => {
    try {
      held = await renew(held);
    } finally {
      renewal = undefined;
    }
  };
  return async (refused) => {
    const isEnding = held.expiresAt !== undefined && held.expiresAt - earlyMs <= now();
    // Refused may be one that another request has renewed since.
    if (isEnding || refused === held.accessToken) {
      renewal ??= next();
      await renewal;
    }
    return held.accessToken;
  };
}
