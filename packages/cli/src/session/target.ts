import { EXIT } from '../frame/exit-codes.ts';
import { Failure, UsageError } from '../frame/failure.ts';
import { nearest } from '../frame/nearest.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import { chosenName, readProfiles } from './profiles.ts';
import { storeNamed, tokenKey } from './token-stores.ts';

/** Where calls go and as whom. */
export interface Target {
  /** Of the profile; undefined when the environment says it all. */
  readonly profile: string | undefined;
  readonly url: string;
  readonly token: string;
  readonly test: boolean;
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
  return { profile: undefined, url, token, test: false };
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
  const token = await store?.read(tokenKey(name, profile.url));
  if (token === undefined) {
    const reason = store ? 'has no token' : 'has its token in a keyring that is out of reach';
    throw new Failure(`The profile ${name} ${reason}`, {
      exitCode: EXIT.notSignedIn,
      hint: `easel login ${profile.url} --profile ${name}`,
    });
  }
  return { profile: name, url: profile.url, token, test: profile.test };
}
