import type { Correction } from '../corrections.ts';
import { json, someOf } from './params.ts';

const source = 'app/controllers/peer_reviews_api_controller.rb';
const include = someOf('submission_comments', 'user');
const ofAssignment = 'assignments/{assignment_id}';
const inBoth = (method: string, rest: string) =>
  ['courses/{course_id}', 'sections/{section_id}'].map(
    (context) => `${method} /api/v1/${context}/${ofAssignment}/${rest}`,
  );

export const peerReviewCorrections: readonly Correction[] = [
  {
    operations: [
      ...inBoth('GET', 'peer_reviews'),
      ...inBoth('GET', 'submissions/{submission_id}/peer_reviews'),
    ],
    because: 'All of them are sent at once.',
    source: `${source} index`,
    params: { include },
    paginated: false,
  },
  {
    operations: inBoth('POST', 'submissions/{submission_id}/peer_reviews'),
    because: 'A new review is shown as those of the list are.',
    source: `${source} create`,
    params: { include },
  },
  {
    operations: [`POST /api/v1/courses/{course_id}/${ofAssignment}/allocate`],
    because: 'Whoever has none to write yet is given as many as he has to write.',
    source: `${source} allocate`,
    params: { include },
    returns: 'PeerReview[]',
  },
  {
    operations: [
      `PUT /api/v1/courses/{course_id}/${ofAssignment}/date_details`,
      'PUT /api/v1/courses/{course_id}/discussion_topics/{discussion_topic_id}/date_details',
      'PUT /api/v1/courses/{course_id}/files/{attachment_id}/date_details',
      'PUT /api/v1/courses/{course_id}/pages/{url_or_id}/date_details',
      'PUT /api/v1/courses/{course_id}/quizzes/{quiz_id}/date_details',
    ],
    because: 'Overrides are objects: {id, title, due_at, student_ids, …}.',
    source: 'app/controllers/learning_object_dates_controller.rb update',
    params: { assignment_overrides: json },
  },
];
