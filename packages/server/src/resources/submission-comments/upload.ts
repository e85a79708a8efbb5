import { ofUser } from '../../domain/contexts.ts';
import { beginUpload } from '../../domain/uploading.ts';
import { operation } from '../../http/operation.ts';
import { Upload } from '../files/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { findStudent, gradebook, gradedAssignment } from '../submissions/load.ts';

export default operation(
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/files',
  {
    summary: 'Begin to upload a file to attach to a comment',
    load: { context: gradebook('course_id'), assignment: gradedAssignment('assignment_id') },
    requires: { assignment: 'attach_submission_comment_files' },
    returns: Upload,
    async handle({ ctx, context, assignment, path, params }) {
      await findStudent(ctx, context, path.user_id, 'gradeable');
      const begun = await beginUpload(
        ctx,
        {
          context: ofUser(ctx.me),
          folder: null,
          columns: { counts_for_quota: false, comment_assignment_id: assignment.id },
        },
        params,
      );
      return 'ticket' in begun ? begun.ticket : { progress: serializeProgress(ctx, begun.progress) };
    },
  },
);
