/**
 * HTML that people write: what of it is kept, and how its links go out. The elements, attributes and styles that are
 * allowed are Canvas's (canvas_sanitize); whatever else is an element goes, and the text inside it stays.
 */

/** Elements with the attributes that each may have beside the common ones. */
const ELEMENTS: Readonly<Record<string, string>> = {
  a: 'href target name',
  audio: 'name src muted controls',
  b: '',
  blockquote: 'cite',
  br: '',
  caption: '',
  cite: '',
  code: '',
  col: 'span width',
  colgroup: 'span width',
  dd: '',
  del: '',
  details: 'open',
  div: '',
  dl: '',
  dt: '',
  em: '',
  embed: 'name src type allowfullscreen pluginspage wmode allowscriptaccess width height',
  figcaption: '',
  figure: '',
  font: 'face color size',
  h1: '',
  h2: '',
  h3: '',
  h4: '',
  h5: '',
  h6: '',
  hr: '',
  i: '',
  iframe:
    'src width height name align allow frameborder scrolling sandbox allowfullscreen webkitallowfullscreen mozallowfullscreen',
  img: 'align alt height src width',
  ins: '',
  kbd: '',
  li: '',
  mark: '',
  object: 'width height data type classid codebase',
  ol: 'start type',
  p: '',
  param: 'name value',
  pre: '',
  q: 'cite',
  rp: '',
  rt: '',
  ruby: '',
  s: '',
  small: '',
  source: 'src type',
  span: '',
  strike: '',
  strong: '',
  sub: '',
  summary: '',
  sup: '',
  table: 'summary width border cellpadding cellspacing center frame rules',
  tbody: '',
  td: 'abbr axis colspan rowspan width align valign headers',
  tfoot: '',
  th: 'abbr axis colspan rowspan width align valign scope headers',
  thead: '',
  tr: 'align valign',
  track: 'default kind label src srclang',
  u: '',
  ul: 'type',
  video: 'name src allowfullscreen muted poster width height controls playsinline',
};

const MATH = new Set(
  `annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr
  mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace
  msqrt msrow mstack mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics`.split(
    /\s+/,
  ),
);

const MATH_ATTRIBUTES = new Set(
  `accent accentunder actiontype align alttext bevelled close columnalign columnlines columnspacing columnspan columnwidth
  denomalign depth display displaystyle encoding equalcolumns equalrows fence form frame framespacing height href largeop
  linebreak linethickness lquote lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation
  numalign open rowalign rowlines rowspacing rowspan rquote rspace scriptlevel selection separator separators side stretchy
  subscriptshift superscriptshift symmetric valign voffset width xmlns xref`.split(/\s+/),
);

const COMMON = new Set(['class', 'dir', 'id', 'lang', 'role', 'style', 'title']);

/** Attributes that are addresses, with the protocols that each may have beside none. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  href: ['ftp', 'http', 'https', 'mailto', 'tel', 'skype'],
  cite: ['http', 'https'],
  data: ['http', 'https'],
  poster: ['http', 'https'],
  src: ['http', 'https'],
};

const STYLES =
  /^(?:align-(?:content|items|self)|background(?:-(?:attachment|color|image|position(?:-[xy])?|repeat))?|border(?:-(?:bottom|left|right|top))?(?:-(?:collapse|color|radius|spacing|style|width))?|bottom|clear|color|cursor|direction|display|flex(?:-(?:basis|direction|flow|grow|shrink|wrap))?|float|font(?:-(?:family|size|stretch|style|variant|weight))?|gap|height|justify-(?:content|items|self)|left|line-height|list-style(?:-(?:image|position|type))?|margin(?:-(?:bottom|left|right|top|offset))?|(?:max|min)-(?:height|width)|opacity|order|overflow(?:-[xy])?|padding(?:-(?:bottom|left|right|top))?|position|right|table-layout|text-(?:align|decoration|indent)|top|vertical-align|visibility|white-space|width|z-index|zoom)$/;

const VOID = new Set(['br', 'col', 'embed', 'hr', 'img', 'param', 'source', 'track']);
/** What these hold is text, whatever it looks like. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
]);

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?|<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<(?=\/?[a-z])[\s\S]*$/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** @returns the HTML with nothing in it that isn't allowed, and every element closed */
export function sanitizeHtml(html: string): string {
  const open: string[] = [];
  let out = '';
  let from = 0;
  const pattern = new RegExp(TAG);
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    out += text(html.slice(from, match.index));
    from = pattern.lastIndex;
    const [, slash, tag = '', attributes = ''] = match;
    const name = tag.toLowerCase();
    if (slash) out += close(open, name);
    else if (isAllowed(name)) {
      out += `<${name}${cleanAttributes(name, attributes)}>`;
      if (!VOID.has(name)) open.push(name);
    }
    if (!slash && RAW.has(name)) {
      const end = html.toLowerCase().indexOf(`</${name}`, from);
      const inside = html.slice(from, end < 0 ? html.length : end);
      // Styles go with what they say; of anything else the text stays.
      if (name !== 'style') out += text(inside);
      from = end < 0 ? html.length : end;
      pattern.lastIndex = from;
    }
  }
  out += text(html.slice(from));
  return (
    out +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}

