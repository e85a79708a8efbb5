import { inContexts } from '../../http/in-contexts.ts';
import { Anything, MapOf, Shape } from '../../http/schema.ts';
import { deleteTopic } from './delete-topic.ts';
import { forums, topic } from './load.ts';

export default inContexts(forums, 'DELETE /api/v1/{context}/discussion_topics/{topic_id}', {
  summary: 'Delete a topic, with the assignment that it is',
  load: { topic: topic('topic_id') },
  requires: { topic: 'delete' },
  // Of the few answers in which Canvas sends a record with its columns as they are.
  returns: Shape({ discussion_topic: MapOf(Anything) }),
  async handle({ ctx, topic }) {
    const { title_key: _, is_announcement, ...columns } = await deleteTopic(ctx, topic);
    return {
      discussion_topic: {
        ...columns,
        type: is_announcement ? 'Announcement' : null,
        context_code: contextCode(columns),
      },
    };
  },
});

const contextCode = ({ context_type, context_id }: { context_type: string; context_id: number }) =>
  `${context_type.toLowerCase()}_${context_id}`;
