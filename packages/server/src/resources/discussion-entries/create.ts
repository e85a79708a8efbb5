import { inContexts } from '../../http/in-contexts.ts';
import { Reply } from '../../http/operation.ts';
import { forums, topic } from '../discussion-topics/load.ts';
import { postEntry } from './post-entry.ts';
import { DiscussionEntry } from './schema.ts';
import { serializeEntry } from './serialize.ts';

export default inContexts(forums, 'POST /api/v1/{context}/discussion_topics/{topic_id}/entries', {
  summary: 'Say something in a topic',
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  inTransaction: false,
  returns: DiscussionEntry,
  async handle({ ctx, context, topic, params }) {
    const entry = await postEntry(ctx, topic, null, params);
    return new Reply(201, await serializeEntry(ctx, context, entry, { withUser: true, withUserName: true }));
  },
});
