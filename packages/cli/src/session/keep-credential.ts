import { remark, type Terminal } from '../frame/terminal.ts';
import { type Credential, credentialText } from './credential.ts';
import { changeProfiles, type Profile, readProfiles } from './profiles.ts';
import { revoke } from './revoke.ts';
import { targetOf } from './target.ts';
import { bestStore, storeNamed, type TokenStore, tokenKey } from './token-stores.ts';

/** What a sign-in came to. */
export interface SignedIn {
  readonly credential: Credential;
  readonly user: { readonly id: string | null | undefined; readonly name: string | null | undefined };
  /** When a personal token ends, as far as Canvas says. */
  readonly until?: string | null | undefined;
}

/** Keeps it under the profile's name, in place of what was there; what OAuth2 had given before is ended. */
export async function keepCredential(
  terminal: Terminal,
  { name, url, test }: Pick<Profile, 'url' | 'test'> & { readonly name: string },
  { credential, until }: SignedIn,
): Promise<TokenStore> {
  const { env } = terminal;
  const store = await bestStore(env);
  await endBefore(terminal, name);
  await store.write(tokenKey(name, url), credentialText(credential));
  const profile: Profile = {
    url,
    test,
    tokenIn: store.name,
    ...(until !== undefined && { tokenUntil: until }),
  };
  await changeProfiles(env, ({ current, named }) => ({
    current: current ?? name,
    named: { ...named, [name]: profile },
  }));
  return store;
}

async function endBefore(terminal: Terminal, name: string): Promise<void> {
  const { env, signal } = terminal;
  const { named } = await readProfiles(env);
  const before = Object.hasOwn(named, name) ? named[name] : undefined;
  const store = before && (await storeNamed(before.tokenIn, env));
  if (!before || !store) return;
  const target = await targetOf(env, store, name, before).catch(() => undefined);
  if (target?.kind === 'oauth') {
    await revoke(target, signal).catch(() => {
      remark(
        terminal,
        `easel: what the profile had before could not be ended; ${before.url}/profile/settings ends it`,
      );
    });
  }
  await store.remove(tokenKey(name, before.url));
}
