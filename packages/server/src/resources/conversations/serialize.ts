/** Conversations as Canvas sends them: what the acting user has of each. */
import { anyOf } from '../../db/any-of.ts';
import { type CommonContexts, commonContexts } from '../../domain/address-book.ts';
import { adminRoles } from '../../domain/roles-held.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { Context, User } from '../../http/context.ts';
import { avatarUrl } from '../users/display.ts';
import { contextNames, rolesOfOnlyOthers } from './context-facts.ts';
import { latestMessages } from './latest.ts';
import type { Held, MessageRow } from './load.ts';
import { serializeMessages, withForwarded } from './messages.ts';
import { repliesAreLocked } from './replies.ts';
import type { Conversation, Participant } from './schema.ts';
import { type ScopeParams, visibleIn } from './scope.ts';

export interface ConversationView {
  /** Of one conversation alone. */
  messages?: readonly MessageRow[];
  submissions?: boolean;
  /** What the acting user has in common with those who take part; so unless said otherwise. */
  contexts?: boolean;
  /** So unless said otherwise, up to a hundred people. */
  avatars?: boolean;
  uuid?: boolean;
  /** Authors of forwarded messages too. */
  indirect?: boolean;
  /** True or false for all, or as the scope of the request has it. */
  visible: boolean | ScopeParams;
  /** Where the name of the context stands. */
  contextName?: 'inside' | 'last';
  /** The roles of the only other one who takes part; so unless said otherwise. */
  roles?: boolean;
  replyCheck?: boolean;
  beta?: boolean;
}

/** What every action reads of its parameters in the same way. */
export const viewOf = (params: {
  include?: readonly string[];
  include_private_conversation_enrollments?: boolean;
}) => ({
  uuid: params.include?.includes('uuid') ?? false,
  roles: params.include_private_conversation_enrollments ?? true,
});

const MOST_AVATARS = 100;
const PREVIEW = 100;

/** In a number of queries that doesn't grow with the conversations. */
export async function serializeConversations(
  ctx: Context,
  helds: readonly Held[],
  view: ConversationView,
): Promise<Conversation[]> {
  const ids = helds.map(({ conversation }) => conversation.id);
  const [peopleOf, latest, nameOf, rolesOf, isVisible, roles] = await Promise.all([
    participantsOf(ctx, ids),
    latestMessages(ctx, ids),
    view.contextName ? contextNames(ctx, helds) : () => null,
    audienceRoles(ctx, helds, view),
    visibility(ctx, ids, view.visible),
    adminRoles(ctx),
  ]);
  const isAdmin = roles.length > 0;
  const indirect = view.indirect && view.messages ? await forwardedAuthors(ctx, view.messages) : [];
  const shown = (id: number) => {
    const people = peopleOf(id);
    return [...people, ...indirect.filter((author) => !people.some((user) => user.id === author.id))];
  };
  const commonWith =
    view.contexts === false
      ? undefined
      : await commonContexts(
          ctx,
          ids.flatMap((id) => shown(id).map((user) => user.id)),
        );
  const messages = view.messages && (await serializeMessages(ctx, view.messages));
  const answers: Conversation[] = [];
  for (const held of helds) {
    const { conversation, participant } = held;
    const people = peopleOf(conversation.id);
    const audience = people.filter(({ id }) => id !== participant.user_id).map(({ id }) => id);
    const name = { context_name: nameOf(held) };
    const locked = view.replyCheck && (await repliesAreLocked(ctx, conversation, audience));
    answers.push({
      ...stateOf(held, latest(conversation.id)),
      ...(messages && { messages }),
      ...(view.submissions && { submissions: [] }),
      audience,
      audience_contexts: rolesOf(held, audience),
      avatar_url: pictureOf(ctx, people),
      participants: serializeParticipants(ctx, shown(conversation.id), view, commonWith),
      visible: isVisible(conversation.id),
      ...(view.contextName === 'inside' && name),
      context_code: contextCode(ctx, held, isAdmin),
      ...(locked && { cannot_reply: true }),
      ...(view.beta && { beta: conversation.context_id !== null }),
      ...(view.contextName === 'last' && name),
    });
  }
  return answers;
}

export async function serializeConversation(
  ctx: Context,
  held: Held,
  view: ConversationView,
): Promise<Conversation> {
  return (await serializeConversations(ctx, [held], view))[0] as Conversation;
}

interface Latest {
  last: MessageRow | undefined;
  authored: MessageRow | undefined;
}

