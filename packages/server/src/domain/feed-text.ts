import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** XML as text, in the encoding that its answer or else its first line names. */
export async function readText(body: Readable, contentType: string | undefined): Promise<string> {
  const bytes = await buffer(body);
  const named =
    /charset="?([\w-]+)/i.exec(contentType ?? '')?.[1] ??
    /^[^>]*\sencoding=["']([\w-]+)/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1];
  return decode(bytes, named ?? 'utf-8');
}

function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    // An encoding that nobody knows is most often UTF-8 by another name.
    return new TextDecoder().decode(bytes);
  }
}
