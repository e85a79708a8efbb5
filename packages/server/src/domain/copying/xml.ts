/** XML as archives have it: written as text, read as a tree. */
import { XMLParser } from 'fast-xml-parser';
import { RefusedArchive } from './archive.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters are none in XML. */
export const escapeXml = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, (found) => (/\s/.test(found) ? found : ''))
    .replace(/[&<>"]/g, (found) => ESCAPES[found] ?? found);

export type XmlValue = string | number | boolean | null | undefined;
type Attributes = Readonly<Record<string, string | undefined>>;

/** `<name>text</name>`; nothing of what has no value. */
export function leaf(name: string, value: XmlValue, attributes: Attributes = {}): string {
  if (value === null || value === undefined) return '';
  return `<${name}${attributesOf(attributes)}>${escapeXml(String(value))}</${name}>`;
}

/** An element with elements in it, which are XML already. */
export const node = (name: string, attributes: Attributes, ...children: readonly string[]): string =>
  `<${name}${attributesOf(attributes)}>${children.join('')}</${name}>`;

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value)}"`]))
    .join('');
}

export const document = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

/** An element as it was read. */
export class Element {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** @throws RefusedArchive for what is no XML */
  static parse(xml: string): Element {
    try {
      return new Element(parser.parse(xml));
    } catch (error) {
      throw new RefusedArchive(`XML that can't be read: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** The elements of a name in this one. */
  all(name: string): Element[] {
    const found = this.#fields[name];
    if (found === undefined) return [];
    return (Array.isArray(found) ? found : [found]).map((each) => new Element(each));
  }

  /** The first at a path of names; an empty one where there is none. */
  at(...names: string[]): Element {
    return names.reduce<Element>((element, name) => element.all(name)[0] ?? nothing, this);
  }

  get exists(): boolean {
    return this.#value !== undefined;
  }

  get text(): string {
    const value = this.#value;
    if (typeof value === 'string') return value;
    const text = this.#fields['#text'];
    return typeof text === 'string' ? text : '';
  }

  /** The text of an element in this one; undefined where there is none. */
  value(name: string): string | undefined {
    const found = this.all(name)[0];
    return found?.text;
  }

  attribute(name: string): string | undefined {
    const value = this.#fields[`@${name}`];
    return typeof value === 'string' ? value : undefined;
  }

  get #fields(): Readonly<Record<string, unknown>> {
    return typeof this.#value === 'object' && this.#value !== null
      ? (this.#value as Readonly<Record<string, unknown>>)
      : {};
  }
}

const nothing = new Element(undefined);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: true,
});
