import type { webcrypto } from 'node:crypto';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/** At least 256 bits of chance, as bytes or as text: `openssl rand -base64 32`. */
export type ProxyKey = string | Uint8Array;

interface DerivedKey {
  /** By which a sealed text says who can open it. */
  readonly id: string;
  readonly seal: webcrypto.CryptoKey;
  readonly sign: webcrypto.CryptoKey;
}

const SHORTEST = 32;

/**
 * The caller's keys: the first one seals and signs, all of them open and verify. So a new key is put in front, and the old
 * one taken away when the last session that it sealed is over.
 */
export class KeyRing {
  readonly #keys: Promise<readonly DerivedKey[]>;

  /** @throws TypeError when there is none, or one is too short */
  constructor(keys: readonly ProxyKey[]) {
    const secrets = keys.map((key) =>
      typeof key === 'string' ? new TextEncoder().encode(key) : key.slice(),
    );
    if (secrets.length === 0 || secrets.some(({ length }) => length < SHORTEST)) {
      throw new TypeError(`keys takes at least one key, of at least ${SHORTEST} random bytes each`);
    }
    this.#keys = Promise.all(secrets.map(derived));
  }

  /** AES-256-GCM. Opens for the same purpose only, so that nobody can put one sealed text in the place of another. */
  async seal(text: string, purpose: string): Promise<string> {
    const { id, seal } = await this.#first();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: bytesOf(purpose) },
      seal,
      bytesOf(text),
    );
    return [id, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join('.');
  }

  /** Undefined for what no key here has sealed for this purpose. */
  async open(sealed: string, purpose: string): Promise<string | undefined> {
    const [id, ...parts] = sealed.split('.');
    const [iv, ciphertext] = parts.map(fromBase64Url);
    const key = (await this.#keys).find((candidate) => candidate.id === id);
    if (!key || !iv || !ciphertext) return undefined;
    try {
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData: bytesOf(purpose) },
        key.seal,
        ciphertext,
      );
      return new TextDecoder().decode(opened);
    } catch {
      return undefined;
    }
  }

  async isSealedByFirst(sealed: string): Promise<boolean> {
    return sealed.startsWith(`${(await this.#first()).id}.`);
  }

  /** A text that only who has the key can make of this one. */
  async sign(text: string): Promise<string> {
    return toBase64Url(
      new Uint8Array(await crypto.subtle.sign('HMAC', (await this.#first()).sign, bytesOf(text))),
    );
  }

  /** In a time that doesn't depend on the signature. */
  async verify(text: string, signature: string): Promise<boolean> {
    const bytes = fromBase64Url(signature);
    if (!bytes) return false;
    for (const { sign } of await this.#keys) {
      if (await crypto.subtle.verify('HMAC', sign, bytes, bytesOf(text))) return true;
    }
    return false;
  }

  async #first(): Promise<DerivedKey> {
    return (await this.#keys)[0] as DerivedKey;
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)));
}

/** A key for each use, so that none says anything of another (HKDF, RFC 5869). */
async function derived(secret: Uint8Array<ArrayBuffer>): Promise<DerivedKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const use = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: bytesOf(`easel proxy ${info}`),
  });
  const [id, seal, sign] = await Promise.all([
    crypto.subtle.deriveBits(use('id'), base, 48),
    crypto.subtle.deriveKey(use('seal'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(use('sign'), base, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']),
  ]);
  return { id: toBase64Url(new Uint8Array(id)), seal, sign };
}
