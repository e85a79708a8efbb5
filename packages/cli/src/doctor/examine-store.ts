import { stat } from 'node:fs/promises';
import { readProfiles } from '../session/profiles.ts';
import type { Target } from '../session/target.ts';
import { tokenFile } from '../session/token-stores.ts';
import { type Finding, odd, ok } from './finding.ts';

const OTHERS = 0o077;

/** Whether the token is kept from others. */
export async function examineStore(env: NodeJS.ProcessEnv, { profile }: Target): Promise<Finding> {
  if (profile === undefined) return ok('token store', 'the environment (CANVAS_TOKEN)');
  const { named } = await readProfiles(env);
  if (named[profile]?.tokenIn === 'keyring') return ok('token store', "the system's keyring");
  const path = tokenFile(env);
  const { mode } = await stat(path);
  // Windows has no such modes.
  return process.platform !== 'win32' && (mode & OTHERS) !== 0
    ? odd('token store', `others may read ${path}`, `chmod 600 ${path}`)
    : ok('token store', `${path}, for you only`);
}
