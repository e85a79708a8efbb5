/** The pictures that a user can choose from. Each has a token that `user[avatar][token]` takes back. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { notDeleted } from '../../domain/attachments.ts';
import { avatarToken, PROFILE_PICTURES } from '../../domain/avatars.ts';
import { isThumbnailable } from '../../files/content-types.ts';
import type { Context, User } from '../../http/context.ts';
import { Either, OneOf, Shape, type Static, Text } from '../../http/schema.ts';
import { File } from '../files/schema.ts';
import { pictureChoice, serializeFiles } from '../files/serialize.ts';
import { emailsOf } from './includes.ts';

/** A picture that isn't a file. */
const OtherAvatar = Shape({ url: Text, type: OneOf('gravatar', 'no_pic'), display_name: Text, token: Text });
/** A file with the small picture for its address. */
const FileAvatar = Shape({ ...File.properties, type: OneOf('attachment'), token: Text });
export const Avatar = Either(OtherAvatar, FileAvatar);
export type Avatar = Static<typeof Avatar>;

/** Gravatar's picture for the address, the pictures in the user's folder for them, the newest first, and none at all. */
export async function avatarChoices(ctx: Context, user: User): Promise<Avatar[]> {
  const noPicture = ctx.url('/images/dotted_pic.png');
  const email = (await emailsOf(ctx, [user])).get(user.id);
  const other = (type: 'gravatar' | 'no_pic', url: string, display_name: string) => ({
    url,
    type,
    display_name,
    token: avatarToken(ctx, user.id, { type, url }),
  });
  return [
    other('gravatar', gravatarUrl(email, noPicture), 'gravatar pic'),
    ...(await profilePictures(ctx, user)),
    other('no_pic', noPicture, 'no pic'),
  ];
}

async function profilePictures(ctx: Context, user: User): Promise<Static<typeof FileAvatar>[]> {
  const files = await ctx.db
    .selectFrom('attachments')
    .innerJoin('folders', 'folders.id', 'attachments.folder_id')
    .innerJoin('folders as root', 'root.id', 'folders.parent_folder_id')
    .selectAll('attachments')
    .where('attachments.context_type', '=', 'User')
    .where('attachments.context_id', '=', user.id)
    .where('folders.name', '=', PROFILE_PICTURES)
    .where('folders.workflow_state', '<>', 'deleted')
    .where('root.parent_folder_id', 'is', null)
    .where(notDeleted)
    .orderBy('attachments.id', 'desc')
    .execute();
  const pictures = files.filter(({ content_type }) => isThumbnailable(content_type));
  const shown = (await serializeFiles(ctx, pictures)) as File[];
  return shown.map((file) => pictureChoice(ctx, user.id, file));
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

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
