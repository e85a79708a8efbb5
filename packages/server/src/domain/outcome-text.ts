/** Texts of outcomes that are no HTML: markup goes, written out or hidden behind entities, and what it holds stays. */
import sanitize from 'sanitize-html';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Ruby's `CGI.unescapeHTML`. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      // PostgreSQL takes no U+0000.
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

/** Source: strip_plain_text of Canvas's outcomes controllers. */
export function plainText(text: string): string {
  let decoded = text;
  for (;;) {
    const next = decodeEntities(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decodeEntities(sanitize(decoded, { allowedTags: [], allowedAttributes: {} }));
}
