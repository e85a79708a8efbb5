/** How much a context may keep, and how much it keeps. Source: Canvas's Attachment.get_quota. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { AnyContext } from './contexts.ts';
import { groupQuotas } from './group-quota.ts';

const MEGABYTE = 1024 * 1024;
/** A file counts for at least as much. */
const LEAST_BYTES = 512;
const DEFAULT_MEGABYTES = 50;

export interface Quota {
  readonly quota: number;
  readonly quota_used: number;
}

export async function quotaOf(ctx: Context, context: AnyContext): Promise<Quota> {
  const used = await bytesUsed(ctx, context.type, [context.id]);
  return { quota: MEGABYTE * (await megabytesOf(ctx, context)), quota_used: used(context.id) };
}

/** @throws nothing; whether so many bytes more are too many */
export async function wouldExceedQuota(ctx: Context, context: AnyContext, bytes: number): Promise<boolean> {
  const { quota, quota_used } = await quotaOf(ctx, context);
  return quota < quota_used + bytes;
}

/** What the files of some contexts count for, in one query: copies share the bytes of what they were made from. */
export async function bytesUsed(
  ctx: Context,
  type: AnyContext['type'],
  ids: readonly number[],
): Promise<(id: number) => number> {
  const rows = await ctx.db
    .selectFrom('attachments')
    .select(['context_id', sql<number>`sum(greatest(coalesce(size, 0), ${LEAST_BYTES}))::bigint`.as('bytes')])
    .where('context_type', '=', type)
    .where('context_id', '=', anyOf(ids))
    .where('file_state', '=', 'available')
    .where('counts_for_quota', '=', true)
    .where('root_attachment_id', 'is', null)
    .groupBy('context_id')
    .execute();
  const byId = new Map(rows.map(({ context_id, bytes }) => [context_id, bytes]));
  return (id) => byId.get(id) ?? 0;
}

async function megabytesOf(ctx: Context, context: AnyContext): Promise<number> {
  if (context.type === 'Course') return context.course.storage_quota_mb;
  if (context.type === 'Account') return DEFAULT_MEGABYTES;
  if (context.type === 'Group') return (await groupQuotas(ctx, [context.group]))(context.group);
  // A user has the largest of what the accounts of his logins give.
  const row = await ctx.db
    .selectFrom('pseudonyms')
    .innerJoin('accounts', 'accounts.id', 'pseudonyms.account_id')
    .select((eb) => eb.fn.max('accounts.default_user_storage_quota_mb').as('megabytes'))
    .where('pseudonyms.user_id', '=', context.id)
    .where('pseudonyms.workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  return row?.megabytes ?? DEFAULT_MEGABYTES;
}
