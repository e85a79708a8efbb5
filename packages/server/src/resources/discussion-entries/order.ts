import type { PageOptions } from '../../http/page.ts';

export const NEWEST_FIRST: PageOptions = {
  kind: 'total',
  key: 'discussion_entries.id',
  direction: 'desc',
  order: [{ by: 'discussion_entries.created_at', direction: 'desc' }],
};
