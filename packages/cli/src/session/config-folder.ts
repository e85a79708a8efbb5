import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/** Where profiles are kept: the XDG base directory, on Windows the one for application data. */
export function configFolder(env: NodeJS.ProcessEnv): string {
  const xdg = env['XDG_CONFIG_HOME'];
  // The XDG specification: a relative path is invalid and to be ignored.
  if (xdg?.startsWith('/')) return join(xdg, 'easel');
  const appData = process.platform === 'win32' ? env['APPDATA'] : undefined;
  return appData ? join(appData, 'easel') : join(env['HOME'] ?? homedir(), '.config', 'easel');
}

/** Undefined when the file isn't there. @throws SyntaxError when it isn't JSON */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Nobody but the owner may read it, at no moment; and it is either the old file or the new one. */
export async function writeOwnerOnly(folder: string, name: string, content: unknown): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  // The folder may be older than this rule.
  await chmod(folder, OWNER_ONLY_FOLDER);
  const path = join(folder, name);
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY_FILE });
  await rename(unfinished, path);
}
