import type { RackParams, RackValue } from './rack-params.ts';
import { isParams, UploadedFile } from './rack-params.ts';

/**
 * Rails' `Hash#to_query`: sorted by the encoded text, brackets as `%5B%5D`, a null as its bare name,
 * empty lists and objects left out. Reading the result gives the same tree wherever a form can express
 * it at all. Files are left out, for no query holds one.
 */
export function encodeParams(params: RackParams): string {
  return encodeObject(params, undefined).join('&');
}

function encodeObject(params: RackParams, parent: string | undefined): string[] {
  const pairs = Object.entries(params).flatMap(([key, value]) => {
    const pair = encodeValue(value, parent === undefined ? key : `${parent}[${key}]`);
    // Sorted as one piece: inside a list the order of names is what tells the elements apart.
    return pair.length === 0 ? [] : pair.join('&');
  });
  return parent?.includes('[]') ? pairs : pairs.sort();
}

function encodeValue(value: RackValue, name: string): string[] {
  if (value instanceof UploadedFile) return [];
  if (Array.isArray(value)) return value.flatMap((item) => encodeValue(item, `${name}[]`));
  if (isParams(value)) return encodeObject(value, name);
  return [value === null ? cgiEscape(name) : `${cgiEscape(name)}=${cgiEscape(String(value))}`];
}

/** Ruby's `CGI.escape`, which escapes five characters more than JavaScript does, and blanks as `+`. */
function cgiEscape(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
