import type { Correction } from '../corrections.ts';
import { flag, oneOf, text, texts } from './params.ts';

const controller = 'app/controllers/conversations_controller.rb';
const helper = 'app/helpers/conversations_helper.rb';
const search = 'app/controllers/search_controller.rb; app/helpers/search_helper.rb';

const visibility = { scope: text, filter: texts, filter_mode: text };

export const conversationCorrections: readonly Correction[] = [
  {
    operations: [
      'GET /api/v1/conversations/{id}',
      'PUT /api/v1/conversations/{id}',
      'DELETE /api/v1/conversations/{id}',
      'POST /api/v1/conversations/{id}/add_message',
      'POST /api/v1/conversations/{id}/add_recipients',
      'POST /api/v1/conversations/{id}/remove_messages',
    ],
    because:
      'All that answer with a conversation give the participants’ uuids, and some say whether it is visible.',
    source: `${controller} infer_scope, include_participant_uuid?`,
    params: { include: texts, ...visibility },
  },
  {
    operations: [
      'GET /api/v1/conversations',
      'GET /api/v1/conversations/{id}',
      'POST /api/v1/conversations',
      'PUT /api/v1/conversations/{id}',
      'DELETE /api/v1/conversations/{id}',
      'POST /api/v1/conversations/{id}/add_message',
      'POST /api/v1/conversations/{id}/add_recipients',
      'POST /api/v1/conversations/{id}/remove_messages',
    ],
    because: 'The roles of the only other participant can be left out.',
    source: `${controller} include_private_conversation_enrollments`,
    params: { include_private_conversation_enrollments: flag },
  },
  {
    operations: ['GET /api/v1/conversations', 'GET /api/v1/conversations/{id}'],
    because: 'Says whether the conversation was begun in a context.',
    source: 'lib/api/v1/conversation.rb conversation_json',
    params: { include_beta: text },
  },
  {
    operations: ['GET /api/v1/conversations/{id}'],
    because: 'What the caller shares with the participants can be left out.',
    source: `${controller} show`,
    params: { include_participant_contexts: flag },
  },
  {
    operations: ['POST /api/v1/conversations'],
    because: 'The page sends one message to each of many, forwards messages and tags them.',
    source: `${controller} create; ${helper}`,
    params: {
      bulk_message: flag,
      forwarded_message_ids: texts,
      tags: texts,
      from_conversation_id: text,
      mode: text,
    },
  },
  {
    operations: [
      'POST /api/v1/conversations/{id}/add_message',
      'POST /api/v1/conversations/{id}/add_recipients',
    ],
    because: 'Recipients are looked for in a context where one is named.',
    source: `${helper} normalize_recipients`,
    params: { context_code: text },
  },
  {
    operations: ['GET /api/v1/conversations/batches'],
    because: 'Paginated, which the documentation doesn’t say.',
    source: `${controller} batches`,
    paginated: true,
  },
  {
    operations: ['GET /api/v1/conversations/find_recipients', 'GET /api/v1/search/recipients'],
    because: 'One action under two paths; paginated in its text. The types are described among the answers.',
    source: search,
    paginated: true,
    params: {
      search: text,
      context: text,
      exclude: texts,
      type: oneOf('user', 'context', 'course', 'section', 'group'),
      types: texts,
      user_id: text,
      from_conversation_id: text,
      permissions: texts,
      messageable_only: flag,
      synthetic_contexts: flag,
      search_all_contexts: flag,
      include_inactive: flag,
      skip_visibility_checks: flag,
    },
  },
];
