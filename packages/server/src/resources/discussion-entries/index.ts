/**
 * Entries of discussion topics: https://canvas.instructure.com/doc/api/discussion_topics.html
 * Differences from Canvas: docs/differences.md, "Discussions".
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import listOfIds from './list-of-ids.ts';
import listReplies from './list-replies.ts';
import markRead from './mark-read.ts';
import rate from './rate.ts';
import reply from './reply.ts';
import update from './update.ts';
import view from './view.ts';

export default [
  ...view,
  ...create,
  ...list,
  ...reply,
  ...listReplies,
  ...listOfIds,
  ...update,
  ...destroy,
  ...markRead,
  ...rate,
];
