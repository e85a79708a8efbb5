/**
 * The navigation of a group. Source: Canvas's Group#tabs_available. Conferences and collaborations are left out where
 * none are set up, as here.
 */
import type { TabEntry } from './entry.ts';

const tabs: readonly (readonly [id: string, label: string, path: string])[] = [
  ['home', 'Home', ''],
  ['announcements', 'Announcements', '/announcements'],
  ['pages', 'Pages', '/wiki'],
  ['people', 'People', '/users'],
  ['discussions', 'Discussions', '/discussion_topics'],
  ['files', 'Files', '/files'],
];

export const tabsOfGroup = ({ id: groupId }: { readonly id: number }): TabEntry[] =>
  tabs.map(([id, label, path]) => ({ id, label, path: `/groups/${groupId}${path}` }));
