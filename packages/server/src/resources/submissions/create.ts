import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { mayToAssignment } from '../../domain/assignment-access.ts';
import { demand } from '../../domain/demand.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { mayToSubmission } from '../../domain/submission-access.ts';
import { filedForSubmission, ownFiles } from '../../domain/submission-files.ts';
import { teamsOf } from '../../domain/submission-groups.ts';
import { type HandedIn, handIn } from '../../domain/submission-handing-in.ts';
import { InvalidRecord, Refusal, Unauthorized } from '../../errors.ts';
import { Context, type User } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { type Params, Reply } from '../../http/operation.ts';
import { findStudent, findSubmission, type Gradebook, gradebooks, gradedAssignment } from './load.ts';
import { Submission } from './schema.ts';
import { serializeSubmission } from './serialize.ts';

type Asked = NonNullable<
  Params<'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions'>['submission']
>;

/** What each kind of submission takes; keys of other kinds are ignored. */
const KEYS = {
  online_text_entry: ['body'],
  online_url: ['url'],
  online_upload: ['file_ids'],
  media_recording: ['media_comment_id', 'media_comment_type'],
  basic_lti_launch: ['url'],
  student_annotation: ['annotatable_attachment_id'],
} as const satisfies Record<string, readonly (keyof Asked)[]>;
type Kind = keyof typeof KEYS;

export default inContexts(gradebooks, 'POST /api/v1/{context}/assignments/{assignment_id}/submissions', {
  summary: 'Hand something in',
  load: { assignment: gradedAssignment('assignment_id') },
  // Asked for whoever it is that hands in.
  requires: 'user',
  returns: Submission,
  async handle({ ctx, context, assignment, params: { submission: asked = {}, comment } }) {
    const { course } = context;
    const student = await submitter(ctx, context, assignment, asked);
    const kind = kindOf(assignment, asked);
    refuseWrongKeys(kind, asked);
    const given = await contentOf(ctx, context, assignment, student, kind, asked);
    const submission = await handIn(
      ctx,
      { course, assignment, userId: student.id },
      {
        ...given,
        submission_type: kind,
        submitted_at: asked.submitted_at,
        ...(student.id !== ctx.me.id && { proxy_submitter_id: ctx.me.id }),
        comment: comment?.text_comment,
        group_comment: asked.group_comment,
      },
    );
    const shown = await serializeSubmission(
      ctx,
      { course, assignment, submission },
      { includes: ['submission_comments'] },
    );
    const location = ctx.url(
      `/api/v1/courses/${course.id}/assignments/${assignment.id}/submissions/${ctx.me.id}`,
    );
    return new Reply(201, shown, { location });
  },
});

/** Graders hand in for others, and at another time than now. */
async function submitter(
  ctx: Context,
  context: Gradebook,
  assignment: AssignmentRow,
  { user_id, submitted_at }: Asked,
): Promise<User> {
  const student = user_id ? await findStudent(ctx, context, user_id) : ctx.me;
  const asHimself = student.id === ctx.me.id ? ctx : actingAs(ctx, student);
  // To students what isn't published isn't there.
  if (assignment.workflow_state !== 'published') throw new Unauthorized();
  await demand(ctx, mayToAssignment(asHimself, assignment, 'submit'));
  if (user_id || submitted_at) {
    const submission = await findSubmission(ctx, assignment, student.id);
    if (!submission) throw new Unauthorized();
    await demand(ctx, mayToSubmission(ctx, { course: context.course, assignment, submission }, 'grade'));
  }
  return student;
}

const actingAs = (ctx: Context, user: User): Context =>
  new Context({ ...ctx, caller: { user, realUser: null, token: null } });

/** A tool may hand in whatever can be handed in online. */
function kindOf({ submission_types }: AssignmentRow, { submission_type }: Asked): Kind {
  const isKnown = (type: string): type is Kind => Object.hasOwn(KEYS, type);
  if (submission_type && isKnown(submission_type)) {
    if (submission_types.includes(submission_type)) return submission_type;
    const takesTools = submission_types.some((type) => type.startsWith('online') || type === 'external_tool');
    if (submission_type === 'basic_lti_launch' && takesTools) return submission_type;
  }
  throw new Refusal(400, { message: 'Invalid submission[submission_type] given' });
}

function refuseWrongKeys(kind: Kind, asked: Asked): void {
  const keys: readonly (keyof Asked)[] = KEYS[kind];
  if (keys.every((key) => asked[key] !== undefined)) return;
  const required = keys.map((key) => `submission[${key}]`).join(', ');
  throw new Refusal(400, {
    message: `Invalid parameters for submission_type ${kind}. Required: ${required}`,
  });
}

async function contentOf(
  ctx: Context,
  { course }: Gradebook,
  assignment: AssignmentRow,
  student: User,
  kind: Kind,
  asked: Asked,
): Promise<Partial<HandedIn>> {
  switch (kind) {
    case 'online_text_entry':
      return { body: textOf(asked.body) };
    case 'online_url':
      return { url: addressOf(asked.url) };
    case 'basic_lti_launch':
      return { url: asked.url ?? null };
    case 'media_recording':
      return recordingOf(asked);
    case 'student_annotation':
      return annotationOf(assignment, asked);
    case 'online_upload': {
      const { group } = (await teamsOf(ctx, assignment, [student.id]))(student.id);
      const owners = { userId: student.id, groupId: group?.id ?? null };
      const files = await ownFiles(ctx, asked.file_ids ?? [], owners);
      if (files.length === 0) throw new Refusal(400, { message: 'No valid file ids given' });
      const filed = await filedForSubmission(ctx, files, course);
      return { attachment_ids: filed.map(({ id }) => id) };
    }
  }
}

const invalid = (attribute: string, message: string) =>
  new InvalidRecord({ [attribute]: [[message, message]] });

/** Canvas sends a browser back to the assignment; a program gets to know why. */
function textOf(body: string | null | undefined): string {
  if (!body || body.trim() === '') throw invalid('body', 'Text entry submission cannot be empty');
  return sanitizeHtml(body);
}

const HTTP = /^https?:$/;

function addressOf(text: string | null | undefined): string {
  const given = (text ?? '').trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(given) && !/^[^/]*:\d/.test(given) ? given : `http://${given}`;
  const isAddress = URL.canParse(address) && HTTP.test(new URL(address).protocol);
  if (given === '' || !isAddress) throw invalid('url', 'is not a valid URL');
  return address;
}

function recordingOf({ media_comment_id, media_comment_type }: Asked): Partial<HandedIn> {
  if (!media_comment_id) throw invalid('media_comment_id', 'There was no media recording in the submission');
  return { media_comment_id, media_comment_type: media_comment_type ?? null };
}

function annotationOf({ annotatable_attachment_id }: AssignmentRow, asked: Asked): Partial<HandedIn> {
  if (asked.annotatable_attachment_id !== annotatable_attachment_id) {
    throw invalid('annotatable_attachment_id', 'Invalid Attachment');
  }
  return { attachment_ids: [annotatable_attachment_id as number] };
}
