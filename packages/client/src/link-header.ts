/** rel → target, as written: relative targets stay relative. */
export type Links = { readonly [rel: string]: string | undefined };

/**
 * Reads a `Link` header by RFC 8288: commas and semicolons may stand inside `<…>` and inside quotes, relations and
 * parameter names come in any case, one link may have several relations. Of two links with one relation the first
 * counts. What isn't a link is passed over, and so are links with an `anchor`, which speak of something else.
 */
export function parseLinkHeader(header: string | null | undefined): Links {
  const links: Record<string, string> = Object.create(null);
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(LINK)) {
    const named = readParameters(parameters);
    if (named.has('anchor')) continue;
    for (const rel of (named.get('rel') ?? '').toLowerCase().split(/\s+/)) {
      if (rel !== '') links[rel] ??= target.trim();
    }
  }
  return links;
}

/** `<target>` and its parameters: a name, and perhaps a quoted or a bare value. */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,"<>]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g;
const PARAMETERS = /;\s*([^\s=;,"<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g;

/** Of a parameter that is given twice the first counts (RFC 8288, 3.3). */
function readParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, token] of text.matchAll(PARAMETERS)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted?.replaceAll(/\\(.)/g, '$1') ?? token ?? '');
  }
  return parameters;
}
