/** Applications as OAuth 2.0 knows them: developer keys that are in use. */
import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { DeveloperKeysTable } from '../db/tables/index.ts';
import { localId } from '../domain/global-id.ts';
import { isSameSecret, keyedHash } from '../domain/keyed-hash.ts';
import { parseNumber } from '../http/ids.ts';
import type { Site } from '../http/site.ts';
import { OAuthError } from './errors.ts';

export type Client = Selectable<DeveloperKeysTable>;

export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

/** An active key, by either form of its id. @throws OAuthError */
export async function findClient(db: Db, clientId: string | undefined): Promise<Client> {
  const id = clientId === undefined ? undefined : parseNumber(clientId);
  const client =
    id === undefined
      ? undefined
      : await db
          .selectFrom('developer_keys')
          .selectAll()
          .where('id', '=', localId(id))
          .where('workflow_state', '=', 'active')
          .executeTakeFirst();
  if (!client) throw new OAuthError('unknownClient');
  return client;
}

export async function isOnHere(db: Db, client: Client, rootAccountId: number): Promise<boolean> {
  const binding = await db
    .selectFrom('developer_key_account_bindings')
    .select('workflow_state')
    .where('developer_key_id', '=', client.id)
    .where('account_id', '=', rootAccountId)
    .executeTakeFirst();
  return binding?.workflow_state === 'on';
}

export const hasSecret = (site: Site, client: Client, secret: string): boolean =>
  isSameSecret(keyedHash(site, 'developer key', secret), client.secret_hmac);

/** @throws OAuthError unless it is the client's secret; @param allowsNone for clients that keep none */
export function demandSecret(
  site: Site,
  client: Client,
  secret: string | undefined,
  allowsNone: boolean,
): void {
  if (allowsNone && client.client_type === 'public' && !secret) return;
  if (!secret || !hasSecret(site, client, secret)) throw new OAuthError('wrongSecret');
}

/**
 * Where an application may have its users sent. One of its `redirect_uris`, letter by letter, but for the port of a
 * loopback address, which an application on somebody's machine doesn't choose (RFC 8252 7.3). The deprecated
 * `redirect_uri` allows its host and those below it, as in Canvas.
 */
export function mayRedirect(client: Client, redirectUri: string): boolean {
  if (redirectUri === OUT_OF_BAND) return true;
  if (!URL.canParse(redirectUri) || redirectUri.includes('#')) return false;
  if (client.redirect_uris.includes(redirectUri)) return true;
  if (client.redirect_uris.some((uri) => isSameLoopback(uri, redirectUri))) return true;
  return client.redirect_uri !== null && isUnderHost(client.redirect_uri, redirectUri);
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]']);

function isSameLoopback(known: string, asked: string): boolean {
  const [a, b] = [new URL(known), new URL(asked)];
  if (a.protocol !== 'http:' || !LOOPBACK.has(a.hostname) || b.username !== '' || b.password !== '')
    return false;
  b.port = a.port;
  return a.href === b.href;
}

function isUnderHost(known: string, asked: string): boolean {
  if (!URL.canParse(known)) return false;
  const [a, b] = [new URL(known), new URL(asked)];
  if (a.hostname === '' || b.username !== '' || b.password !== '' || /[\\\s]/.test(asked)) return false;
  return a.protocol === b.protocol && (a.hostname === b.hostname || b.hostname.endsWith(`.${a.hostname}`));
}

/** For the policy of a page whose form leads there: browsers check the whole chain of redirects. */
export function formTargetOf(redirectUri: string): string[] {
  if (redirectUri === OUT_OF_BAND) return [];
  const { protocol, origin, hostname } = new URL(redirectUri);
  // An IPv6 address can't be written in a policy, and an application's own scheme has no origin.
  const hasOrigin = /^https?:$/.test(protocol) && /^[\w.-]+$/.test(hostname);
  return [hasOrigin ? origin : protocol];
}

/** Its name, or what else there is to call it. */
export const nameOf = ({ name, user_name, email }: Client): string =>
  name || user_name || email || 'Third-Party Application';
