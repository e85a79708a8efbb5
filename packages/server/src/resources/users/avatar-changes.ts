/** What `user[avatar]` changes. */
import type { Updateable } from 'kysely';
import type { UsersTable } from '../../db/tables/index.ts';
import type { Context, User } from '../../http/context.ts';
import { avatarForToken } from './avatar-choices.ts';

interface AvatarParams {
  token?: string | null;
  url?: string | null;
  state?: string | null;
}

const STATES = ['none', 'submitted', 'approved', 'locked', 'reported', 're_reported'];

/**
 * A token goes before a URL. A picture waits for approval unless an administrator chose it; a locked one only an
 * administrator can change, and it stays locked.
 */
export async function avatarChanges(
  ctx: Context,
  user: User,
  { token, url, state }: AvatarParams,
  isAdmin: boolean,
): Promise<Updateable<UsersTable>> {
  const locked = user.avatar_state === 'locked';
  if (locked && !isAdmin) return {};
  const picture = token ? await pictureOf(ctx, user, token) : url ? { avatar_url: webAddress(url) } : {};
  const chosen = 'avatar_url' in picture;
  const settled = chosen && (isAdmin ? (locked ? 'locked' : 'approved') : 'submitted');
  const asked = isAdmin && state && STATES.includes(state) ? state : undefined;
  return {
    ...picture,
    ...(asked === 'none' && { avatar_url: null }),
    ...((asked || settled) && { avatar_state: asked || settled || 'approved' }),
  };
}

/** A token that stands for no picture changes nothing. */
async function pictureOf(ctx: Context, user: User, token: string) {
  const choice = await avatarForToken(ctx, user, token);
  if (!choice) return {};
  return { avatar_url: choice.type === 'no_pic' ? null : choice.url };
}

const webAddress = (url: string) => (/^https?:\/\//i.test(url) && URL.canParse(url) ? url : null);
