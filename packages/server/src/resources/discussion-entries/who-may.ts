import { admins, type CastMember, members, staff, type WhoMay } from '../../../testing/who-may.ts';

const everyone: CastMember[] = [...members, ...admins];
/** Who is in the group, or manages groups. */
const inGroup: CastMember[] = ['student', ...staff, ...admins];
/** The entry is the student's. */
const posters: CastMember[] = ['student', ...staff, ...admins];

export default {
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/view': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/view`,
    may: everyone,
  }),
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/view': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/view`,
    may: inGroup,
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries`,
    params: { message: 'Yes' },
    may: posters,
  }),
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries`,
    params: { message: 'Yes' },
    may: inGroup,
  }),
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries`,
    may: everyone,
  }),
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries`,
    may: inGroup,
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': ({
    course,
    topic,
    entry,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries/${entry.id}/replies`,
    params: { message: 'Yes' },
    may: posters,
  }),
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': ({
    groupTopic,
    groupEntry,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries/${groupEntry.id}/replies`,
    params: { message: 'Yes' },
    may: inGroup,
  }),
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': ({
    course,
    topic,
    entry,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries/${entry.id}/replies`,
    may: everyone,
  }),
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': ({
    groupTopic,
    groupEntry,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries/${groupEntry.id}/replies`,
    may: inGroup,
  }),
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entry_list': ({ course, topic }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entry_list`,
    may: everyone,
  }),
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entry_list': ({ groupTopic }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entry_list`,
    may: inGroup,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{id}': ({
    course,
    topic,
    entry,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries/${entry.id}`,
    params: { message: 'No' },
    may: posters,
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{id}': ({
    groupTopic,
    groupEntry,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries/${groupEntry.id}`,
    params: { message: 'No' },
    may: inGroup,
  }),
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{id}': ({
    course,
    topic,
    entry,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries/${entry.id}`,
    may: posters,
  }),
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{id}': ({
    groupTopic,
    groupEntry,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries/${groupEntry.id}`,
    may: inGroup,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': ({
    course,
    topic,
    entry,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries/${entry.id}/read`,
    may: everyone,
  }),
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': ({
    groupTopic,
    groupEntry,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries/${groupEntry.id}/read`,
    may: inGroup,
  }),
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': ({
    course,
    topic,
    entry,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries/${entry.id}/read`,
    may: everyone,
  }),
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': ({
    groupTopic,
    groupEntry,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries/${groupEntry.id}/read`,
    may: inGroup,
  }),
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/rating': ({
    course,
    topic,
    entry,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/entries/${entry.id}/rating`,
    params: { rating: 1 },
    may: everyone,
  }),
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/rating': ({
    groupTopic,
    groupEntry,
  }) => ({
    path: `groups/${groupTopic.context_id}/discussion_topics/${groupTopic.id}/entries/${groupEntry.id}/rating`,
    params: { rating: 1 },
    may: inGroup,
  }),
} satisfies WhoMay;
