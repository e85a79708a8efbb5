import { type AnyContext, ofCourse, ofUser } from '../../domain/contexts.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Id, List, Shape, Text } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { applyRights, refuseNothing, type Targets } from './apply.ts';

export const Removed = Shape({ message: Text, file_ids: List(Id) });

export async function removeUsageRights(ctx: Context, context: AnyContext, targets: Targets) {
  refuseNothing(targets);
  return await applyRights(ctx, context, targets, null, false);
}

export const removeInCourse = operation('DELETE /api/v1/courses/{course_id}/usage_rights', {
  summary: 'Take back what was said of files of a course',
  load: { course: course('course_id') },
  requires: { course: 'manage_files_delete' },
  returns: Removed,
  handle: ({ ctx, course, params }) => removeUsageRights(ctx, ofCourse(course), params),
});

export const removeOfUser = operation('DELETE /api/v1/users/{user_id}/usage_rights', {
  summary: 'Take back what was said of files of one’s own',
  load: { user: user('user_id') },
  requires: { user: 'manage' },
  returns: Removed,
  handle: ({ ctx, user, params }) => removeUsageRights(ctx, ofUser(user), params),
});
