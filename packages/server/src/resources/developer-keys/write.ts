/** What making and changing a key have in common. */
import { everyOperation } from '@easel/contract';
import { importJWK, type JWK } from 'jose';
import { keyedHash } from '../../domain/keyed-hash.ts';
import { randomToken } from '../../domain/random-token.ts';
import { type FieldErrors, InvalidRecord, MissingParameter } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { isParams } from '../../http/rack-params.ts';
import { grantableScopes } from '../../http/scopes.ts';

export type Asked = NonNullable<Params<'PUT /api/v1/developer_keys/{id}'>['developer_key']>;

const SECRET_LENGTH = 64;
const HINT_LENGTH = 5;
const LONGEST_URI = 4096;

const isGrantable = (() => {
  const scopes = grantableScopes(everyOperation);
  return (scope: string) => scopes.has(scope);
})();

/** @throws MissingParameter unless `developer_key[…]` holds anything at all */
export function askedKey(ctx: Context, asked: Asked | undefined): Asked {
  const sent = ctx.request.params['developer_key'];
  if (!asked || !isParams(sent) || Object.keys(sent).length === 0)
    throw new MissingParameter('developer_key');
  return asked;
}

export const keySecretHmac = (ctx: Pick<Context, 'site'>, secret: string) =>
  keyedHash(ctx.site, 'developer key', secret);

/** A new secret, and what is stored of it. */
export function makeKeySecret(ctx: Context) {
  const secret = randomToken(SECRET_LENGTH);
  return {
    secret,
    columns: { secret_hmac: keySecretHmac(ctx, secret), secret_hint: secret.slice(0, HINT_LENGTH) },
  };
}

/**
 * What is asked, as columns.
 * @param unknownScopes `refuse` as when a key is made, or `drop` as when it changes
 * @throws InvalidRecord
 */
export async function keyColumns(asked: Asked, unknownScopes: 'refuse' | 'drop') {
  const errors: Record<string, string[]> = {};
  const scopes = texts(asked.scopes);
  const unknown = scopes?.filter((scope) => !isGrantable(scope)) ?? [];
  if (unknown.length > 0 && unknownScopes === 'refuse') {
    errors['scopes'] = [`cannot contain ${unknown.join(', ')}`];
  }
  const redirectUris = texts(asked.redirect_uris);
  const tooLong = redirectUris?.some((uri) => uri.length > LONGEST_URI);
  if (tooLong) errors['redirect_uris'] = ['a redirect_uri is too long'];
  else if (redirectUris?.some((uri) => !isRedirectUri(uri))) errors['redirect_uris'] = ['is not a valid URI'];
  if (asked.redirect_uri && !isRedirectUri(asked.redirect_uri))
    errors['redirect_uri'] = ['is not a valid URL'];
  if (asked.public_jwk_url && !isWebAddress(asked.public_jwk_url)) {
    errors['public_jwk_url'] = ['is not a valid URL'];
  }
  if (asked.client_type && !CLIENT_TYPES.has(asked.client_type)) {
    errors['client_type'] = ['is not included in the list'];
  }
  const jwk = asked.public_jwk;
  if (jwk && !(await isPublicKey(jwk))) errors['public_jwk'] = ['is not a public RSA key'];
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors as FieldErrors);

  const given = <Name extends keyof Asked>(...names: Name[]) =>
    Object.fromEntries(names.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]]])));
  return {
    ...given('name', 'email', 'notes', 'vendor_code', 'unified_tool_id', 'visible', 'test_cluster_only'),
    ...given('client_credentials_audience', 'require_scopes', 'allow_includes', 'auto_expire_tokens'),
    ...(asked.client_type && { client_type: asked.client_type as 'public' | 'confidential' }),
    ...(asked.icon_url !== undefined && { icon_url: asked.icon_url || null }),
    ...(asked.redirect_uri !== undefined && { redirect_uri: asked.redirect_uri || null }),
    ...(redirectUris && { redirect_uris: redirectUris }),
    ...(scopes && { scopes: [...new Set(scopes)].filter(isGrantable) }),
    ...(jwk !== undefined && { public_jwk: jwk ? JSON.stringify(jwk) : null }),
    ...(asked.public_jwk_url !== undefined && { public_jwk_url: asked.public_jwk_url || null }),
    // Whoever proves himself by a key of his own gets no more than he names.
    ...((jwk || asked.public_jwk_url) && { require_scopes: true }),
  };
}

const CLIENT_TYPES = new Set(['confidential', 'public']);

/** A list, or a text with one on each line. */
function texts(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(String).filter(Boolean);
  return String(value).split(/\s+/).filter(Boolean);
}

/** Schemes under which an address is a program. */
const PROGRAMS = new Set(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:']);

/** Absolute, of any scheme that leads to an application, and without a fragment (RFC 6749 3.1.2). */
function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#')) return false;
  const { protocol, username, password } = new URL(text);
  return !PROGRAMS.has(protocol) && username === '' && password === '';
}

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

async function isPublicKey(jwk: unknown): Promise<boolean> {
  if (typeof jwk !== 'object' || jwk === null || 'd' in jwk) return false;
  if ((jwk as JWK).kty !== 'RSA') return false;
  return await importJWK(jwk as JWK, 'RS256').then(
    () => true,
    () => false,
  );
}
