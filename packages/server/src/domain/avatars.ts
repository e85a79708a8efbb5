/** Pictures that a user can choose: each has a token that `user[avatar][token]` takes back. */
import { createHmac } from 'node:crypto';
import type { Context } from '../http/context.ts';

export interface AvatarChoice {
  readonly type: 'gravatar' | 'attachment' | 'no_pic';
  readonly url: string;
}

export const avatarToken = (ctx: Context, userId: number, { type, url }: AvatarChoice): string =>
  createHmac('sha1', ctx.site.secret).update(`${userId}::${type}::${url}`).digest('hex');

/** The folder of a user whose pictures he can choose. */
export const PROFILE_PICTURES = 'profile pictures';
