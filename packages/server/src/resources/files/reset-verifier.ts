import { change } from '../../domain/attachments.ts';
import { contextOf } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { randomToken } from '../../domain/random-token.ts';
import { operation } from '../../http/operation.ts';
import { file } from './load.ts';
import { mayReplaceFile } from './replace-rights.ts';
import { File } from './schema.ts';
import { serializeFile } from './serialize.ts';

export default operation('POST /api/v1/files/{id}/reset_verifier', {
  summary: 'Make all links to a file worthless that open it by themselves',
  load: { file: file('id') },
  requires: 'user',
  returns: File,
  async handle({ ctx, file }) {
    await demand(ctx, mayReplaceFile(ctx, await contextOf(ctx, file)));
    return await serializeFile(ctx, await change(ctx, file, { uuid: randomToken(40) }));
  },
});
