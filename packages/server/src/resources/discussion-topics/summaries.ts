/**
 * Summaries that a language model writes, behind the feature discussion_summary, which is off here: then Canvas lets
 * nobody at them, whoever he is.
 */
import { Unauthorized } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Anything } from '../../http/schema.ts';
import { forums, topic } from './load.ts';

const refuse = async (): Promise<never> => {
  throw new Unauthorized();
};

const shared = {
  load: { topic: topic('topic_id') },
  requires: { topic: 'read' },
  returns: Anything,
  handle: refuse,
} as const;

export default [
  ...inContexts(forums, 'GET /api/v1/{context}/discussion_topics/{topic_id}/summaries', {
    summary: 'The newest summary of a topic',
    ...shared,
  }),
  ...inContexts(forums, 'POST /api/v1/{context}/discussion_topics/{topic_id}/summaries', {
    summary: 'Have a topic summarised',
    ...shared,
  }),
  ...inContexts(forums, 'PUT /api/v1/{context}/discussion_topics/{topic_id}/summaries/disable', {
    summary: 'Have no summary of a topic',
    ...shared,
  }),
  ...inContexts(
    forums,
    'POST /api/v1/{context}/discussion_topics/{topic_id}/summaries/{summary_id}/feedback',
    { summary: 'Say what one thinks of a summary', ...shared },
  ),
];
