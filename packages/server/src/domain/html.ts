/**
 * HTML that people write: what of it is kept, and how its links go out. The elements, attributes and styles that are
 * allowed are Canvas's (canvas_sanitize); whatever else is an element goes, and the text inside it stays.
 */
import sanitize from 'sanitize-html';

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

const STYLES = [
  ...[
    'align-content',
    'align-items',
    'align-self',
    'bottom',
    'clear',
    'color',
    'cursor',
    'direction',
    'display',
  ],
  ...[
    'float',
    'gap',
    'height',
    'left',
    'line-height',
    'opacity',
    'order',
    'position',
    'right',
    'table-layout',
    'top',
  ],
  ...[
    'justify-content',
    'justify-items',
    'justify-self',
    'vertical-align',
    'visibility',
    'white-space',
    'width',
  ],
  ...[
    'max-height',
    'max-width',
    'min-height',
    'min-width',
    'overflow',
    'overflow-x',
    'overflow-y',
    'z-index',
    'zoom',
  ],
  ...family('background', 'attachment color image position position-x position-y repeat'),
  ...family('border', 'collapse color radius spacing style width'),
  ...['bottom', 'left', 'right', 'top'].flatMap((side) => family(`border-${side}`, 'color style width')),
  ...family('flex', 'basis direction flow grow shrink wrap'),
  ...family('font', 'family size stretch style variant weight'),
  ...family('list-style', 'image position type'),
  ...family('margin', 'bottom left right top offset'),
  ...family('padding', 'bottom left right top'),
  ...family('text', 'align decoration indent').slice(1),
];

/** `border` and `border-color`, `border-width` … */
function family(name: string, parts: string): string[] {
  return [name, ...parts.split(' ').map((part) => `${name}-${part}`)];
}

/** Colours, lengths, calculations, and pictures from the web; never an expression, an escape or another protocol. */
const STYLE_VALUE =
  /^(?!.*[\\<>{}])(?:[^():]|(?:rgba?|hsla?|calc)\([^():]*\)|url\((?:"|')?(?:https?:\/\/)?[^():"']*(?:"|')?\))*$/i;

const words = (text: string) => text.split(/\s+/).filter(Boolean);

const options: sanitize.IOptions = {
  allowedTags: [...Object.keys(ELEMENTS), ...MATH],
  allowedAttributes: {
    '*': [...COMMON, 'aria-*', 'data-*'],
    ...Object.fromEntries(Object.entries(ELEMENTS).map(([name, attributes]) => [name, words(attributes)])),
    ...Object.fromEntries([...MATH].map((name) => [name, [...MATH_ATTRIBUTES]])),
  },
  allowedSchemes: ['ftp', 'http', 'https', 'mailto', 'tel', 'skype'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'data', 'poster'],
  allowedSchemesByTag: Object.fromEntries(
    ['audio', 'embed', 'iframe', 'img', 'object', 'source', 'track', 'video'].map((name) => [
      name,
      ['http', 'https'],
    ]),
  ),
  allowedStyles: { '*': Object.fromEntries(STYLES.map((name) => [name, [STYLE_VALUE]])) },
  // Styles go with what they say; of anything else that isn't allowed the text stays.
  nonTextTags: ['style'],
  allowProtocolRelative: true,
};

/** @returns the HTML with nothing in it that isn't allowed, and every element closed */
export function sanitizeHtml(html: string): string {
  return sanitize(html, options);
}

/** The HTML as the API sends it: links within the site stand with the site's address. */
export function withAbsoluteLinks(html: string, url: (path: string) => string): string {
  // Most texts have none, and a topic has ten thousand texts.
  if (!html.includes('="/')) return html;
  return html.replace(
    /(<[a-z][^>]*?\s(?:href|src|data|poster)=")(\/(?!\/)[^"]*)"/gi,
    (_, before: string, path: string) => `${before}${url(path)}"`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text in HTML, without its elements. */
export function textOfHtml(html: string): string {
  const text = sanitize(html, { allowedTags: [], allowedAttributes: {} });
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
}
