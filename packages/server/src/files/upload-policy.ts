/**
 * Tickets for uploads that come to this server: a policy that says which row waits for the bytes and until when, and
 * its signature. As with S3, they are all the credentials that step 2 needs.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Announced, MAX_FILE_BYTES, type UploadTicket } from './storage.ts';

const TICKET_SECONDS = 30 * 60;

/** What a ticket allows, once its signature was checked. */
export interface Policy {
  attachmentId: number;
  maxBytes: number;
}

interface PolicyDocument {
  expiration: string;
  attachment_id: number;
  conditions: unknown[];
}

/** As Canvas with local storage answers it. */
export function diskTicket(
  { id, filename, contentType, successUrl, noRedirect }: Announced,
  { secret, now, uploadUrl }: { secret: string; now: string; uploadUrl: string },
): UploadTicket {
  const key = `attachments/${id}/${filename.replaceAll('+', ' ')}`;
  const extras: Record<string, string> = {
    ...(noRedirect && { success_action_status: '201', success_url: successUrl }),
    ...(contentType !== 'unknown/unknown' && { 'content-type': contentType }),
  };
  const document: PolicyDocument = {
    expiration: new Date(Date.parse(now) + TICKET_SECONDS * 1000).toISOString(),
    conditions: [
      { key },
      { acl: 'private' },
      ['starts-with', '$Filename', ''],
      ['content-length-range', 0, MAX_FILE_BYTES],
      ...Object.entries(extras).map(([name, value]) => ({ [name]: value })),
    ],
    attachment_id: id,
  };
  const policy = Buffer.from(JSON.stringify(document)).toString('base64');
  return {
    upload_url: uploadUrl,
    upload_params: {
      Filename: filename,
      key,
      acl: 'private',
      Policy: policy,
      Signature: sign(policy, secret),
      ...extras,
    },
    file_param: 'file',
  };
}

/** @returns undefined for a policy of nobody's, a changed one, and one whose time is over */
export function readPolicy(
  fields: ReadonlyMap<string, string>,
  { secret, now }: { secret: string; now: string },
): Policy | undefined {
  const policy = fields.get('Policy') ?? fields.get('policy');
  const signature = fields.get('Signature') ?? fields.get('signature');
  if (!policy || !signature || !isSame(signature, sign(policy, secret))) return undefined;
  const document = JSON.parse(Buffer.from(policy, 'base64').toString()) as PolicyDocument;
  if (Date.parse(document.expiration) < Date.parse(now)) return undefined;
  return { attachmentId: document.attachment_id, maxBytes: MAX_FILE_BYTES };
}

const sign = (policy: string, secret: string): string =>
  createHmac('sha256', `files:${secret}`).update(policy).digest('base64');

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
