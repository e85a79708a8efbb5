import type { Context, User } from '../../http/context.ts';
import { Flag, Id, Nullable, Optional, Shape, type Static, Text } from '../../http/schema.ts';

/** A user inside another object. */
export const DisplayUser = Shape({
  id: Id,
  anonymous_id: Text,
  display_name: Text,
  avatar_image_url: Nullable(Text),
  html_url: Text,
  pronouns: Nullable(Text),
  fake_student: Optional(Flag),
});
export type DisplayUser = Static<typeof DisplayUser>;

/** @param context the page that `html_url` stands under: `/courses/1` gives `…/courses/1/users/2` */
export function displayUser(ctx: Context, user: User, context = ''): DisplayUser {
  return {
    id: user.id,
    anonymous_id: user.id.toString(36),
    display_name: user.short_name,
    avatar_image_url: avatarUrl(ctx, user),
    html_url: ctx.url(`${context}/users/${user.id}`),
    pronouns: user.pronouns,
    ...(user.fake_student && { fake_student: true }),
  };
}

/** The picture, or Canvas's address of the silhouette. */
export function avatarUrl(ctx: Context, user: User): string {
  return user.avatar_url ?? ctx.url('/images/messages/avatar-50.png');
}
