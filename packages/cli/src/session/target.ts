import type { TokenSource } from '@easel/client';
import { EXIT } from '../frame/exit-codes.ts';
import { Failure, UsageError } from '../frame/failure.ts';
import { nearest } from '../frame/nearest.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import { type Credential, readCredential } from './credential.ts';
import { grantSource } from './grant-source.ts';
import { chosenName, type Profile, readProfiles } from './profiles.ts';
import { storeNamed, type TokenStore, tokenKey } from './token-stores.ts';

/** Where calls go and as whom. */
export interface Target {
  /** Of the profile; undefined when the environment says it all. */
  readonly profile: string | undefined;
  readonly url: string;
  readonly kind: Credential['kind'];
  /** For the client: renews what has to be renewed. */
  readonly token: string | TokenSource;
  /** What is kept now: it may have been renewed since. */
  current(): Promise<Credential>;
  readonly test: boolean;
  /** When it ends for good, as far as that is known; null for never. */
  readonly until?: string | null | undefined;
}

/** Somebody with a token made by hand. */
export const withPersonalToken = (
  target: Pick<Target, 'profile' | 'url' | 'test' | 'until'>,
  accessToken: string,
): Target => ({
  ...target,
  kind: 'personal',
  token: accessToken,
  current: async () => ({ kind: 'personal', accessToken }),
});

/** The profile of this name, whose credential is kept in that store. Undefined when it has none there. */
export async function targetOf(
  env: NodeJS.ProcessEnv,
  store: TokenStore,
  name: string,
  { url, test, tokenUntil }: Profile,
): Promise<Target | undefined> {
  const key = tokenKey(name, url);
  const kept = await store.read(key);
  if (kept === undefined) return undefined;
  const credential = readCredential(kept);
  if (credential.kind === 'personal') {
    return withPersonalToken({ profile: name, url, test, until: tokenUntil }, credential.accessToken);
  }
  const { kind, refreshUntil } = credential;
  return {
    profile: name,
    url,
    test,
    kind,
    token: grantSource({ env, store, profile: name, url }, credential),
    until: refreshUntil === undefined ? undefined : new Date(refreshUntil).toISOString(),
    async current() {
      const now = await store.read(key);
      return now === undefined ? credential : readCredential(now);
    },
  };
}

/** CANVAS_URL with CANVAS_TOKEN, else the chosen profile. @throws Failure when there is neither */
export async function findTarget(terminal: Terminal, option: string | undefined): Promise<Target> {
  return fromEnvironment(terminal, option) ?? (await fromProfile(terminal.env, option));
}

function fromEnvironment(terminal: Terminal, option: string | undefined): Target | undefined {
  const { CANVAS_URL: url, CANVAS_TOKEN: token } = terminal.env;
  if (!url && !token) return undefined;
  // A token must not meet an address that it wasn't given with.
  if (!url || !token) {
    const [given, missing] = url ? ['CANVAS_URL', 'CANVAS_TOKEN'] : ['CANVAS_TOKEN', 'CANVAS_URL'];
    throw new UsageError(
      `${given} is set, but ${missing} is not`,
      'set both, or unset both to use a profile',
    );
  }
  if (option !== undefined) {
    remark(terminal, `easel: CANVAS_URL and CANVAS_TOKEN are set and win over the profile ${option}`);
  }
  return withPersonalToken({ profile: undefined, url, test: false }, token);
}

async function fromProfile(env: NodeJS.ProcessEnv, option: string | undefined): Promise<Target> {
  const profiles = await readProfiles(env);
  const name = chosenName(profiles, option, env);
  if (name === undefined) {
    throw new Failure('You are not signed in anywhere', {
      exitCode: EXIT.notSignedIn,
      hint: 'easel login https://canvas.example.edu',
    });
  }
  const profile = Object.hasOwn(profiles.named, name) ? profiles.named[name] : undefined;
  if (!profile) {
    const meant = nearest(name, Object.keys(profiles.named));
    throw new Failure(`There is no profile ${name}`, {
      exitCode: EXIT.notSignedIn,
      hint: meant ? `did you mean ${meant}?` : `easel login URL --profile ${name}`,
    });
  }
  const store = await storeNamed(profile.tokenIn, env);
  const target = store && (await targetOf(env, store, name, profile));
  if (!target) {
    const reason = store ? 'has no token' : 'has its token in a keyring that is out of reach';
    throw new Failure(`The profile ${name} ${reason}`, {
      exitCode: EXIT.notSignedIn,
      hint: `easel login ${profile.url} --profile ${name}`,
    });
  }
  return target;
}
