import type { Clock } from '../src/clock.ts';

/** Time that passes only while someone sleeps, and at once. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  /** What `random` gives; just below 1 makes every wait as long as it can be. */
  chance = 1;
  #now = Date.parse('2026-09-01T08:00:00Z');

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.slept.push(ms);
    this.#now += ms;
  }
}
