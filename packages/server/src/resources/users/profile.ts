import { mayToUser } from '../../domain/user-access.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Anything, Flag, Id, List, Nullable, Optional, Shape, type Static, Text } from '../../http/schema.ts';
import { effectiveLocale, emailsOf, timeZoneOf } from './includes.ts';
import { user } from './load.ts';
import { mainLogins } from './logins-of.ts';
import { serializeUser } from './serialize.ts';

/** In the order in which Canvas sends it (users file 1.5). */
const Profile = Shape({
  id: Id,
  name: Text,
  short_name: Text,
  sortable_name: Text,
  sis_user_id: Optional(Nullable(Text)),
  login_id: Nullable(Text),
  avatar_url: Optional(Text),
  integration_id: Nullable(Text),
  pronouns: Optional(Text),
  title: Nullable(Text),
  bio: Nullable(Text),
  pronunciation: Optional(Nullable(Text)),
  primary_email: Optional(Nullable(Text)),
  time_zone: Text,
  locale: Nullable(Text),
  effective_locale: Optional(Text),
  calendar: Optional(Shape({ ics: Text })),
  lti_user_id: Optional(Text),
  k5_user: Optional(Flag),
  use_classic_font_in_k5: Optional(Flag),
  user_services: Optional(List(Anything)),
  links: Optional(List(Anything)),
  past_uuid: Optional(Text),
  uuid: Optional(Text),
});
type Profile = Static<typeof Profile>;

export default operation('GET /api/v1/users/{user_id}/profile', {
  summary: 'The profile of a user',
  load: { user: user('user_id') },
  requires: { user: 'read_profile' },
  returns: Profile,
  async handle({ ctx, user, params: { include = [] } }) {
    const { id, name, short_name, sortable_name, ...seen } = await serializeUser(ctx, user, {
      context: { account: ctx.rootAccount },
      includes: ['avatar_url', ...(include.includes('uuid') ? (['uuid'] as const) : [])],
    });
    const login = (await mainLogins(ctx, [user.id])).get(user.id);
    return {
      id,
      name,
      short_name,
      sortable_name,
      ...(seen.sis_user_id !== undefined && { sis_user_id: seen.sis_user_id }),
      // Whoever may read the profile learns the login, even without the right to see logins elsewhere.
      login_id: seen.login_id ?? login?.unique_id ?? null,
      ...(seen.avatar_url && { avatar_url: seen.avatar_url }),
      integration_id: seen.integration_id ?? login?.integration_id ?? null,
      ...(seen.pronouns && { pronouns: seen.pronouns }),
      title: user.title,
      bio: user.bio,
      ...(ctx.rootAccount.settings['enable_name_pronunciation'] === true && {
        pronunciation: user.pronunciation,
      }),
      ...((await mayToUser(ctx, user, 'read_email_addresses')) && {
        primary_email: (await emailsOf(ctx, [user])).get(user.id) ?? null,
      }),
      time_zone: timeZoneOf(ctx, user),
      locale: user.locale,
      ...(user.id === ctx.user?.id && ownFields(ctx, user)),
      // No services are connected and no links stored here.
      ...(include.includes('user_services') && { user_services: [] }),
      ...(include.includes('links') && { links: [] }),
      ...(seen.past_uuid && { past_uuid: seen.past_uuid }),
      ...(seen.uuid && { uuid: seen.uuid }),
    };
  },
});

function ownFields(ctx: Context, user: UserRow): Partial<Profile> {
  return {
    effective_locale: effectiveLocale(ctx, user),
    calendar: { ics: ctx.url(`/feeds/calendars/user_${user.uuid}.ics`) },
    lti_user_id: user.lti_context_id,
    k5_user: false,
    use_classic_font_in_k5: false,
  };
}
