import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

type Chunks = AsyncIterable<Uint8Array>;

/** SHA-256 in hexadecimal digits, of contents of any size. */
export async function digestOf(chunks: Chunks, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(chunks, hash, { signal });
  return hash.digest('hex');
}

export const digestOfFile = (path: string, signal: AbortSignal): Promise<string> =>
  digestOf(createReadStream(path), signal);
