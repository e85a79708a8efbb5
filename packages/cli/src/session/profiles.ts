import { join } from 'node:path';
import { Failure } from '../frame/failure.ts';
import { configFolder, readJson, writeOwnerOnly } from './config-folder.ts';
import { withLock } from './lock.ts';
import type { TokenStoreName } from './token-stores.ts';

/** A Canvas and somebody's token for it, under a name. The token itself is elsewhere. */
export interface Profile {
  readonly url: string;
  /** Changes there need no confirmation. */
  readonly test: boolean;
  readonly tokenIn: TokenStoreName;
  /** When a personal token ends, as far as Canvas has told; null for never. */
  readonly tokenUntil?: string | null;
}

export interface Profiles {
  /** Whose name need not be given. */
  readonly current: string | undefined;
  readonly named: Readonly<Record<string, Profile>>;
}

const FILE = 'profiles.json';

export async function readProfiles(env: NodeJS.ProcessEnv): Promise<Profiles> {
  const path = join(configFolder(env), FILE);
  try {
    const stored = (await readJson(path)) as Partial<Profiles> | undefined;
    return { current: stored?.current, named: stored?.named ?? {} };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure(`${path} is no JSON`, { hint: 'mend it, or delete it and sign in again' });
  }
}

export async function writeProfiles(env: NodeJS.ProcessEnv, profiles: Profiles): Promise<void> {
  await writeOwnerOnly(configFolder(env), FILE, profiles);
}

/** Reads, changes and writes them, while no other process does. */
export async function changeProfiles(
  env: NodeJS.ProcessEnv,
  change: (profiles: Profiles) => Profiles,
): Promise<void> {
  await withLock(env, 'profiles', async () => writeProfiles(env, change(await readProfiles(env))));
}

/** The name that a command means. */
export function chosenName(
  profiles: Profiles,
  option: string | undefined,
  env: NodeJS.ProcessEnv,
): string | undefined {
  return option ?? (env['EASEL_PROFILE'] || profiles.current);
}
