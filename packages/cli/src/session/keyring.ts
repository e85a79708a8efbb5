import type { EntryOptions } from '@napi-rs/keyring';
import type { TokenStore } from './token-stores.ts';

const SERVICE = 'easel';
/** Linux's other store, the kernel's, forgets everything at the next start. */
const OPTIONS: EntryOptions = { linux: { store: 'secret-service' } };

/** The system's keyring; undefined where there is none, as on most servers. */
export async function openKeyring(): Promise<TokenStore | undefined> {
  // An optional dependency: not every platform has a binary.
  const keyring = await import('@napi-rs/keyring').catch(() => undefined);
  if (!keyring) return undefined;
  const entry = (key: string) => new keyring.Entry(SERVICE, key, OPTIONS);
  try {
    // Finds out whether anybody listens, for the module alone proves nothing.
    entry('probe').getPassword();
  } catch {
    return undefined;
  }
  return {
    name: 'keyring',
    where: "the system's keyring",
    read: async (key) => entry(key).getPassword() ?? undefined,
    write: async (key, token) => entry(key).setPassword(token),
    remove: async (key) => {
      entry(key).deletePassword();
    },
  };
}
