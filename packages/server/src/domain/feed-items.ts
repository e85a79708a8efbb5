/** What a feed says: RSS, RDF and Atom in one form. */
import { createHash } from 'node:crypto';
import { parseFeed } from 'feedsmith';
import { textOfHtml } from './html.ts';
import { messageHtml } from './message-html.ts';

export interface FeedItem {
  /** By which the feed tells its items apart. */
  readonly uuid: string;
  readonly url: string | null;
  /** Plain text. */
  readonly title: string;
  /** HTML as it came: to be sanitised. */
  readonly html: string;
  /** `2026-08-24T12:00:00Z`, or null where the feed doesn't say. */
  readonly postedAt: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
}

/** @returns undefined for what is no feed */
export function readFeed(text: string): Feed | undefined {
  const parsed = parse(text);
  if (!parsed) return undefined;
  if (parsed.format === 'rss') {
    const { title, items = [] } = parsed.feed;
    return {
      title: title ?? null,
      items: items.map((item) =>
        feedItem({
          id: item.guid?.value,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          html: item.content?.encoded ?? item.description,
          date: item.pubDate ?? item.dc?.dates?.[0],
        }),
      ),
    };
  }
  if (parsed.format === 'rdf') {
    const { title, items = [] } = parsed.feed;
    return {
      title: title ?? null,
      items: items.map((item) =>
        feedItem({
          id: item.rdf?.about,
          url: item.link,
          title: item.title,
          html: item.content?.encoded ?? item.description,
          date: item.dc?.dates?.[0],
        }),
      ),
    };
  }
  if (parsed.format === 'atom') {
    const { title, entries = [] } = parsed.feed;
    return {
      title: plain(title) ?? null,
      items: entries.map((entry) =>
        feedItem({
          id: entry.id,
          url: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
          title: plain(entry.title),
          html: html(entry.content) ?? html(entry.summary),
          date: entry.published ?? entry.updated,
        }),
      ),
    };
  }
  return undefined;
}

function parse(text: string) {
  try {
    return parseFeed(text);
  } catch {
    // Whatever the library can't read is no feed.
    return undefined;
  }
}

interface AtomText {
  readonly value?: string | undefined;
  readonly type?: string | undefined;
}

const isMarkup = ({ type }: AtomText) => type === 'html' || type === 'xhtml';

const plain = (text: AtomText | undefined): string | undefined =>
  text?.value && isMarkup(text) ? textOfHtml(text.value) : text?.value;

const html = (text: AtomText | undefined): string | undefined =>
  text?.value && !isMarkup(text) ? messageHtml(text.value) : text?.value;

interface Said {
  id: string | undefined;
  url: string | undefined;
  title: string | undefined;
  html: string | undefined;
  date: string | undefined;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const MAX_UUID = 255;

function feedItem({ id, url, title = '', html, date }: Said): FeedItem {
  const postedAt = timeOf(date);
  const uuid = id || hash(`${title}${postedAt?.slice(0, 10) ?? url ?? ''}`);
  return {
    uuid: uuid.length > MAX_UUID ? hash(uuid) : uuid,
    url: url && /^https?:\/\//i.test(url) ? url : null,
    title: title.trim(),
    html: html ?? messageHtml(title),
    postedAt,
  };
}

function timeOf(date: string | undefined): string | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
