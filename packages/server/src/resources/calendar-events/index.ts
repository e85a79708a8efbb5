/**
 * Calendar events: https://canvas.instructure.com/doc/api/calendar_events.html
 * Differences from Canvas: docs/differences.md, "Calendar".
 *
 * There are no web conferences, so no event has one, and no checkpoints of discussions, so `type=sub_assignment` lists
 * what `type=event` does.
 */
import create from './create.ts';
import destroy from './destroy.ts';
import feed from './feed.ts';
import list from './list.ts';
import listOfUser from './list-of-user.ts';
import participants from './participants.ts';
import { saveEnabledAccountCalendars, saveSelectedContexts } from './preferences.ts';
import putProvided from './put-provided.ts';
import { reserveSlot, reserveSlotFor } from './reserve.ts';
import setTimetable from './set-timetable.ts';
import setTimetableEvents from './set-timetable-events.ts';
import show from './show.ts';
import showTimetable from './show-timetable.ts';
import upcoming from './upcoming.ts';
import update from './update.ts';
import visibleContexts from './visible-contexts.ts';

export default [
  list,
  listOfUser,
  create,
  show,
  reserveSlot,
  reserveSlotFor,
  update,
  destroy,
  saveEnabledAccountCalendars,
  setTimetable,
  showTimetable,
  setTimetableEvents,
  participants,
  visibleContexts,
  saveSelectedContexts,
  putProvided,
  upcoming,
  feed,
];
