import { contextOf, contextPath } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { NotFound } from '../../errors.ts';
import { presentationOf } from '../../files/serve.ts';
import { operation } from '../../http/operation.ts';
import { Shape, Text } from '../../http/schema.ts';
import { file } from './load.ts';
import { mayReadWith } from './rules.ts';
import { servedFile } from './served-file.ts';

export default operation('GET /api/v1/files/{id}/public_url', {
  summary: 'An address at which a file can be seen without signing in',
  load: { file: file('id') },
  requires: 'public',
  returns: Shape({ public_url: Text }),
  async handle({ ctx, file, params }) {
    // There are no submissions yet, so no id is one's.
    if (params.submission_id) throw new NotFound();
    await demand(ctx, mayReadWith(ctx, file, 'download', params.verifier));
    const served = servedFile(file);
    const address = await ctx.site.files.addressOf(served.key, presentationOf(served, 'inline'));
    const path = contextPath(await contextOf(ctx, file));
    return { public_url: address ?? ctx.url(`${path}/files/${file.id}/download?verifier=${file.uuid}`) };
  },
});
