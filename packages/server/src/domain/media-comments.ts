/** Recordings that are handed in or said; Easel keeps their ids and not the recordings. */
import type { Context } from '../http/context.ts';

interface Recorded {
  readonly media_comment_id: string | null;
  readonly media_comment_type: string | null;
}

/** Of whoever recorded it; undefined where nothing was recorded. */
export function mediaComment(
  ctx: Context,
  { media_comment_id: id, media_comment_type: type }: Recorded,
  userId: number,
) {
  if (!id) return undefined;
  const query = new URLSearchParams({
    entryId: id,
    ...(type && { media_type: type }),
    redirect: '1',
    type: 'mp4',
  });
  return {
    'content-type': `${type ?? 'video'}/mp4`,
    display_name: null,
    media_id: id,
    media_type: type,
    url: ctx.url(`/users/${userId}/media_download?${query}`),
  };
}
