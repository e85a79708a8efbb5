/** Which keys of `user[…]` the caller may send; any other refuses the whole request (users file 1.4). */
import { mayToUser } from '../../domain/user-access.ts';
import type { Context, User } from '../../http/context.ts';

interface Facts {
  isSelf: boolean;
  rename: boolean;
  manages: boolean;
  profile: boolean;
  avatar: boolean;
  /** A setting of the institution. */
  on(setting: string): boolean;
}

const rules: Readonly<Record<string, (facts: Facts) => boolean>> = {
  name: ({ rename }) => rename,
  short_name: ({ rename }) => rename,
  sortable_name: ({ rename }) => rename,
  terms_of_use: ({ isSelf }) => isSelf,
  email: ({ manages }) => manages,
  event: ({ manages }) => manages,
  bio: ({ manages, on }) => manages && on('enable_profiles'),
  title: ({ rename, on }) => rename && on('enable_profiles'),
  pronunciation: ({ manages, on }) => manages && on('enable_profiles') && on('enable_name_pronunciation'),
  pronouns: ({ manages, isSelf, on }) =>
    (manages && on('can_add_pronouns')) || ((manages || isSelf) && on('can_change_pronouns')),
  time_zone: ({ profile }) => profile,
  locale: ({ profile }) => profile,
  avatar: ({ avatar }) => avatar,
  // An older name of the avatar, which nobody can set and nobody is refused for.
  avatar_image: ({ avatar }) => avatar,
  // Canvas gave it up, and forgives whoever still sends it.
  birthdate: () => true,
};

/** Whether every key that was sent may be, and the caller may change anything at all. */
export async function acceptsKeys(ctx: Context, user: User, sent: Record<string, unknown>): Promise<boolean> {
  const [rename, manages, profile, avatar] = await Promise.all([
    mayToUser(ctx, user, 'rename'),
    mayToUser(ctx, user, 'manage_user_details'),
    mayToUser(ctx, user, 'update_profile'),
    mayToUser(ctx, user, 'update_avatar'),
  ]);
  const facts: Facts = {
    // Whoever acts as somebody else doesn't accept terms for him.
    isSelf: user.id === (ctx.caller.realUser ?? ctx.user)?.id,
    rename,
    manages,
    profile,
    avatar,
    on: (setting) => ctx.rootAccount.settings[setting] === true,
  };
  if (!(rename || manages || profile || avatar || facts.isSelf)) return false;
  return Object.keys(sent).every((key) => {
    if (key === 'email' && !sent[key] && sent[key] !== '') return false;
    return Object.hasOwn(rules, key) && rules[key]?.(facts) === true;
  });
}
