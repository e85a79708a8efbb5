import { NotFound } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Reply } from '../../http/operation.ts';
import { demandInitialPost, forums, topic } from '../discussion-topics/load.ts';
import { findEntryRow, visibleTopics } from './load.ts';
import { postEntry } from './post-entry.ts';
import { DiscussionEntry } from './schema.ts';
import { serializeEntry } from './serialize.ts';

export default inContexts(
  forums,
  'POST /api/v1/{context}/discussion_topics/{topic_id}/entries/{entry_id}/replies',
  {
    summary: 'Answer an entry',
    load: { topic: topic('topic_id') },
    requires: { topic: 'read' },
    inTransaction: false,
    returns: DiscussionEntry,
    async handle({ ctx, context, topic, path, params }) {
      await demandInitialPost(ctx, topic);
      const parent = await findEntryRow(ctx, await visibleTopics(ctx, topic), path.entry_id);
      if (parent.workflow_state === 'deleted') throw new NotFound();
      const entry = await postEntry(ctx, topic, parent, params);
      return new Reply(
        201,
        await serializeEntry(ctx, context, entry, { withUser: true, withUserName: true }),
      );
    },
  },
);
