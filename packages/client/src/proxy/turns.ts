/** One after the other, for each id. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(id: string, run: () => Promise<T>): Promise<T> {
    const before = this.#last.get(id) ?? Promise.resolve();
    const turn = before.then(run, run);
    // Of a failure its own caller is told.
    const settled = turn
      .catch(() => {})
      .then(() => {
        if (this.#last.get(id) === settled) this.#last.delete(id);
      });
    this.#last.set(id, settled);
    return turn;
  }
}
