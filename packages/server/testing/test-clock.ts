import type { Clock } from '../src/http/site.ts';
import { BEGINNING } from './template.ts';

/** Time stands still until a test moves it. */
export class TestClock implements Clock {
  #now = BEGINNING;

  now(): string {
    return this.#now;
  }

  set(now: string): void {
    this.#now = now;
  }

  advance(seconds: number): void {
    this.#now = `${new Date(Date.parse(this.#now) + seconds * 1000).toISOString().slice(0, 19)}Z`;
  }
}
