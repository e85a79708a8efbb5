const HIDDEN = '[hidden]';

/** Parameters of URLs that open something to whoever has them. */
const SECRET_PARAMETERS =
  /([?&](?:access_token|api_key|token|verifier|sf_verifier|[^=&]*signature)=)[^&#]*/gi;

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

  get authorization(): string {
    return `Bearer ${this.#text}`;
  }

  /** The text without the token, should it stand there. */
  redact(text: string): string {
    return text.replaceAll(this.#text, HIDDEN);
  }
}

/** The URL as it may be shown: no token, no signature. */
export function shownUrl(url: string | URL, token: Token | undefined): string {
  const shown = String(url).replace(SECRET_PARAMETERS, `$1${HIDDEN}`);
  return token ? token.redact(shown) : shown;
}
