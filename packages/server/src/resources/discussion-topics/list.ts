import { sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import { demand } from '../../domain/demand.ts';
import { isVisible } from '../../domain/discussion-rights.ts';
import { type TopicStanding, topicStandings } from '../../domain/discussion-standing.ts';
import { postedAt } from '../../domain/discussion-topics.ts';
import { forumOf } from '../../domain/forum-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import type { Params } from '../../http/operation.ts';
import { paginate, type SortKey } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { forums } from './load.ts';
import { topicsIn } from './queries.ts';
import { DiscussionTopic } from './schema.ts';
import { serializeTopics } from './serialize.ts';

export default inContexts(forums, 'GET /api/v1/{context}/discussion_topics', {
  summary: 'The discussions, or the announcements, of a course or a group',
  requires: 'public',
  returns: List(DiscussionTopic),
  async handle({ ctx, context, params }) {
    const forum = await forumOf(ctx, context);
    const announcements = params.only_announcements === true;
    await demand(ctx, announcements ? forum.readsAnnouncements : forum.readsForum);
    const states = statesOf(params.scope);
    const seesAll = !announcements || forum.manages || forum.readsAsAdmin;

    const rows = await paginate(
      ctx,
      topicsIn(ctx, context)
        .where('is_announcement', '=', announcements)
        .$if(!seesAll, (query) => query.where(announcedNow(ctx.now)))
        .$if(Boolean(params.search_term), (query) =>
          query.where('title', 'ilike', containing(params.search_term ?? '')),
        )
        .$if(params.filter_by === 'unread', (query) => query.where(unreadBy(ctx)))
        .$if(states.has('pinned'), (query) => query.where('pinned', '=', true))
        .$if(states.has('unpinned'), (query) => query.where('pinned', '=', false)),
      {
        kind: 'total',
        key: 'discussion_topics.id',
        direction: params.order_by === 'title' ? 'asc' : 'desc',
        order: orderOf(params.order_by, announcements),
        perPage: { default: 100, most: 100 },
      },
    );
    const standingOf = await topicStandings(ctx, rows);
    const shown = rows.map(standingOf).filter(({ access }) => isVisible(access));
    return await serializeTopics(ctx, lockedOrNot(shown, states), {
      include: params.include,
      plainMessages: params.plain_messages,
      excludeAssignmentDescriptions: params.exclude_assignment_descriptions,
      fillFromRoot: true,
    });
  },
});

type ListParams = Params<'GET /api/v1/courses/{course_id}/discussion_topics'>;

function statesOf(scope: ListParams['scope']): ReadonlySet<string> {
  const states = new Set((scope ?? '').split(',').map((state) => state.trim()));
  const contradicts = (a: string, b: string) => states.has(a) && states.has(b);
  if (contradicts('pinned', 'unpinned') || contradicts('locked', 'unlocked')) {
    throw new Refusal(400, { errors: { scope: 'scope is contradictory' } });
  }
  return states;
}

/** Looked at after paging, as Canvas does: a page may be short. */
function lockedOrNot(standings: TopicStanding[], states: ReadonlySet<string>): TopicStanding[] {
  if (!states.has('locked') && !states.has('unlocked')) return standings;
  return standings.filter(({ lock }) => (lock !== undefined) === states.has('locked'));
}

function orderOf(orderBy: ListParams['order_by'], announcements: boolean): SortKey[] {
  const newest: SortKey = { by: 'discussion_topics.created_at', direction: 'desc' };
  if (orderBy === 'title') return [{ by: 'discussion_topics.title_key' }];
  if (orderBy === 'recent_activity') {
    return [
      { by: sql`coalesce(discussion_topics.last_reply_at, 'infinity'::timestamptz)`, direction: 'desc' },
      newest,
    ];
  }
  if (announcements) return [{ by: postedAt, direction: 'desc' }, newest];
  // PostgreSQL puts what has no position first where it counts down: whatever isn't pinned.
  return [{ by: sql`coalesce(discussion_topics.position, 2147483647)`, direction: 'desc' }, newest];
}

const announcedNow = (now: string) => sql<boolean>`(
  (discussion_topics.delayed_post_at is null or discussion_topics.delayed_post_at < ${now}::timestamptz)
  and (discussion_topics.lock_at is null or discussion_topics.lock_at > ${now}::timestamptz))`;

/** The topic itself, or an entry of it. */
const unreadBy = (ctx: Context) => sql<boolean>`(
  not exists (select 1 from discussion_topic_participants p
    where p.discussion_topic_id = discussion_topics.id and p.user_id = ${ctx.user?.id ?? 0}
      and p.workflow_state = 'read')
  or exists (select 1 from discussion_entries e
    left join discussion_entry_participants p on p.discussion_entry_id = e.id and p.user_id = ${ctx.user?.id ?? 0}
    where e.discussion_topic_id = discussion_topics.id and e.workflow_state = 'active'
      and p.workflow_state is distinct from 'read'))`;
