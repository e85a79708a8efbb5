import { signedIn, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/conversations': () => ({ path: 'conversations', may: signedIn }),
  'POST /api/v1/conversations': ({ people, course }) => ({
    path: 'conversations',
    params: { recipients: [people.teacher.id], body: 'Hello', context_code: `course_${course.id}` },
    // Whoever is in no course with the teacher is told that he is no recipient of his.
    may: signedIn,
  }),
  'GET /api/v1/conversations/batches': () => ({ path: 'conversations/batches', may: signedIn }),
  // The student's and the teacher's.
  'GET /api/v1/conversations/{id}': ({ conversation }) => ({
    path: `conversations/${conversation.id}`,
    may: ['student', 'teacher'],
  }),
  'PUT /api/v1/conversations/{id}': ({ conversation }) => ({
    path: `conversations/${conversation.id}`,
    params: { conversation: { starred: true } },
    may: ['student', 'teacher'],
  }),
  'POST /api/v1/conversations/mark_all_as_read': () => ({
    path: 'conversations/mark_all_as_read',
    may: signedIn,
  }),
  'DELETE /api/v1/conversations/{id}': ({ conversation }) => ({
    path: `conversations/${conversation.id}`,
    may: ['student', 'teacher'],
  }),
  'POST /api/v1/conversations/{id}/add_recipients': ({ conversation, people }) => ({
    path: `conversations/${conversation.id}/add_recipients`,
    params: { recipients: [people.ta.id] },
    may: ['student', 'teacher'],
  }),
  'POST /api/v1/conversations/{id}/add_message': ({ conversation }) => ({
    path: `conversations/${conversation.id}/add_message`,
    params: { body: 'Hello' },
    may: ['student', 'teacher'],
  }),
  'POST /api/v1/conversations/{id}/remove_messages': ({ conversation }) => ({
    path: `conversations/${conversation.id}/remove_messages`,
    params: { remove: [1] },
    may: ['student', 'teacher'],
  }),
  'PUT /api/v1/conversations': ({ conversation }) => ({
    path: 'conversations',
    params: { conversation_ids: [conversation.id], event: 'star' },
    may: signedIn,
  }),
  'GET /api/v1/search/recipients': () => ({
    path: 'search/recipients',
    params: { search: 'a' },
    may: signedIn,
  }),
  'GET /api/v1/conversations/find_recipients': () => ({
    path: 'conversations/find_recipients',
    params: { search: 'a' },
    may: signedIn,
  }),
  'GET /api/v1/conversations/unread_count': () => ({ path: 'conversations/unread_count', may: signedIn }),
  'GET /api/v1/conversations/deleted': ({ people }) => ({
    path: 'conversations/deleted',
    params: { user_id: people.student.id },
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/conversations/restore': ({ conversation, people }) => ({
    path: 'conversations/restore',
    params: { message_id: 1, user_id: people.student.id, conversation_id: conversation.id },
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/conversations/{id}/delete_for_all': ({ conversation }) => ({
    path: `conversations/${conversation.id}/delete_for_all`,
    may: ['rootAdmin'],
  }),
} satisfies WhoMay;
