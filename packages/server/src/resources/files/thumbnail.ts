/** Pictures of pictures. As in Canvas the uuid is all that it takes. */

import { Readable } from 'node:stream';
import { isThumbnailable } from '../../files/content-types.ts';
import { thumbnailOf } from '../../files/thumbnails.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';

async function thumbnail(ctx: Context, path: { id: string; uuid: string }, size?: string | null) {
  const file = await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', parseNumber(path.id) ?? 0)
    .where('uuid', '=', path.uuid)
    .where('file_state', '=', 'available')
    .executeTakeFirst();
  const picture =
    file?.content_key && file.size !== null && isThumbnailable(file.content_type)
      ? await thumbnailOf(ctx.site.files, { key: file.content_key, size: file.size }, size ?? '')
      : undefined;
  if (!picture) {
    const headers = { location: '/images/no_pic.gif', 'content-type': 'text/html; charset=utf-8' };
    return new Reply<unknown>(302, '', headers);
  }
  return new Reply<unknown>(200, Readable.from([picture]), {
    'content-type': 'image/png',
    'content-length': String(picture.length),
    'cache-control': 'private, max-age=86400',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  });
}

export const showThumbnail = operation('GET /images/thumbnails/{id}/{uuid}', {
  summary: 'A small picture of a picture',
  requires: 'public',
  returns: Anything,
  handle: ({ ctx, path, params }) => thumbnail(ctx, path, params.size),
});

export const showThumbnailDirectly = operation('GET /images/thumbnails/show/{id}/{uuid}', {
  summary: 'A small picture of a picture, by its older address',
  requires: 'public',
  returns: Anything,
  handle: ({ ctx, path, params }) => thumbnail(ctx, path, params.size),
});
