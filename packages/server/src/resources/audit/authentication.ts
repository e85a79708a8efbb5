/** Signing in and out, as the three lists of the authentications log give it. */
import { anyOf } from '../../db/any-of.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import type { Account, Context } from '../../http/context.ts';
import { Id, List, Nullable, OneOf, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';
import { Account as AccountJson } from '../accounts/schema.ts';
import { serializeAccounts } from '../accounts/serialize.ts';
import { Login } from '../logins/schema.ts';
import { serializeLogins } from '../logins/serialize.ts';
import { User } from '../users/schema.ts';
import {
  type EventQuery,
  type EventRow,
  eventsOf,
  idsOf,
  linkedUsers,
  pageOfEvents,
  type Span,
} from './events.ts';

export const AuthenticationEvents = Shape({
  links: Shape({
    'events.login': Nullable(Text),
    'events.account': Text,
    'events.user': Nullable(Text),
    'events.page_view': Nullable(Text),
  }),
  events: List(
    Shape({
      id: Text,
      created_at: Timestamp,
      event_type: OneOf('login', 'logout'),
      links: Shape({
        login: Nullable(Id),
        account: Nullable(Id),
        user: Nullable(Id),
        page_view: Nullable(Text),
      }),
    }),
  ),
  linked: Shape({
    logins: List(Login),
    accounts: List(AccountJson),
    users: List(User),
    page_views: List(Text),
  }),
});
type AuthenticationEvents = Static<typeof AuthenticationEvents>;

/** Canvas has these two; the rest is Easel's own list. */
export const signIns = (ctx: Context): EventQuery =>
  eventsOf(ctx, 'authentication').where('event_type', 'in', ['login', 'logout']);

/** Whoever may do either in the institution reads its log. */
export const readsLog = async (ctx: Context, account: Account): Promise<boolean> =>
  (await mayInAccount(ctx, account, 'view_statistics')) ||
  (await mayInAccount(ctx, account, 'manage_user_logins'));

export async function authenticationEvents(
  ctx: Context,
  query: EventQuery,
  span: Span,
): Promise<AuthenticationEvents> {
  const events = await pageOfEvents(ctx, query, span);
  return {
    links: {
      'events.login': null,
      'events.account': ctx.url('/api/v1/accounts/{events.account}'),
      'events.user': null,
      'events.page_view': null,
    },
    events: events.map((event) => ({
      id: event.uuid,
      created_at: event.created_at,
      event_type: event.event_type as 'login' | 'logout',
      links: {
        login: event.pseudonym_id,
        account: event.account_id,
        user: event.user_id,
        page_view: null,
      },
    })),
    linked: await linkedTo(ctx, events),
  };
}

async function linkedTo(ctx: Context, events: readonly EventRow[]): Promise<AuthenticationEvents['linked']> {
  const logins = await ctx.db
    .selectFrom('pseudonyms')
    .selectAll()
    .where('id', '=', anyOf(idsOf(events.map(({ pseudonym_id }) => pseudonym_id))))
    .orderBy('id')
    .execute();
  const accounts = logins.length > 0 ? [ctx.rootAccount] : [];
  return {
    logins: await serializeLogins(ctx, logins),
    accounts: await serializeAccounts(ctx, accounts),
    users: await linkedUsers(
      ctx,
      events.map(({ user_id }) => user_id),
    ),
    page_views: [],
  };
}
