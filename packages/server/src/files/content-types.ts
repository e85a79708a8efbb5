/** What a file is, by its name and by its media type. */
import { lookup } from 'mime-types';

export const UNKNOWN_TYPE = 'unknown/unknown';

/** Where Canvas's table says otherwise than the world's. */
const CANVAS: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  xml: 'text/xml',
  rtf: 'application/rtf',
  wav: 'audio/x-wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  bmp: 'image/bmp',
  mid: 'audio/mid',
  ico: 'image/vnd.microsoft.icon',
  cs: 'text/x-csharp',
};

export function typeOfName(name: string): string {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return UNKNOWN_TYPE;
  return (Object.hasOwn(CANVAS, extension) && CANVAS[extension]) || lookup(extension) || UNKNOWN_TYPE;
}

/** A type by itself, without parameters; undefined where the text is none. */
export function mediaType(text: string | null | undefined): string | undefined {
  const type = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+*-]+)\s*(?:;|$)/.exec(text ?? '')?.[1]?.toLowerCase();
  return type === UNKNOWN_TYPE ? undefined : type;
}

const document = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** Canvas's `valid_content_types_hash`, its misspelling included. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  html: ['text/html'],
  code: ['text/x-csharp', 'text/xml', 'text/css', 'application/xml'],
  text: ['text', 'text/plain'],
  doc: [
    'application/rtf',
    'text/rtf',
    `${open}.text`,
    `${document}.wordprocessingml.document`,
    'application/vnd.apple.pages',
    'application/x-docx',
    'application/msword',
  ],
  pdf: ['application/pdf'],
  ppt: [
    'application/vnd.ms-powerpoint',
    `${document}.presentationml.presentation`,
    'applicatoin/vnd.apple.key',
  ],
  xls: [
    'application/vnd.ms-excel',
    `${document}.spreadsheetml.sheet`,
    'application/vnd.apple.numbers',
    `${open}.spreadsheet`,
  ],
  image: ['jpeg', 'pjpeg', 'png', 'gif', 'bmp', 'svg+xml', 'webp', 'vnd.microsoft.icon'].map(
    (name) => `image/${name}`,
  ),
  zip: ['x-rar', 'x-rar-compressed', 'x-zip', 'x-zip-compressed', 'zip'].map((name) => `application/${name}`),
  audio: [
    ...['mpeg', 'mp3', 'basic', 'mid', '3gpp', 'x-aiff', 'x-m4a', 'x-mpegurl', 'x-ms-wma', 'x-pn-realaudio'],
    ...['x-wav', 'mp4', 'wav', 'webm', '*'],
  ]
    .map((name) => `audio/${name}`)
    .concat('audio', 'video/x-ms-wmv'),
  video: [
    ...['mpeg', 'quicktime', 'x-la-asf', 'x-ms-asf', 'x-ms-wma', 'x-msvideo', 'x-sgi-movie', '3gpp'],
    ...['mp4', 'webm', 'avi', '*'],
  ]
    .map((name) => `video/${name}`)
    .concat('video'),
  flash: ['application/x-shockwave-flash'],
};

const classOfType = new Map(
  Object.entries(CLASSES).flatMap(([name, types]) => types.map((type) => [type, name])),
);

export const mimeClass = (contentType: string): string => classOfType.get(contentType) ?? 'file';

export const isPreviewableMedia = (contentType: string): boolean =>
  /^(?:video|audio)/.test(contentType) || contentType === 'application/x-flash-video';

/** Pictures that thumbnails are made of. */
const PICTURES = new Set(
  ['jpeg', 'pjpeg', 'jpg', 'gif', 'png', 'x-png', 'webp', 'avif', 'tiff'].map((name) => `image/${name}`),
);
export const isThumbnailable = (contentType: string): boolean => PICTURES.has(contentType);

/**
 * What a browser may show where it is. Whatever can hold script (HTML, SVG, XML, unknown things) is only ever
 * downloaded, so that none of it runs on the server's own origin.
 */
export function mayBeShown(contentType: string): boolean {
  if (contentType === 'application/pdf' || contentType === 'text/plain' || contentType === 'text/csv') {
    return true;
  }
  return /^(?:image|audio|video)\//.test(contentType) && !/svg|xml/.test(contentType);
}
