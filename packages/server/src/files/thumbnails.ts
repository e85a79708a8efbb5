/** Small pictures, made when they are first asked for. */
import { buffer } from 'node:stream/consumers';
import type { FileStorage } from './storage.ts';

/** Canvas makes these two: a square to fit into, and a width to shrink to. */
const SIZES: Readonly<Record<string, { width: number; height?: number }>> = {
  '128x128': { width: 128, height: 128 },
  '640x>': { width: 640 },
};
const DEFAULT = '128x128';

/** What a picture may cost: one that unfolds to more is no picture here. */
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const SECONDS = 10;
/** Of a busy page every picture is asked for at once; one after the other takes no more memory than one. */
let making: Promise<unknown> = Promise.resolve();

/** @returns a PNG, or undefined for what can't be made into one */
export async function thumbnailOf(
  storage: FileStorage,
  { key, size }: { key: string; size: number },
  asked: string,
): Promise<Buffer | undefined> {
  const name = Object.hasOwn(SIZES, asked) ? asked : DEFAULT;
  const made = await storage.readDerived(key, name);
  if (made) return made;
  if (size > MOST_BYTES) return undefined;
  const turn = making.then(() => make(storage, key, name));
  making = turn.catch(() => {});
  return await turn;
}

async function make(storage: FileStorage, key: string, name: string): Promise<Buffer | undefined> {
  const original = await buffer(await storage.read(key));
  // Loaded with the first picture: a server without any has no use for it.
  const { default: sharp } = await import('sharp');
  const { width, height } = SIZES[name] as { width: number; height?: number };
  try {
    const picture = await sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: SECONDS })
      .rotate()
      .resize({ width, ...(height && { height }), fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer();
    await storage.writeDerived(key, name, picture);
    return picture;
  } catch {
    // Not a picture, whatever it was called.
    return undefined;
  }
}
