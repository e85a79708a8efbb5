/**
 * The tokens of a profile that signed in by OAuth2. Refreshed before they end and after a 401, by one process at a time:
 * on Easel, and for public clients of Canvas, a refresh token is good once, and whoever comes with it twice loses both.
 */
import { createHash } from 'node:crypto';
import { refreshing, type TokenSource } from '@easel/client';
import { EXIT } from '../frame/exit-codes.ts';
import { Failure } from '../frame/failure.ts';
import { credentialText, type OAuthGrant, readCredential } from './credential.ts';
import { withLock } from './lock.ts';
import { type TokenStore, tokenKey } from './token-stores.ts';

/** Where a profile's grant is kept. */
export interface KeptGrant {
  readonly env: NodeJS.ProcessEnv;
  readonly store: TokenStore;
  readonly profile: string;
  readonly url: string;
}

export const grantSource = (kept: KeptGrant, grant: OAuthGrant): TokenSource =>
  refreshing(grant, (spent) => withLock(kept.env, lockName(kept), () => renew(kept, spent)));

/** Addresses and names of profiles may hold what names of files can't. */
const lockName = ({ profile, url }: KeptGrant) =>
  `refresh-${createHash('sha256').update(tokenKey(profile, url)).digest('hex').slice(0, 16)}`;

async function renew(kept: KeptGrant, spent: OAuthGrant): Promise<OAuthGrant> {
  const key = tokenKey(kept.profile, kept.url);
  const text = await kept.store.read(key);
  const current = text === undefined ? undefined : readCredential(text);
  // Another process has signed out, or signed in as somebody else: a command goes on as who it began.
  if (current?.kind !== 'oauth' || current.id !== spent.id) throw ended(kept);
  const isAnothers = current.accessToken !== spent.accessToken;
  if (isAnothers && (current.expiresAt === undefined || current.expiresAt > Date.now())) return current;

  const { DeadGrant, refreshGrant } = await import('./oauth/grants.ts');
  try {
    const next = await refreshGrant(kept.url, current);
    await kept.store.write(key, credentialText(next));
    return next;
  } catch (error) {
    throw error instanceof DeadGrant ? ended(kept) : error;
  }
}

function ended({ profile, url }: KeptGrant): Failure {
  return new Failure(`The sign-in of the profile ${profile} has ended`, {
    exitCode: EXIT.notSignedIn,
    hint: `easel login ${url} --oauth --profile ${profile}`,
  });
}
