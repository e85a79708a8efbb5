import { HIDDEN, Token } from './token.ts';
import type { TokenSource } from './token-source.ts';

/** Parameters of URLs that open something to whoever has them. */
const SECRET_PARAMETERS =
  /([?&](?:access_token|api_key|token|verifier|sf_verifier|[^=&]*signature)=)[^&#]*/gi;

/** Answers that are still on their way may hold tokens that were renewed meanwhile; older ones open nothing. */
const MOST_REMEMBERED = 8;

/** The tokens that calls are sent with, one after the other, and what keeps them from being shown. */
export class Tokens {
  readonly #source: TokenSource | undefined;
  readonly #canRenew: boolean;
  #seen: Token[] = [];

  /** @throws TypeError when no header could carry the token */
  constructor(given: string | TokenSource | undefined) {
    this.#canRenew = typeof given === 'function';
    if (typeof given === 'string') {
      this.#see(given);
      this.#source = () => given;
    } else this.#source = given;
  }

  /** The one to send now; undefined for anonymous calls. Throws what the source throws. */
  async current(): Promise<Token | undefined> {
    return this.#source && this.#see(await this.#source());
  }

  /** Has the source renew a token that Canvas refused. @returns whether there is another one now */
  async renew(refused: Token): Promise<boolean> {
    if (!this.#source || !this.#canRenew) return false;
    return !this.#see(await this.#source(refused.reveal())).equals(refused);
  }

  /** The text without the tokens, should they stand there. */
  redact(text: string): string {
    return this.#seen.reduce((shown, token) => token.redact(shown), text);
  }

  /** The URL as it may be shown: no token, no signature. */
  shownUrl(url: string | URL): string {
    return this.redact(String(url).replace(SECRET_PARAMETERS, `$1${HIDDEN}`));
  }

  #see(text: string): Token {
    const token = new Token(text);
    const isKnown = this.#seen.some((known) => known.equals(token));
    if (!isKnown) this.#seen = [token, ...this.#seen].slice(0, MOST_REMEMBERED);
    return token;
  }
}
