/** What making and changing a token have in common. */
import { everyOperation } from '@easel/contract';
import { anyOf } from '../../db/any-of.ts';
import { randomToken } from '../../domain/random-token.ts';
import { InsufficientScopes, InvalidRecord, MissingParameter, Refusal } from '../../errors.ts';
import { tokenHmac } from '../../http/authenticate.ts';
import type { Context } from '../../http/context.ts';
import { isParams } from '../../http/rack-params.ts';
import { grantableScopes, scopeKey } from '../../http/scopes.ts';
import { resolveCourseIds } from '../courses/load.ts';

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

/** A token that may do less than its user makes none that may do more. */
export function refuseNarrowed(ctx: Context): void {
  if (ctx.caller.narrowing) throw new InsufficientScopes();
}

export interface AskedNarrowing {
  scopes?: readonly string[];
  course_ids?: readonly string[];
  read_only?: boolean;
}

const KNOWN = new Set([...grantableScopes(everyOperation)].map(scopeKey));

/**
 * What is asked, as columns; an empty list takes the narrowing away.
 * @throws InvalidRecord for a scope or a course that doesn't exist
 */
export async function narrowingColumns(ctx: Context, { scopes, course_ids, read_only }: AskedNarrowing) {
  const wanted = scopes?.filter(Boolean);
  if (wanted?.some((scope) => !KNOWN.has(scopeKey(scope)))) {
    throw new InvalidRecord({ scopes: ['requested scopes must match scopes on developer key'] });
  }
  return {
    ...(wanted && { scopes: [...new Set(wanted)] }),
    ...(course_ids && { course_ids: await existingCourses(ctx, course_ids.filter(Boolean)) }),
    ...(read_only !== undefined && { read_only }),
  };
}

async function existingCourses(ctx: Context, texts: readonly string[]): Promise<number[] | null> {
  if (texts.length === 0) return null;
  const ids = await resolveCourseIds(ctx, texts);
  const found = await ctx.db
    .selectFrom('courses')
    .select('id')
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
  if (found.length < texts.length) throw new InvalidRecord({ course_ids: ['a course does not exist'] });
  return found.map(({ id }) => id);
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
