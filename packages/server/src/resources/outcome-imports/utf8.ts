const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes in Latin-1 → text; undefined where they are no UTF-8. */
export function decoded(latin: string): string | undefined {
  try {
    return decoder.decode(Buffer.from(latin, 'latin1'));
  } catch {
    return undefined;
  }
}

/** What is no UTF-8, as Ruby shows it: `"evil \xFF byte"`. */
export function inspected(latin: string): string {
  let shown = '';
  for (let at = 0; at < latin.length; ) {
    const length = [1, 2, 3, 4].find((size) => decoded(latin.slice(at, at + size)) !== undefined);
    const piece = latin.slice(at, at + (length ?? 1));
    shown += length === undefined ? hex(piece) : (decoded(piece) ?? '').replace(/["\\]/g, '\\$&');
    at += length ?? 1;
  }
  return `"${shown}"`;
}

const hex = (byte: string) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
