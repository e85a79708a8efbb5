/**
 * What stands in somebody's stream, read from the tables of what happened: no rows are written for it. Like Canvas's
 * stream items it goes back four weeks, is moved to the top by what is said later, and is the same to nobody else.
 *
 * An item's id is that of what it is about and of its kind, so it stays the same. Source: StreamItem of Canvas.
 */
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { isMeantFor } from '../../domain/content-audience.ts';
import type { Context } from '../../http/context.ts';

export type ItemKind = 'DiscussionTopic' | 'Submission' | 'Conversation' | 'AssessmentRequest';

export interface StreamItem {
  id: number;
  kind: ItemKind;
  /** The kind, but of announcements. */
  type: ItemKind | 'Announcement';
  asset_id: number;
  /** Of conversations null. */
  context_type: 'Course' | 'Group' | null;
  context_id: number | null;
  read: boolean;
  created_at: string;
  updated_at: string;
}

export interface StreamScope {
  /** Only what happened in a course or a group. */
  context?: { readonly type: 'Course' | 'Group'; readonly id: number };
  /** Only what happened in courses that go on. */
  onlyActiveCourses?: boolean;
}

const EVERYTHING = 0;

/** A subquery of `StreamItem`s. */
export function streamItems(
  ctx: Context,
  { context, onlyActiveCourses }: StreamScope,
): RawBuilder<StreamItem> {
  const me = ctx.me.id;
  const now = sql`${ctx.now}::timestamptz`;
  const inScope = context
    ? sql`context_type = ${context.type} and context_id = ${context.id}`
    : onlyActiveCourses
      ? sql`context_type = 'Course'`
      : sql`true`;
  return sql<StreamItem>`(
    with mine as (
      select e.course_id, e.course_section_id, coalesce(e.associated_user_id, e.user_id) as student_id, e.type,
        e.type in ('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment') as staff
      from enrollments e join courses c on c.id = e.course_id and c.workflow_state = 'available'
      where e.user_id = ${me} and e.workflow_state = 'active'
    ),
    topics as (
      select 'DiscussionTopic' as kind, 0 as rank,
        case when is_announcement then 'Announcement' else 'DiscussionTopic' end as type, id as asset_id,
        context_type, context_id,
        exists (select 1 from discussion_topic_participants p where p.discussion_topic_id = discussion_topics.id
          and p.user_id = ${me} and p.workflow_state = 'read') as read,
        coalesce(delayed_post_at, posted_at, created_at) as created_at,
        greatest(last_reply_at, delayed_post_at, posted_at, created_at) as updated_at
      from discussion_topics
      where workflow_state in ('active', 'post_delayed') and root_topic_id is null
        and (delayed_post_at is null or delayed_post_at <= ${now})
        and (discussion_topics.context_type = 'Course' and exists (select 1 from mine
            where mine.course_id = discussion_topics.context_id and (mine.staff
            or ((not is_section_specific or exists (select 1 from discussion_topic_sections s
                where s.discussion_topic_id = discussion_topics.id and s.course_section_id = mine.course_section_id))
              and case when is_announcement then true
                when assignment_id is null then ${isMeantFor('Discussion', [me])}
                else exists (select 1 from submissions s join assignments a on a.id = s.assignment_id
                  where s.assignment_id = discussion_topics.assignment_id and s.user_id = mine.student_id
                    and s.workflow_state <> 'deleted' and a.workflow_state = 'published') end)))
          or discussion_topics.context_type = 'Group' and exists (select 1
            from group_memberships m join groups g on g.id = m.group_id
            where m.group_id = discussion_topics.context_id and m.user_id = ${me} and m.workflow_state = 'accepted'
              and g.workflow_state <> 'deleted'))
    ),
    comments as (
      select submission_id, max(created_at) as at, bool_or(author_id is distinct from ${me}) as by_others
      from submission_comments where not draft and not hidden group by submission_id
    ),
    work as (
      select 'Submission' as kind, 1 as rank, 'Submission' as type, s.id as asset_id,
        'Course' as context_type, s.course_id as context_id,
        case when exists (select 1 from submission_read_states r where r.submission_id = s.id and r.user_id = ${me}
            and r.item in ('grade', 'comment', 'rubric'))
          then not exists (select 1 from submission_read_states r where r.submission_id = s.id and r.user_id = ${me}
            and r.item in ('grade', 'comment', 'rubric') and r.workflow_state = 'unread')
          else not (s.user_id = ${me} and s.posted_at is not null or coalesce(c.by_others, false)) end as read,
        s.created_at, greatest(case when s.user_id = ${me} and s.posted_at is not null
          then greatest(s.graded_at, s.posted_at) end, c.at) as updated_at
      from submissions s
        join assignments a on a.id = s.assignment_id and a.workflow_state = 'published'
        left join comments c on c.submission_id = s.id
      where s.workflow_state <> 'deleted'
        and (s.user_id = ${me} and exists (select 1 from mine where mine.course_id = s.course_id)
            and (c.at is not null or s.posted_at is not null and s.graded_at is not null)
          or c.by_others and s.user_id <> ${me} and exists (select 1 from mine
            where mine.course_id = s.course_id and mine.type in ('TeacherEnrollment', 'TaEnrollment')))
    ),
    reviews as (
      select 'AssessmentRequest' as kind, 3 as rank, 'AssessmentRequest' as type, r.id as asset_id,
        'Course' as context_type, s.course_id as context_id, r.workflow_state = 'completed' as read,
        r.created_at, r.created_at as updated_at
      from assessment_requests r join submissions s on s.id = r.asset_id and s.workflow_state <> 'deleted'
        join assignments a on a.id = s.assignment_id and a.workflow_state = 'published'
      where r.assessor_id = ${me} and exists (select 1 from mine where mine.course_id = s.course_id)
    ),
    inbox as (
      select 'Conversation' as kind, 2 as rank, 'Conversation' as type, p.conversation_id as asset_id,
        null as context_type, null::bigint as context_id, p.workflow_state <> 'unread' as read,
        c.created_at, p.last_message_at as updated_at
      from conversation_participants p join conversations c on c.id = p.conversation_id
      where p.user_id = ${me} and p.last_message_at is not null
    ),
    items as (
      select *, asset_id * 4 + rank as id from (
        select * from topics union all select * from work union all select * from reviews union all select * from inbox
      ) as happened
      where updated_at > ${now} - interval '4 weeks' and ${inScope}
    )
    select id, kind, type, asset_id, context_type, context_id, read, created_at, updated_at from items
    where not exists (select 1 from hidden_stream_items h where h.user_id = ${me}
      and h.stream_item_id in (items.id, ${EVERYTHING}) and h.hidden_at >= items.updated_at)
  )`;
}

/** Takes an item out of the acting user's stream, or all that is in it. */
export async function hideItem(ctx: Context, id: number = EVERYTHING): Promise<void> {
  await ctx.db
    .insertInto('hidden_stream_items')
    .values({ user_id: ctx.me.id, stream_item_id: id, hidden_at: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'stream_item_id']).doUpdateSet({ hidden_at: ctx.now }),
    )
    .execute();
}

/** What some items of a kind are about, by the ids of that. */
export const assetsOf = (items: readonly StreamItem[], kind: ItemKind) =>
  anyOf(items.filter((item) => item.kind === kind).map(({ asset_id }) => asset_id));
