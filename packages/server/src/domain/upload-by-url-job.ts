/** An upload whose bytes Easel fetches itself, through the guarded way out. */

import { InvalidRecord } from '../errors.ts';
import { MAX_FILE_BYTES, type Stored } from '../files/storage.ts';
import type { Context } from '../http/context.ts';
import { OutgoingError, type OutgoingProblem } from '../http/outgoing.ts';
import type { Site } from '../http/site.ts';
import { defineJob, JobFailed } from '../jobs/job.ts';
import { courseOf } from './assignment-access.ts';
import { type AttachmentRow, change, type OnDuplicate } from './attachments.ts';
import { completeUpload, QuotaExceeded, waitingRow } from './complete-upload.ts';
import { contextOf } from './contexts.ts';
import { quotaOf } from './file-quota.ts';
import { handIn } from './submission-handing-in.ts';

type Args = {
  attachment_id: number;
  url: string;
  on_duplicate: OnDuplicate;
  /** The assignment to hand the file in for. */
  submit_to?: number;
  comment?: string | null;
};

const TIME_LIMIT_MS = 60 * 60 * 1000;

/** In Canvas's words, but for addresses that Canvas takes for an unknown error. */
const messages: Record<OutgoingProblem, (url: string) => string> = {
  invalid_url: (url) => `Could not parse the URL: ${url}`,
  relative_url: (url) => `No host provided for the URL: ${url}`,
  forbidden_address: (url) => `Addresses in private networks are not fetched: ${url}`,
  too_many_redirects: (url) => `Too many redirects for ${url}`,
  timeout: (url) => `The request timed out: ${url}`,
  too_large: () => 'file size exceeds quota limits',
  network: (url) => `An unknown error occurred downloading from ${url}`,
};

export const uploadByUrlJob = defineJob<Args>('upload_via_url', async (job, args) => {
  const { attachment_id: id, url, on_duplicate } = args;
  const begun = await job.step((ctx) => begin(ctx, id));
  // Begun again after the process died: the file is there already, or was given up.
  if (!begun) return await job.progress.finish(null, { id });
  try {
    const stored = await fetchContent(begun.site, url, begun.maxBytes, job.closing);
    await job.step(async (ctx) => {
      const file = await waitingRow(ctx, id);
      const completed = file && (await complete(ctx, file, stored, on_duplicate));
      if (completed && args.submit_to) await handInFile(ctx, completed, args.submit_to, args.comment);
      await job.progress.finish(null, { id });
    });
  } catch (error) {
    if (!(error instanceof JobFailed)) throw error;
    // Stops here instead where the server closes: then it wasn't the address's fault.
    await job.step((ctx) => giveUp(ctx, id, error.message));
    throw error;
  }
});

async function begin(ctx: Context, id: number): Promise<{ site: Site; maxBytes: number } | undefined> {
  const file = await waitingRow(ctx, id);
  if (!file) return undefined;
  if (!file.counts_for_quota) return { site: ctx.site, maxBytes: MAX_FILE_BYTES };
  const { quota, quota_used } = await quotaOf(ctx, await contextOf(ctx, file));
  return { site: ctx.site, maxBytes: Math.min(MAX_FILE_BYTES, Math.max(0, quota - quota_used)) };
}

/** @throws JobFailed */
async function fetchContent(
  site: Site,
  url: string,
  maxBytes: number,
  closing: AbortSignal,
): Promise<Stored> {
  try {
    const answer = await site.fetch(url, { maxBytes, timeoutMs: TIME_LIMIT_MS, signal: closing });
    if (answer.status !== 200) {
      answer.body.destroy();
      throw new JobFailed(`Invalid response code, expected 200 got ${answer.status} for ${url}`);
    }
    const size = Number(answer.headers['content-length']);
    if (size > maxBytes) {
      answer.body.destroy();
      throw new JobFailed(`file size exceeds quota limits: ${size} bytes`);
    }
    const contentType = answer.headers['content-type'];
    const stored = await site.files.store(answer.body, { maxBytes, ...(contentType && { contentType }) });
    return { ...stored, contentType };
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    site.log.info({ err: error, problem: error.problem }, 'could not fetch a file');
    throw new JobFailed(messages[error.problem](url));
  }
}

/** @throws JobFailed where the quota was used up meanwhile */
async function complete(ctx: Context, ...[file, stored, onDuplicate]: Tail<typeof completeUpload>) {
  try {
    return await completeUpload(ctx, file, stored, onDuplicate);
  } catch (error) {
    if (!(error instanceof QuotaExceeded)) throw error;
    throw new JobFailed(`file size exceeds quota limits: ${stored.size} bytes`);
  }
}

/** @throws JobFailed where no attempt is left */
async function handInFile(ctx: Context, file: AttachmentRow, assignmentId: number, comment?: string | null) {
  const assignment = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', assignmentId)
    .where('workflow_state', '=', 'published')
    .executeTakeFirst();
  if (!assignment) throw new JobFailed('The assignment is no longer there');
  try {
    const handing = { course: await courseOf(ctx, assignment), assignment, userId: file.context_id };
    await handIn(ctx, handing, { submission_type: 'online_upload', attachment_ids: [file.id], comment });
  } catch (error) {
    if (!(error instanceof InvalidRecord)) throw error;
    throw new JobFailed('No attempt is left for this assignment');
  }
}

type Tail<F> = F extends (first: Context, ...rest: infer Rest) => unknown ? Rest : never;

async function giveUp(ctx: Context, id: number, message: string): Promise<void> {
  await change(
    ctx,
    { id },
    { file_state: 'errored', workflow_state: 'errored', upload_error_message: message },
  );
}
