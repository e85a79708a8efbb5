import { text } from 'node:stream/consumers';
import { demand } from '../../domain/demand.ts';
import { Refusal } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Anything } from '../../http/schema.ts';
import { file } from './load.ts';
import { mayReadWith } from './rules.ts';
import { servedFile } from './served-file.ts';

/** Icons are small; what is larger holds its metadata near its beginning, or isn't looked at. */
const MOST_BYTES = 8 * 1024 * 1024;

export default operation('GET /api/v1/files/{id}/icon_metadata', {
  summary: 'How an icon of the icon maker was made',
  load: { file: file('id') },
  requires: 'public',
  returns: Anything,
  async handle({ ctx, file, params }) {
    await demand(ctx, mayReadWith(ctx, file, 'download', params.verifier));
    if (file.category !== 'icon_maker_icons') {
      const message = 'The requested attachment does not support viewing metadata.';
      throw new Refusal(400, { errors: [{ message }] });
    }
    const { key, size } = servedFile(file);
    const end = Math.min(size, MOST_BYTES) - 1;
    const svg = end < 0 ? '' : await text(await ctx.site.files.read(key, { start: 0, end }));
    const metadata = metadataOf(svg);
    if (!metadata) return new Reply(204, '', { 'content-type': 'application/json; charset=utf-8' });
    return { name: file.display_name, ...metadata };
  },
});

/** The JSON in `<metadata>`. */
function metadataOf(svg: string): object | undefined {
  const inside = /<metadata\b[^>]*>([\s\S]*?)<\/metadata>/.exec(svg)?.[1] ?? '';
  const json = inside
    .replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
