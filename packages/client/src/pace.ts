import type { Clock } from './clock.ts';

/** What Canvas's leaky bucket forgets per second (conventions 6). */
const LEAK_PER_SECOND = 10;
/** Of Canvas's 600; each running request has 50 of them set aside. */
const SLOW_BELOW = 100;
/** Of a server whose bucket is smaller. */
const SLOW_BELOW_SHARE = 0.25;

/**
 * Holds requests back before Canvas refuses them. Shared by all calls with one token, since Canvas counts per token.
 * When `X-Rate-Limit-Remaining` falls below 100 (or a quarter of the most that was seen), the next request waits for
 * as long as the bucket needs to leak back to there.
 */
export class Pace {
  readonly #clock: Clock;
  #most = 0;
  #slowUntil = 0;
  #pausedUntil = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param remaining `X-Rate-Limit-Remaining`; anonymous callers get none */
  observe(remaining: number | undefined): void {
    if (remaining === undefined) return;
    this.#most = Math.max(this.#most, remaining);
    const missing = Math.min(SLOW_BELOW, this.#most * SLOW_BELOW_SHARE) - remaining;
    this.#slowUntil = missing > 0 ? this.#clock.now() + (missing / LEAK_PER_SECOND) * 1000 : 0;
  }

  /** Canvas said no: nothing goes out for so long. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + ms);
  }

  async ready(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const wait = Math.max(this.#slowUntil, this.#pausedUntil) - this.#clock.now();
      if (wait <= 0) return;
      await this.#clock.sleep(wait, signal);
    }
  }
}
