import { join } from 'node:path';
import { UsageError } from '../frame/failure.ts';
import { configFolder, readJson, writeOwnerOnly } from './config-folder.ts';
import { openKeyring } from './keyring.ts';
import { withLock } from './lock.ts';

export type TokenStoreName = 'keyring' | 'file';

/** Keeps tokens, and what belongs to them (credential.ts), each for one address only: a profile that is pointed elsewhere has no token there. */
export interface TokenStore {
  readonly name: TokenStoreName;
  /** For people: `the system's keyring`. */
  readonly where: string;
  read(key: string): Promise<string | undefined>;
  write(key: string, token: string): Promise<void>;
  remove(key: string): Promise<void>;
}

export const tokenKey = (profile: string, url: string) => `${profile} ${url}`;

/** The keyring where this machine has one, else the file; EASEL_TOKEN_STORE insists on either. */
export async function bestStore(env: NodeJS.ProcessEnv): Promise<TokenStore> {
  const wanted = env['EASEL_TOKEN_STORE'] || undefined;
  if (wanted !== undefined && wanted !== 'keyring' && wanted !== 'file') {
    throw new UsageError('EASEL_TOKEN_STORE can be keyring or file');
  }
  if (wanted === 'file') return fileStore(env);
  const keyring = await openKeyring();
  if (wanted === 'keyring' && !keyring) {
    throw new UsageError('EASEL_TOKEN_STORE is keyring, but there is none here that works');
  }
  return keyring ?? fileStore(env);
}

/** Where a profile says that its token is. Undefined when its keyring is out of reach. */
export async function storeNamed(
  name: TokenStoreName,
  env: NodeJS.ProcessEnv,
): Promise<TokenStore | undefined> {
  return name === 'file' ? fileStore(env) : openKeyring();
}

const FILE = 'tokens.json';

export function tokenFile(env: NodeJS.ProcessEnv): string {
  return join(configFolder(env), FILE);
}

function fileStore(env: NodeJS.ProcessEnv): TokenStore {
  const path = tokenFile(env);
  const readAll = async () => ((await readJson(path)) ?? {}) as Readonly<Record<string, string>>;
  // Of two processes that renew two profiles' tokens, neither may put back what the other has replaced.
  const changed = (change: (tokens: Readonly<Record<string, string>>) => Readonly<Record<string, string>>) =>
    withLock(env, 'tokens', async () => writeOwnerOnly(configFolder(env), FILE, change(await readAll())));
  return {
    name: 'file',
    where: `${path}, which only you can read`,
    read: async (key) => (await readAll())[key],
    write: (key, token) => changed((tokens) => ({ ...tokens, [key]: token })),
    remove: (key) => changed(({ [key]: _, ...others }) => others),
  };
}
