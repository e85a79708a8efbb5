import { mayToAssignment } from '../../domain/assignment-access.ts';
import { ofUser } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { extensionOf, submissionsFolder } from '../../domain/submission-files.ts';
import { beginUpload, nameOf, onDuplicateOf } from '../../domain/uploading.ts';
import { Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Upload } from '../files/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { findStudent, gradebooks, gradedAssignment } from './load.ts';

export default inContexts(
  gradebooks,
  'POST /api/v1/{context}/assignments/{assignment_id}/submissions/{user_id}/files',
  {
    summary: 'Begin to upload a file to hand in',
    load: { assignment: gradedAssignment('assignment_id') },
    // One’s own file takes the right to submit, another’s the right to grade.
    requires: 'user',
    returns: Upload,
    async handle({ ctx, context, assignment, path, params }) {
      const student = await findStudent(ctx, context, path.user_id);
      onDuplicateOf(params.on_duplicate);
      refuseExtension(nameOf(params), assignment.allowed_extensions);
      const isOwn = student.id === ctx.me.id;
      const takesFiles = assignment.submission_types.includes('online_upload');
      const may = isOwn
        ? takesFiles && (await mayToAssignment(ctx, assignment, 'submit'))
        : await mayToAssignment(ctx, assignment, 'grade');
      await demand(ctx, may);
      const owner = ofUser(student);
      const submits = params.submit_assignment ?? true;
      const begun = await beginUpload(
        ctx,
        {
          context: owner,
          folder: await submissionsFolder(ctx, owner, context.course),
          columns: { counts_for_quota: false },
          ...(submits && {
            submitTo: { assignmentId: assignment.id, comment: params.comment ?? null },
          }),
        },
        params,
      );
      return 'ticket' in begun ? begun.ticket : { progress: serializeProgress(ctx, begun.progress) };
    },
  },
);

function refuseExtension(name: string, allowed: readonly string[]): void {
  if (allowed.length === 0) return;
  const extension = extensionOf(name);
  if (!extension) throw new Refusal(400, { message: 'unable to find extension' });
  if (!allowed.includes(extension)) throw new Refusal(400, { message: 'filetype not allowed' });
}
