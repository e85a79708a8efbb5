import { emptyPage } from '../../domain/empty-page.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';

export default operation('GET /api/v1/users/self/todo', {
  summary: 'What I have to grade and to submit',
  requires: 'user',
  returns: List(Anything),
  handle: ({ ctx }) => emptyPage(ctx, 'bookmarks'),
});
