/** The pictures that a user can choose from. Each has a token that `user[avatar][token]` takes back. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, User } from '../../http/context.ts';
import { OneOf, Shape, type Static, Text } from '../../http/schema.ts';
import { emailsOf } from './includes.ts';

export const Avatar = Shape({
  url: Text,
  type: OneOf('gravatar', 'attachment', 'no_pic'),
  display_name: Text,
  token: Text,
});
export type Avatar = Static<typeof Avatar>;

/** Gravatar's picture for the address, and none at all; users have no files to choose from yet. */
export async function avatarChoices(ctx: Context, user: User): Promise<Avatar[]> {
  const noPicture = ctx.url('/images/dotted_pic.png');
  const email = (await emailsOf(ctx, [user])).get(user.id);
  const choices = [
    { url: gravatarUrl(email, noPicture), type: 'gravatar', display_name: 'gravatar pic' },
    { url: noPicture, type: 'no_pic', display_name: 'no pic' },
  ] as const;
  return choices.map((choice) => ({ ...choice, token: tokenOf(ctx, user, choice) }));
}

/** The picture that a token stands for; undefined for a token of another user or of our invention. */
export async function avatarForToken(ctx: Context, user: User, token: string): Promise<Avatar | undefined> {
  const choices = await avatarChoices(ctx, user);
  return choices.find((choice) => sameText(choice.token, token));
}

function gravatarUrl(email: string | undefined, fallback: string): string {
  const hash = email === undefined ? '000' : createHash('md5').update(email).digest('hex');
  return `https://secure.gravatar.com/avatar/${hash}?s=50&d=${encodeURIComponent(fallback)}`;
}

const tokenOf = (ctx: Context, user: User, { type, url }: { type: string; url: string }) =>
  createHmac('sha1', ctx.site.secret).update(`${user.id}::${type}::${url}`).digest('hex');

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
