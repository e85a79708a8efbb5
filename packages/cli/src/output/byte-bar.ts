import { say, type Terminal } from '../frame/terminal.ts';
import { byteSize } from './byte-size.ts';
import { bar, CLEAR_LINE, EVERY_MS, timeLeft } from './progress-bar.ts';

/** Tells people at a terminal how many bytes of several files are through. Nothing at all in a pipe. */
export class ByteBar {
  readonly #terminal: Terminal;
  readonly #total: number;
  readonly #started = Date.now();
  readonly #through = new Map<string, { readonly through: number; readonly before: number }>();
  #shownAt = 0;

  constructor(terminal: Terminal, total: number) {
    this.#terminal = terminal;
    this.#total = total;
  }

  /**
   * @param through of this file so far, which may be less than before when it begins anew
   * @param before of these, from an earlier run: they count, but make nothing faster
   */
  update(file: string, through: number, before = 0): void {
    this.#through.set(file, { through, before });
    const now = Date.now();
    if (!this.#terminal.stderr.isTTY || now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.#draw((now - this.#started) / 1000);
  }

  /** A line of the answer, above the bar. */
  say(line: string): void {
    this.end();
    say(this.#terminal, line);
  }

  end(): void {
    if (this.#shownAt > 0) this.#terminal.stderr.write(CLEAR_LINE);
    this.#shownAt = 0;
  }

  #draw(seconds: number): void {
    let through = 0;
    let moved = 0;
    for (const file of this.#through.values()) {
      through += file.through;
      moved += file.through - file.before;
    }
    const rate = moved / Math.max(seconds, 0.001);
    const left = rate > 0 ? timeLeft(Math.max(this.#total - through, 0), rate) : '';
    const share = this.#total === 0 ? 1 : Math.min(through / this.#total, 1);
    const done = `${byteSize(through)} of ${byteSize(this.#total)}, ${byteSize(rate)}/s`;
    this.#terminal.stderr.write(`${CLEAR_LINE}${bar(share)}${done}${left}`);
  }
}
