export const HIDDEN = '[hidden]';

/** Keeps the token where neither `JSON.stringify` nor `console.log` reach it. */
export class Token {
  readonly #text: string;

  /** @throws TypeError, without the token in it, when no header could carry it */
  constructor(text: string) {
    this.#text = text.trim();
    // `fetch` would refuse such a header with a message that quotes it.
    if (!/^[\x21-\x7e]+$/.test(this.#text)) {
      throw new TypeError('The token is empty, or holds blanks or characters that no token has');
    }
  }

  /** The token itself, for a source that is told which one was refused. */
  reveal(): string {
    return this.#text;
  }

  get authorization(): string {
    return `Bearer ${this.#text}`;
  }

  equals(other: Token): boolean {
    return this.#text === other.#text;
  }

  /** The text without the token, should it stand there. */
  redact(text: string): string {
    return text.replaceAll(this.#text, HIDDEN);
  }
}
