import type { Clock } from '../clock.ts';

export interface CachedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

interface Entry extends CachedAnswer {
  readonly until: number;
}

/** Longer answers aren't kept. */
export const LONGEST_CACHED = 1024 * 1024;
const HEADERS_SIZE = 1024;

/** Answers by user and address; of too many, those that were not asked for longest go. */
export class AnswerCache {
  readonly #clock: Clock;
  readonly #most: number;
  /** Each user's on their own: no key of one can be another's. */
  readonly #users = new Map<string, Map<string, Entry>>();
  #size = 0;

  constructor(clock: Clock, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  get(user: string, key: string): CachedAnswer | undefined {
    const ofUser = this.#users.get(user);
    const entry = ofUser?.get(key);
    if (!ofUser || !entry) return undefined;
    this.#drop(user, key);
    if (entry.until <= this.#clock.now()) return undefined;
    this.#put(user, key, entry);
    return entry;
  }

  set(user: string, key: string, answer: CachedAnswer, ms: number): void {
    this.#drop(user, key);
    this.#put(user, key, { ...answer, until: this.#clock.now() + ms });
    for (const [oldestUser, entries] of this.#users) {
      for (const oldest of entries.keys()) {
        if (this.#size <= this.#most) return;
        this.#drop(oldestUser, oldest);
      }
    }
  }

  /** The user has changed something, or left. */
  forget(user: string): void {
    for (const key of [...(this.#users.get(user)?.keys() ?? [])]) this.#drop(user, key);
  }

  #put(user: string, key: string, entry: Entry): void {
    const entries = this.#users.get(user) ?? new Map<string, Entry>();
    entries.set(key, entry);
    // At the end of the order, as the one used last.
    this.#users.delete(user);
    this.#users.set(user, entries);
    this.#size += sizeOf(entry);
  }

  #drop(user: string, key: string): void {
    const entries = this.#users.get(user);
    const entry = entries?.get(key);
    if (!entries || !entry) return;
    entries.delete(key);
    if (entries.size === 0) this.#users.delete(user);
    this.#size -= sizeOf(entry);
  }
}

const sizeOf = ({ body }: Entry) => body.length + HEADERS_SIZE;