const isAllowed = (name: string) => Object.hasOwn(ELEMENTS, name) || MATH.has(name);

/** A stray `<` or `>` is text, and stands as such. */
const text = (raw: string) => raw.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Closes an element and whatever is still open inside it; an end without a beginning is nothing. */
function close(open: string[], name: string): string {
  const at = open.lastIndexOf(name);
  if (at < 0) return '';
  return open
    .splice(at)
    .reverse()
    .map((inner) => `</${inner}>`)
    .join('');
}

function cleanAttributes(element: string, raw: string): string {
  const kept = new Map<string, string>();
  for (const [, key = '', double, single, bare] of raw.matchAll(ATTRIBUTE)) {
    const name = key.toLowerCase();
    if (kept.has(name) || !mayHave(element, name)) continue;
    const value = double ?? single ?? bare ?? '';
    const clean = name === 'style' ? cleanStyle(value) : hasGoodProtocol(name, value) ? value : undefined;
    if (clean !== undefined) kept.set(name, clean);
  }
  return [...kept].map(([name, value]) => ` ${name}="${text(value).replaceAll('"', '&quot;')}"`).join('');
}

function mayHave(element: string, name: string): boolean {
  if (COMMON.has(name) || /^(?:aria|data)-[\w-]+$/.test(name)) return true;
  if (MATH.has(element)) return MATH_ATTRIBUTES.has(name);
  return (ELEMENTS[element] ?? '').split(' ').includes(name);
}

function hasGoodProtocol(name: string, value: string): boolean {
  const allowed = ADDRESSES[name];
  if (!allowed) return true;
  const address = decode(value).replace(/[\s\p{Cc}]/gu, '');
  const protocol = /^([^/?#:]*):/.exec(address)?.[1];
  return protocol === undefined || allowed.includes(protocol.toLowerCase());
}

/** As far as a protocol could hide in them. */
const decode = (value: string) =>
  value
    .replace(/&#x0*([0-9a-f]{1,6});?/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16)))
    .replace(/&#0*(\d{1,7});?/g, (_, decimal: string) => codePoint(Number(decimal)))
    .replace(/&colon;/gi, ':')
    .replace(/&(?:tab|newline);/gi, '');

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

function cleanStyle(style: string): string | undefined {
  const kept = style.split(';').flatMap((declaration) => {
    const [, property = '', value = ''] = /^\s*([-\w]+)\s*:\s*(.+?)\s*$/.exec(declaration) ?? [];
    if (!STYLES.test(property.toLowerCase()) || /[\\<>{}]/.test(value)) return [];
    const calls = [...value.matchAll(/([\w-]*)\(/g)].map(([, name = '']) => name.toLowerCase());
    if (!calls.every((name) => ['url', 'rgb', 'rgba', 'hsl', 'hsla', 'calc'].includes(name))) return [];
    const protocols = [...value.matchAll(/([\w+.&;#-]*):/g)].map(([, name = '']) => name.toLowerCase());
    return protocols.every((name) => name === 'http' || name === 'https')
      ? [`${property.toLowerCase()}: ${value};`]
      : [];
  });
  return kept.length > 0 ? kept.join(' ') : undefined;
}

/** The HTML as the API sends it: links within the site stand with the site's address. */
export function withAbsoluteLinks(html: string, url: (path: string) => string): string {
  return html.replace(
    /(<[a-z][^>]*?\s(?:href|src|data|poster)=")(\/(?!\/)[^"]*)"/gi,
    (_, before: string, path: string) => `${before}${url(path)}"`,
  );
}
