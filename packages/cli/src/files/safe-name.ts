const MOST_BYTES = 255;
/** Windows opens devices by these names, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** What separates, and what moves cursors or the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]/g;

/**
 * A name from Canvas as the name of one file or folder on any disk: without anything that leads out of the folder it is
 * put in, steers a terminal, or that some system can't store.
 */
export function safeName(name: string, platform: NodeJS.Platform = process.platform): string {
  const anywhere = name.replace(STEERING, '_').replace(/^\.{1,2}$/, (dots) => '_'.repeat(dots.length));
  const plain = platform === 'win32' ? fitForWindows(anywhere) : anywhere;
  // What the command itself puts into folders isn't Canvas's to write.
  const named = /^\.easel-/i.test(plain) ? `_${plain}` : plain;
  return shortened(named === '' ? '_' : named, MOST_BYTES);
}

function fitForWindows(name: string): string {
  const plain = name.replace(/[:*?"<>|]/g, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  return DEVICE.test(plain) ? `_${plain}` : plain;
}

/** A name that none of those taken is, not even on a disk that doesn't tell capitals; it is then taken as well. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(keyOf(free)); number++) {
    const { base, extension } = split(name);
    const suffix = ` (${number})${extension}`;
    free = shortened(base, MOST_BYTES - Buffer.byteLength(suffix)) + suffix;
  }
  taken.add(keyOf(free));
  return free;
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase();

function split(name: string): { base: string; extension: string } {
  const extension = /.(\.[^. ]{1,16})$/s.exec(name)?.[1] ?? '';
  return { base: name.slice(0, name.length - extension.length), extension };
}

/** Cut before its extension, between characters. */
function shortened(name: string, bytes: number): string {
  if (Buffer.byteLength(name) <= bytes) return name;
  const { base, extension } = split(name);
  let kept = '';
  let left = bytes - Buffer.byteLength(extension);
  for (const character of base) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    kept += character;
  }
  return kept + extension;
}
