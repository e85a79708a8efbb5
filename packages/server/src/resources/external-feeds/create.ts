import { inContext } from '../../domain/contexts.ts';
import type { FeedRow } from '../../domain/feed-announcements.ts';
import { fetchLater } from '../../domain/feed-fetching.ts';
import type { ForumContext } from '../../domain/forum-access.ts';
import { type FieldErrors, InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { forums } from '../discussion-topics/load.ts';
import { demandAnnouncing } from './rules.ts';
import { ExternalFeed } from './schema.ts';
import { serializeFeed } from './serialize.ts';

const MAX_URL = 255;
const VERBOSITIES = ['full', 'link_only', 'truncate'] as const;

export default inContexts(forums, 'POST /api/v1/{context}/external_feeds', {
  summary: 'Let a feed make announcements',
  requires: 'user',
  returns: ExternalFeed,
  async handle({ ctx, context, params }) {
    await demandAnnouncing(ctx, context);
    const asked = {
      url: urlOf(params.url),
      header_match: params.header_match?.trim() || null,
      // What is no verbosity is the usual one.
      verbosity: VERBOSITIES.find((each) => each === params.verbosity) ?? 'full',
    };
    await refuseTwin(ctx, context, asked);
    const feed = await ctx.db
      .insertInto('external_feeds')
      .values({
        ...inContext(context),
        ...asked,
        user_id: ctx.me.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await fetchLater(ctx, feed, 0);
    return await serializeFeed(ctx, feed);
  },
});

const refusal = (error: FieldErrors[string]) => new InvalidRecord({ url: error });

/** A host alone is taken for a page of the web. Throws InvalidRecord. */
function urlOf(given: string | null | undefined): string {
  const text = given?.trim() ?? '';
  if (text === '') throw refusal([['blank', "can't be blank"]]);
  const url = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `http://${text}`;
  const isOfWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isOfWeb) throw refusal(['is not a valid URL']);
  if (url.length > MAX_URL) throw refusal([['too_long', `is too long (maximum is ${MAX_URL} characters)`]]);
  return url;
}

async function refuseTwin(
  ctx: Context,
  context: ForumContext,
  { url, header_match, verbosity }: Pick<FeedRow, 'url' | 'header_match' | 'verbosity'>,
): Promise<void> {
  const twin = await ctx.db
    .selectFrom('external_feeds')
    .select('id')
    .where('context_type', '=', context.type)
    .where('context_id', '=', context.id)
    .where('url', '=', url)
    .where('verbosity', '=', verbosity)
    .where('header_match', 'is not distinct from', header_match)
    .executeTakeFirst();
  if (twin) throw refusal([['taken', 'has already been taken']]);
}
