import type { Clock } from './clock.ts';

/** When and how often a call is tried again. */
export interface RetryOptions {
  /** Retries after a 5xx, a refused or a broken connection, of calls that may be repeated. Default 3. */
  readonly faults?: number;
  /** Retries after Canvas throttled a call, of any method, since it wasn't carried out. Default 8. */
  readonly throttles?: number;
  /** The wait before the n-th retry is a random part of `baseMs · 2^(n-1)`. Default 500. */
  readonly baseMs?: number;
  /** No such wait is longer. Default 30,000. */
  readonly capMs?: number;
  /** A `Retry-After` longer than this isn't waited for: the call fails. Default 120,000. */
  readonly longestWaitMs?: number;
}

export type Trouble =
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'fault'; readonly retryAfterMs: number | undefined };

/** One call's retries: how many are left of each kind, and how long to wait before the next. */
export class Retries {
  readonly #options: Required<RetryOptions>;
  readonly #clock: Clock;
  readonly #done = { throttled: 0, fault: 0 };

  constructor(options: RetryOptions | false | undefined, clock: Clock) {
    const off = options === false ? { faults: 0, throttles: 0 } : options;
    this.#options = { faults: 3, throttles: 8, baseMs: 500, capMs: 30_000, longestWaitMs: 120_000, ...off };
    this.#clock = clock;
  }

  /** Milliseconds to wait, or undefined when it is time to give up. */
  next({ kind, retryAfterMs }: Trouble): number | undefined {
    const { faults, throttles, baseMs, capMs, longestWaitMs } = this.#options;
    const done = this.#done[kind]++;
    if (done >= (kind === 'fault' ? faults : throttles)) return undefined;
    if (retryAfterMs !== undefined && retryAfterMs > longestWaitMs) return undefined;
    // Full jitter, so that clients throttled together don't come back together.
    return retryAfterMs ?? this.#clock.random() * Math.min(capMs, baseMs * 2 ** done);
  }
}

/** `Retry-After` in seconds or as a date → milliseconds from now. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Hosted Canvas throttles with 429, self-hosted and older ones with 403 and these words (conventions 6). */
export function isThrottled(status: number, text: string): boolean {
  return status === 429 || (status === 403 && /rate limit exceeded/i.test(text));
}
