/**
 * A file on its way into an HTTP answer, through two buffers that take turns: one is being filled while the other is
 * being sent. A stream makes a buffer of its own for every chunk, and collecting those takes twice the time that
 * sending them does (docs/performance.md).
 */
import type { FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { ByteRange } from './storage.ts';

const BUFFER_BYTES = 256 * 1024;

export class PouredFile {
  readonly #file: FileHandle;
  readonly #range: ByteRange;

  /** Closes the file in the end. */
  constructor(file: FileHandle, range: ByteRange) {
    this.#file = file;
    this.#range = range;
  }

  /** Writes all of it and ends the answer; one whose reader went away ends early. */
  async pourInto(answer: Writable): Promise<void> {
    try {
      let { start } = this.#range;
      const turns = [new Turn(), new Turn()] as const;
      for (let count = 0; start <= this.#range.end && !answer.destroyed; count++) {
        const turn = turns[count % 2] as Turn;
        const length = Math.min(BUFFER_BYTES, this.#range.end - start + 1);
        start += await turn.take(this.#file, start, length, answer);
      }
      await Promise.all(turns.map(({ sent }) => sent));
      answer.end();
    } catch (error) {
      answer.destroy(error as Error);
    } finally {
      await this.#file.close();
    }
  }

  /** For what nobody will pour. */
  destroy(): void {
    void this.#file.close();
  }
}

class Turn {
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  /** Until then the buffer is the connection's. */
  sent: Promise<void> = Promise.resolve();

  /** Reads a piece and sends it. @returns its length */
  async take(file: FileHandle, position: number, length: number, answer: Writable): Promise<number> {
    await this.sent;
    const { bytesRead } = await file.read(this.#buffer, 0, length, position);
    if (bytesRead === 0) throw new Error('the file is shorter than it was');
    this.sent = new Promise((resolve, reject) => {
      answer.write(this.#buffer.subarray(0, bytesRead), (error) => (error ? reject(error) : resolve()));
    });
    // Awaited at its next turn; nobody's until then.
    this.sent.catch(() => {});
    return bytesRead;
  }
}
