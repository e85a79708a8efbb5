import { ofCourse } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { mayInWiki } from '../../domain/wiki-access.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { topic } from '../discussion-topics/load.ts';
import { module } from '../modules/load.ts';
import { datedAssignment, datedModule, datedPage, datedTopic } from './dated.ts';
import { context, findPageOf, refuseFile } from './load.ts';
import { LearningObjectDates } from './schema.ts';
import { serializeDates } from './serialize.ts';

const shown = {
  summary: 'When and for whom something is, with a page of its overrides',
  returns: LearningObjectDates,
} as const;

export const ofAssignment = operation(
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details',
  {
    ...shown,
    load: { course: course('course_id'), assignment: assignment('assignment_id') },
    requires: { assignment: 'manage_assign_to' },
    handle: ({ ctx, course, assignment }) => serializeDates(ctx, datedAssignment(course, assignment)),
  },
);

export const ofTopic = operation(
  'GET /api/v1/courses/{course_id}/discussion_topics/{discussion_topic_id}/date_details',
  {
    ...shown,
    load: { context: context('course_id'), topic: topic('discussion_topic_id') },
    requires: { topic: 'manage_assign_to' },
    handle: async ({ ctx, context, topic }) =>
      await serializeDates(ctx, await datedTopic(ctx, context.course, topic.topic)),
  },
);

export const ofModule = operation(
  'GET /api/v1/courses/{course_id}/modules/{context_module_id}/date_details',
  {
    ...shown,
    load: { course: course('course_id'), module: module('context_module_id') },
    requires: { module: 'update' },
    handle: ({ ctx, course, module }) => serializeDates(ctx, datedModule(course, module)),
  },
);

export const ofPage = operation('GET /api/v1/courses/{course_id}/pages/{url_or_id}/date_details', {
  ...shown,
  load: { course: course('course_id') },
  // Asked of the wiki, once the page is found.
  requires: 'user',
  async handle({ ctx, course, path }) {
    const page = await findPageOf(ctx, course, path.url_or_id);
    await demand(ctx, mayInWiki(ctx, ofCourse(course), 'update'));
    return await serializeDates(ctx, datedPage(course, page));
  },
});

export const ofFile = operation('GET /api/v1/courses/{course_id}/files/{attachment_id}/date_details', {
  ...shown,
  load: { course: course('course_id') },
  requires: 'user',
  handle: ({ ctx, course, path }) => refuseFile(ctx, course, path.attachment_id),
});

export const ofQuiz = operation('GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/date_details', {
  ...shown,
  load: { course: course('course_id') },
  requires: 'user',
  async handle() {
    throw new NotFound();
  },
});
