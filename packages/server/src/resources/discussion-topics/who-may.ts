import { admins, type CastMember, everybody, members, staff, type WhoMay } from '../../../testing/who-may.ts';

const everyone: CastMember[] = [...members, ...admins];
/** Who is in the group, or manages groups. */
const inGroup: CastMember[] = ['student', ...staff, ...admins];
const moderators: CastMember[] = [...staff, ...admins];
const posters: CastMember[] = ['student', ...moderators];

export default {
  'GET /api/v1/courses/{course_id}/discussion_topics': ({ course }) => ({
    path: `courses/${course.id}/discussion_topics`,
    may: everyone,
  }),
  'GET /api/v1/groups/{group_id}/discussion_topics': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics`,
    may: inGroup,
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics': ({ course }) => ({
    path: `courses/${course.id}/discussion_topics`,
    params: { title: 'Tea' },
    may: posters,
  }),
  'POST /api/v1/groups/{group_id}/discussion_topics': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics`,
    params: { title: 'Tea' },
    may: inGroup,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}`,
    params: { title: 'Coffee' },
    may: moderators,
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}`,
    params: { title: 'Coffee' },
    may: moderators,
  }),
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}`,
    may: moderators,
  }),
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}`,
    may: moderators,
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics/reorder': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/reorder`,
    params: { order: [topic.id] },
    may: moderators,
  }),
  'POST /api/v1/groups/{group_id}/discussion_topics/reorder': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/reorder`,
    params: { order: [groupTopic.id] },
    may: moderators,
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/duplicate': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/duplicate`,
    may: moderators,
  }),
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/duplicate': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/duplicate`,
    may: inGroup,
  }),
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}`,
    may: everyone,
  }),
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}`,
    may: inGroup,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/read`,
    may: everyone,
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/read`,
    may: inGroup,
  }),
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/read`,
    may: everyone,
  }),
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/read`,
    may: inGroup,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/read_all': ({ course }) => ({
    path: `courses/${course.id}/discussion_topics/read_all`,
    may: everyone,
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/read_all': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/read_all`,
    may: inGroup,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read_all': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/read_all`,
    may: everyone,
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read_all': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/read_all`,
    may: inGroup,
  }),
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read_all': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/read_all`,
    may: everyone,
  }),
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read_all': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/read_all`,
    may: inGroup,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/subscribed': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/subscribed`,
    may: everyone,
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/subscribed': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/subscribed`,
    may: inGroup,
  }),
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/subscribed': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/subscribed`,
    may: everyone,
  }),
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/subscribed': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/subscribed`,
    may: inGroup,
  }),
  // No model writes summaries here, and so nobody has one.
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/summaries`,
    may: [],
  }),
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/summaries`,
    may: [],
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/summaries`,
    may: [],
  }),
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/summaries`,
    may: [],
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries/disable': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/summaries/disable`,
    may: [],
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries/disable': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/summaries/disable`,
    may: [],
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries/{summary_id}/feedback': ({
    course,
    topic,
  }) => ({ path: `courses/${course.id}/discussion_topics/${topic.id}/summaries/1/feedback`, may: [] }),
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries/{summary_id}/feedback': ({
    groupTopic,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/summaries/1/feedback`,
    may: [],
  }),
  'GET /feeds/topics/{topic_id}/{feed_code}': ({ course, topic }) => ({
    path: `/feeds/topics/${topic.id}/course_${course.uuid}.rss`,
    may: everybody,
  }),
} satisfies WhoMay;
