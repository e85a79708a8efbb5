/** What making and changing a token have in common. */
import { randomToken } from '../../domain/random-token.ts';
import { InvalidRecord, MissingParameter, Refusal } from '../../errors.ts';
import { tokenHmac } from '../../http/authenticate.ts';
import type { Context } from '../../http/context.ts';
import { isParams } from '../../http/rack-params.ts';

const SECRET_LENGTH = 64;
const HINT_LENGTH = 5;
const MAX_PURPOSE = 255;

/** @throws MissingParameter unless `token[…]` holds anything at all */
export function tokenParams<T extends object>(ctx: Context, token: T | undefined): T {
  const sent = ctx.request.params['token'];
  if (!token || !isParams(sent) || Object.keys(sent).length === 0) throw new MissingParameter('token');
  return token;
}

/** A new secret, and what is stored of it. */
export function makeSecret(ctx: Context) {
  const secret = randomToken(SECRET_LENGTH);
  return {
    secret,
    columns: { token_hmac: tokenHmac(ctx.site, secret), token_hint: secret.slice(0, HINT_LENGTH) },
  };
}

/** @throws InvalidRecord for a purpose that is blank or too long */
export function checkedPurpose(purpose: string | null): string {
  if (!purpose)
    throw new InvalidRecord({ purpose: [['too_short', 'is too short (minimum is 1 character)']] });
  if ([...purpose].length > MAX_PURPOSE) {
    throw new InvalidRecord({ purpose: [['too_long', 'is too long (maximum is 255 characters)']] });
  }
  return purpose;
}

/** What Canvas refuses before it makes a token: a list of one message. */
export const tokenRefusal = (message: string): Refusal => new Refusal(400, [{ message }]);
