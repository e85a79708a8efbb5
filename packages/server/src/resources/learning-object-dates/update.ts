import { updateAssignment } from '../../domain/assignment-writing.ts';
import { ofCourse } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { mayInWiki } from '../../domain/wiki-access.ts';
import { NotFound } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { topic } from '../discussion-topics/load.ts';
import { updatePageDates, updateTopicDates } from './changing.ts';
import { context, findPageOf, refuseFile } from './load.ts';

const changed = {
  summary: 'Say when and for whom something is; overrides that aren’t named any more are deleted',
  returns: Anything,
} as const;
const nothing = () => new Reply(204, '');

export const ofAssignment = operation(
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details',
  {
    ...changed,
    load: { course: course('course_id'), assignment: assignment('assignment_id') },
    requires: { assignment: 'manage_assign_to' },
    async handle({ ctx, course, assignment, params }) {
      await updateAssignment(ctx, course, assignment, params);
      return nothing();
    },
  },
);

export const ofTopic = operation(
  'PUT /api/v1/courses/{course_id}/discussion_topics/{discussion_topic_id}/date_details',
  {
    ...changed,
    load: { context: context('course_id'), topic: topic('discussion_topic_id') },
    requires: { topic: 'manage_assign_to' },
    async handle({ ctx, context, topic, params }) {
      await updateTopicDates(ctx, context.course, topic.topic, params);
      return nothing();
    },
  },
);

export const ofPage = operation('PUT /api/v1/courses/{course_id}/pages/{url_or_id}/date_details', {
  ...changed,
  load: { course: course('course_id') },
  // Asked of the wiki, once the page is found.
  requires: 'user',
  async handle({ ctx, course, path, params }) {
    const page = await findPageOf(ctx, course, path.url_or_id);
    await demand(ctx, mayInWiki(ctx, ofCourse(course), 'update'));
    await updatePageDates(ctx, course, page, params);
    return nothing();
  },
});

export const ofFile = operation('PUT /api/v1/courses/{course_id}/files/{attachment_id}/date_details', {
  ...changed,
  load: { course: course('course_id') },
  requires: 'user',
  handle: ({ ctx, course, path }) => refuseFile(ctx, course, path.attachment_id),
});

export const ofQuiz = operation('PUT /api/v1/courses/{course_id}/quizzes/{quiz_id}/date_details', {
  ...changed,
  load: { course: course('course_id') },
  requires: 'user',
  async handle() {
    throw new NotFound();
  },
});
