import type { ListProgress } from '@easel/client';
import type { Terminal } from '../frame/terminal.ts';

export const EVERY_MS = 100;
const BAR = 24;
/** The client's own choice. */
const ROWS_PER_PAGE = 100;
export const CLEAR_LINE = '\r\u001b[2K';

/** Tells people at a terminal how far a list has come. Nothing at all in a pipe. */
export class ProgressBar {
  readonly #terminal: Terminal;
  readonly #noun: string;
  readonly #before: number;
  readonly #started = Date.now();
  #shownAt = 0;

  /** @param before rows of an earlier run that this one goes on with */
  constructor(terminal: Terminal, noun: string, before = 0) {
    this.#terminal = terminal;
    this.#noun = noun;
    this.#before = before;
  }

  update({ items, lastPage }: ListProgress): void {
    const now = Date.now();
    if (!this.#terminal.stderr.isTTY || now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    const rate = items / Math.max((now - this.#started) / 1000, 0.001);
    const count = this.#before + items;
    const expected = lastPage === undefined ? undefined : Math.max(count, lastPage * ROWS_PER_PAGE);
    const done = `${count.toLocaleString('en')} ${this.#noun}, ${Math.round(rate).toLocaleString('en')}/s`;
    // Canvas doesn't say of every list how long it is.
    const parts =
      expected === undefined ? done : `${bar(count / expected)}${done}${timeLeft(expected - count, rate)}`;
    this.#terminal.stderr.write(CLEAR_LINE + parts);
  }

  end(): void {
    if (this.#shownAt > 0) this.#terminal.stderr.write(CLEAR_LINE);
  }
}

export function bar(share: number): string {
  const full = Math.round(share * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.round(share * 100)} %  `;
}

export function timeLeft(amount: number, rate: number): string {
  const seconds = Math.ceil(amount / rate);
  return seconds < 60 ? `, ${seconds} s left` : `, ${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
}
