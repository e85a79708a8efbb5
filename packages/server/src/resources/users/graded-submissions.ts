import { emptyPage } from '../../domain/empty-page.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { user } from './load.ts';

export default operation('GET /api/v1/users/{id}/graded_submissions', {
  summary: 'The submissions of a user that were graded, the latest first',
  load: { user: user('id') },
  requires: { user: 'read_grades' },
  returns: List(Anything),
  // Nothing is handed in yet.
  handle: ({ ctx }) => emptyPage(ctx, 'bookmarks'),
});
