import { ofCourse, ofUser } from '../../domain/contexts.ts';
import { quotaOf } from '../../domain/file-quota.ts';
import { operation } from '../../http/operation.ts';
import { Count, Shape } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';

/** In bytes. */
export const Quota = Shape({ quota: Count, quota_used: Count });

export const courseQuota = operation('GET /api/v1/courses/{course_id}/files/quota', {
  summary: 'How much a course may keep and keeps',
  load: { course: course('course_id') },
  requires: { course: 'manage_files_add' },
  returns: Quota,
  handle: ({ ctx, course }) => quotaOf(ctx, ofCourse(course)),
});

export const userQuota = operation('GET /api/v1/users/{user_id}/files/quota', {
  summary: 'How much a user may keep and keeps',
  load: { user: user('user_id') },
  requires: { user: 'manage' },
  returns: Quota,
  handle: ({ ctx, user }) => quotaOf(ctx, ofUser(user)),
});
