import { UsageError } from '../../frame/failure.ts';
import { isLoopback } from '../connect.ts';

/** Where the browser brings the code: to a port of this machine, or to nobody, and the person brings it. */
export type Redirect = 'pasted' | { readonly uri: URL; readonly anyPort: boolean };

export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

/** As public clients of Easel have it: on whichever port is free (RFC 8252 7.3). */
const USUAL = 'http://127.0.0.1/callback';

/**
 * @param text of `--redirect-uri`; keys of Canvas have fixed ones
 * @throws UsageError unless the answer would come here
 */
export function redirectOf(text: string | undefined): Redirect {
  if (text === OUT_OF_BAND) return 'pasted';
  if (text === undefined) return { uri: new URL(USUAL), anyPort: true };
  const uri = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = uri?.protocol === 'http:' && isLoopback(uri.href) && uri.username === '' && uri.hash === '';
  if (!uri || !isHere || uri.search !== '') {
    throw new UsageError(
      '--redirect-uri takes an address of this machine, as the key has it',
      `http://localhost:8765/callback, or ${OUT_OF_BAND} to paste the code`,
    );
  }
  return { uri, anyPort: false };
}
