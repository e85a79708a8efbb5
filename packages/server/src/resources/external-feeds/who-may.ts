import { admins, type CastMember, staff, type WhoMay } from '../../../testing/who-may.ts';

const announcers: CastMember[] = [...staff, ...admins];
/** Who is in the group, or manages groups. */
const inGroup: CastMember[] = ['student', ...staff, ...admins];

export default {
  'GET /api/v1/courses/{course_id}/external_feeds': ({ course }) => ({
    path: `courses/${course.id}/external_feeds`,
    may: announcers,
  }),
  'GET /api/v1/groups/{group_id}/external_feeds': ({ group }) => ({
    path: `groups/${group.id}/external_feeds`,
    may: inGroup,
  }),
  'POST /api/v1/courses/{course_id}/external_feeds': ({ course }) => ({
    path: `courses/${course.id}/external_feeds`,
    params: { url: 'https://news.example/rss' },
    may: announcers,
  }),
  'POST /api/v1/groups/{group_id}/external_feeds': ({ group }) => ({
    path: `groups/${group.id}/external_feeds`,
    params: { url: 'https://news.example/rss' },
    may: inGroup,
  }),
  'DELETE /api/v1/courses/{course_id}/external_feeds/{external_feed_id}': ({ course, externalFeed }) => ({
    path: `courses/${course.id}/external_feeds/${externalFeed.id}`,
    may: announcers,
  }),
  'DELETE /api/v1/groups/{group_id}/external_feeds/{external_feed_id}': ({ group, groupFeed }) => ({
    path: `groups/${group.id}/external_feeds/${groupFeed.id}`,
    may: inGroup,
  }),
} satisfies WhoMay;
