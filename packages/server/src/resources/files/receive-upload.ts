/**
 * Step 2 of an upload to the disk: a form with a ticket and a file, from whoever has the ticket. It is read as it comes
 * and never held; the pipeline, which reads a request before it answers it, has no part in it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AttachmentRow } from '../../domain/attachments.ts';
import { isOnDuplicate } from '../../domain/attachments.ts';
import { PROFILE_PICTURES } from '../../domain/avatars.ts';
import { completeUpload, contentColumns, QuotaExceeded } from '../../domain/complete-upload.ts';
import { successUrl } from '../../domain/uploading.ts';
import { BrokenForm, type FilePart, readFileForm } from '../../files/multipart-form.ts';
import { type Stored, TooManyBytes } from '../../files/storage.ts';
import { readPolicy } from '../../files/upload-policy.ts';
import { anonymous, Context } from '../../http/context.ts';
import { encodeParams } from '../../http/encode-params.ts';
import type { RackParams } from '../../http/rack-params.ts';
import { factsOf } from '../../http/request-facts.ts';
import { findRootAccount } from '../../http/root-account.ts';
import type { Site } from '../../http/site.ts';
import { confirmedFile } from './create-success.ts';
import { openToOtherOrigins } from './other-origins.ts';

/** Canvas's own forms call the file `attachment[uploaded_data]`. */
const isFile = (name: string) => name === 'file' || name === 'attachment[uploaded_data]';

/** What is answered with Canvas's bare 400; the reason stands beside it. */
class RefusedUpload extends Error {
  override readonly name = 'RefusedUpload';
}

export function registerUploads(app: FastifyInstance, site: Site): void {
  openToOtherOrigins(app);
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body stays a stream, of whatever size.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.post('/files_api', (request, reply) => receiveUpload(site, request, reply));
  });
}

async function receiveUpload(site: Site, request: FastifyRequest, reply: FastifyReply) {
  try {
    const { file, stored, fields } = await readFileForm(request.raw, request.headers, isFile, (part) =>
      keep(site, part),
    );
    const ctx = await contextOf(site, request, file);
    if (fields.get('success_action_status') === '201') return await answerCreated(ctx, reply, file, stored);
    return await answerRedirect(ctx, reply, file, stored);
  } catch (error) {
    return answerRefusal(request, reply, error);
  }
}

/** Looks at the ticket before it takes a byte. */
async function keep(site: Site, { fields, bytes, contentType }: FilePart) {
  const policy = readPolicy(fields, { secret: site.secret, now: site.clock.now() });
  if (!policy) {
    throw new RefusedUpload(
      'Send the upload_params unchanged and before the file, within 30 minutes of step 1; Policy or Signature is missing, changed or too old',
    );
  }
  const file = await site.database.kysely
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', policy.attachmentId)
    .where('workflow_state', '=', 'unattached')
    .executeTakeFirst();
  if (!file) throw new RefusedUpload('This upload is complete already');
  const stored = await site.files.store(bytes, { maxBytes: policy.maxBytes });
  return { file, stored: { ...stored, contentType }, fields };
}

/** The uploader's, to whom the ticket was given. */
async function contextOf(site: Site, request: FastifyRequest, file: AttachmentRow): Promise<Context> {
  const db = site.database.kysely;
  const user =
    file.user_id === null
      ? null
      : ((await db.selectFrom('users').selectAll().where('id', '=', file.user_id).executeTakeFirst()) ??
        null);
  return new Context({
    site,
    caller: { ...anonymous, user },
    request: factsOf(request, [], site.settings.publicUrl),
    now: site.clock.now(),
    rootAccount: await findRootAccount(db),
    db,
  });
}

/** As with Canvas's local storage: the file waits for step 3. */
async function answerRedirect(ctx: Context, reply: FastifyReply, file: AttachmentRow, stored: Stored) {
  const noted = await ctx.db
    .updateTable('attachments')
    .set(contentColumns(file, stored))
    .where('id', '=', file.id)
    .where('workflow_state', '=', 'unattached')
    .executeTakeFirst();
  if (noted.numUpdatedRows === 0n) throw new RefusedUpload('This upload is complete already');
  const { on_duplicate, success_include } = ctx.request.query;
  const include = textsOf(success_include);
  if (await isProfilePicture(ctx, file)) include.push('avatar');
  const location = successUrl(ctx, file, {
    ...(typeof on_duplicate === 'string' && { on_duplicate }),
    ...(include.length > 0 && { include }),
  });
  return reply.code(302).header('location', location).type('text/html; charset=utf-8').send('');
}

/** As with Canvas's file service, for clients that can't follow a redirect: nothing is left to do. */
async function answerCreated(ctx: Context, reply: FastifyReply, file: AttachmentRow, stored: Stored) {
  const { on_duplicate, success_include } = ctx.request.query;
  const onDuplicate =
    typeof on_duplicate === 'string' && isOnDuplicate(on_duplicate) ? on_duplicate : 'overwrite';
  const include = textsOf(success_include);
  const shown = await ctx.transaction(async (ctx) => {
    const completed = await completeUpload(ctx, file, stored, onDuplicate);
    return completed && (await confirmedFile(ctx, completed, include));
  });
  if (!shown) throw new RefusedUpload('This upload is complete already');
  const asked = include.includes('preview_url') ? ['preview_url'] : ['enhanced_preview_url'];
  const location = ctx.url(`/api/v1/files/${file.id}?${encodeParams({ include: asked })}`);
  return reply.code(201).header('location', location).send(shown);
}

function answerRefusal(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const reason =
    error instanceof RefusedUpload || error instanceof BrokenForm
      ? error.message
      : error instanceof TooManyBytes
        ? 'The file is larger than a file may be'
        : undefined;
  if (error instanceof QuotaExceeded) return reply.code(error.status).send(error.body);
  if (reason === undefined) throw error;
  // What is still on its way is not waited for.
  reply.header('connection', 'close').header('x-easel-hint', reason.replace(/[^\x20-\x7e]+/g, ' '));
  request.raw.resume();
  return reply.code(400).type('text/html; charset=utf-8').send('');
}

const textsOf = (value: RackParams[string] | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');

async function isProfilePicture(ctx: Context, { folder_id, context_type }: AttachmentRow): Promise<boolean> {
  if (folder_id === null || context_type !== 'User') return false;
  const folder = await ctx.db
    .selectFrom('folders')
    .select('name')
    .where('id', '=', folder_id)
    .executeTakeFirst();
  return folder?.name === PROFILE_PICTURES;
}
