/**
 * Discussion topics: https://canvas.instructure.com/doc/api/discussion_topics.html; their entries are in
 * discussion-entries/. Differences from Canvas: docs/differences.md, "Discussions".
 *
 * No language model is attached, so nothing is summarised: what is asked of summaries is refused as where that feature
 * is off. A topic that waits for its time is posted by the clock, not by a job (domain/discussion-topics.ts).
 */
import create from './create.ts';
import destroy from './destroy.ts';
import duplicate from './duplicate.ts';
import list from './list.ts';
import markAllRead from './mark-all-read.ts';
import markRead from './mark-read.ts';
import podcast from './podcast.ts';
import reorder from './reorder.ts';
import show from './show.ts';
import subscribe from './subscribe.ts';
import summaries from './summaries.ts';
import update from './update.ts';

export default [
  ...list,
  ...create,
  ...update,
  ...destroy,
  ...reorder,
  ...duplicate,
  ...show,
  ...markRead,
  ...markAllRead,
  ...subscribe,
  ...summaries,
  podcast,
];
