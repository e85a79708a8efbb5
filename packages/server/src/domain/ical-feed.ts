/** Calendars as RFC 5545 writes them, for calendar programs to read. */
import ICAL from 'ical.js';
import { textOfHtml } from './html.ts';

export interface FeedEntry {
  /** Never changes, so that a reader finds the entry again. */
  uid: string;
  title: string;
  /** Without it there is no entry. */
  start_at: string | null;
  end_at: string | null;
  /** The day, of an entry that is one. */
  all_day_date: string | null;
  /** HTML. */
  description: string | null;
  location: string;
  updated_at: string;
  url: string;
}

/**
 * Every occurrence of a series is an entry of its own, as in Canvas, and every time is in UTC: no reader has to know
 * rules or zones to be right.
 */
export function calendarText(name: string, description: string, entries: readonly FeedEntry[]): string {
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Easel//Calendar//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('x-wr-caldesc', description);
  for (const entry of entries) if (entry.start_at) calendar.addSubcomponent(entryOf(entry));
  return `${calendar.toString()}\r\n`;
}

function entryOf(entry: FeedEntry): InstanceType<typeof ICAL.Component> {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', entry.uid);
  event.addPropertyWithValue('dtstamp', moment(entry.updated_at));
  event.addPropertyWithValue('class', 'PUBLIC');
  event.addPropertyWithValue('sequence', 0);
  if (entry.all_day_date) {
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(entry.all_day_date));
  } else {
    event.addPropertyWithValue('dtstart', moment(entry.start_at ?? ''));
    event.addPropertyWithValue('dtend', moment(entry.end_at ?? entry.start_at ?? ''));
  }
  event.addPropertyWithValue('summary', entry.title);
  if (entry.description) {
    event.addPropertyWithValue('description', textOfHtml(entry.description));
    const html = new ICAL.Property('x-alt-desc');
    html.setParameter('fmttype', 'text/html');
    html.setValue(entry.description);
    event.addProperty(html);
  }
  if (entry.location) event.addPropertyWithValue('location', entry.location);
  event.addPropertyWithValue('url', entry.url);
  return event;
}

/** In UTC. */
const moment = (time: string) => ICAL.Time.fromDateTimeString(time);