function stateOf({ conversation, participant }: Held, found: Latest) {
  const last = participant.last_message_at === null ? undefined : found.last;
  const authored = participant.visible_last_authored_at === null ? undefined : found.authored;
  const isAuthor = (last ?? authored)?.author_id === participant.user_id;
  return {
    id: conversation.id,
    subject: conversation.subject,
    workflow_state: participant.workflow_state,
    last_message: last ? preview(last.body) : null,
    last_message_at: participant.last_message_at,
    last_authored_message: authored ? preview(authored.body) : null,
    last_authored_message_at: authored?.created_at ?? participant.visible_last_authored_at,
    message_count: participant.message_count,
    subscribed: participant.subscribed,
    private: conversation.private_hash !== null,
    starred: participant.starred,
    properties: [
      ...(isAuthor ? (['last_author'] as const) : []),
      ...(participant.has_attachments ? (['attachments'] as const) : []),
      ...(participant.has_media_objects ? (['media_objects'] as const) : []),
    ],
  };
}

const preview = (body: string): string => {
  const letters = [...body];
  return letters.length <= PREVIEW ? body : `${letters.slice(0, PREVIEW - 3).join('')}...`;
};

/** Who takes part in each, those who said something last first, then by name. */
async function participantsOf(ctx: Context, ids: readonly number[]): Promise<(id: number) => User[]> {
  const rows = await ctx.db
    .selectFrom('conversation_participants')
    .innerJoin('users', 'users.id', 'conversation_participants.user_id')
    .selectAll('users')
    .select(['conversation_participants.conversation_id', 'conversation_participants.last_authored_at'])
    .where('conversation_participants.conversation_id', '=', anyOf(ids))
    .execute();
  rows.sort(
    (a, b) =>
      compare(b.last_authored_at ?? '', a.last_authored_at ?? '') ||
      compare(sortKey(a.short_name), sortKey(b.short_name)) ||
      a.id - b.id,
  );
  const byConversation = Map.groupBy(rows, ({ conversation_id }) => conversation_id);
  return (id) => byConversation.get(id) ?? [];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function forwardedAuthors(ctx: Context, messages: readonly MessageRow[]): Promise<User[]> {
  const own = new Set(messages.map(({ id }) => id));
  const authors = [...(await withForwarded(ctx, messages)).values()]
    .filter(({ id }) => !own.has(id))
    .map(({ author_id }) => author_id);
  if (authors.length === 0) return [];
  return await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(authors))
    .orderBy('id')
    .execute();
}

export function serializeParticipants(
  ctx: Context,
  users: readonly User[],
  { uuid, avatars = true }: Pick<ConversationView, 'uuid' | 'avatars'>,
  commonWith: ((userId: number) => CommonContexts) | undefined,
): Participant[] {
  const pictured = avatars && users.length <= MOST_AVATARS;
  return users.map((user) => {
    const common = commonWith?.(user.id);
    return {
      id: user.id,
      name: user.short_name,
      full_name: user.name,
      pronouns: user.pronouns,
      ...(uuid && { uuid: user.uuid }),
      ...(common && { common_courses: common.courses, common_groups: common.groups }),
      ...(pictured && { avatar_url: avatarUrl(ctx, user) }),
    };
  });
}

/** Canvas's picture of a group of people. */
export const groupPicture = (ctx: Context): string => ctx.url('/images/messages/avatar-group-50.png');

/** Of the other one, where there is one. */
function pictureOf(ctx: Context, people: readonly User[]): string {
  const shown = people.length === 2 ? people.find(({ id }) => id !== ctx.me.id) : people[0];
  return shown && people.length <= 2 ? avatarUrl(ctx, shown) : groupPicture(ctx);
}

async function audienceRoles(ctx: Context, helds: readonly Held[], { roles = true }: ConversationView) {
  const ofOnlyOther = roles ? await rolesOfOnlyOthers(ctx, helds) : undefined;
  return ({ conversation, participant }: Held, audience: readonly number[]) => {
    const contexts = { courses: {} as Record<string, string[]>, groups: {} as Record<string, string[]> };
    if (audience.length === 0) return contexts;
    for (const tag of participant.tags) {
      const [, kind, id] = /^(course|group)_(\d+)$/.exec(tag) ?? [];
      if (!kind || !id) continue;
      const held =
        audience.length === 1 ? (ofOnlyOther?.(conversation.id, audience[0] as number, tag) ?? []) : [];
      contexts[kind === 'course' ? 'courses' : 'groups'][id] = held;
    }
    return contexts;
  };
}

async function visibility(ctx: Context, ids: readonly number[], visible: ConversationView['visible']) {
  if (typeof visible === 'boolean') return () => visible;
  const shown = await visibleIn(ctx, visible, ids);
  return (id: number) => shown.has(id);
}

/** An administrator is answered as one, whether or not those who answer are in the course. */
function contextCode(ctx: Context, { conversation }: Held, isAdmin: boolean): string | null {
  const { context_type, context_id } = conversation;
  if (context_type === 'Course' && isAdmin) return `account_${ctx.rootAccount.id}`;
  return context_type === null ? null : `${context_type.toLowerCase()}_${context_id}`;
}
