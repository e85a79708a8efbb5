import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { developerKey } from './load.ts';
import { DeveloperKey } from './schema.ts';
import { serializeDeveloperKey } from './serialize.ts';
import { makeKeySecret } from './write.ts';

export default operation('POST /api/v1/developer_keys/{id}/regenerate_secret', {
  summary: 'A new secret for an application; the old one ends at once',
  load: { key: developerKey('id') },
  requires: { key: 'manage_developer_keys' },
  returns: DeveloperKey,
  async handle({ ctx, key }) {
    // A token narrowed to this operation would otherwise gain whatever the application may do.
    if (ctx.caller.narrowing) throw new Refusal(403, { errors: [{ message: 'forbidden' }] });
    const { secret, columns } = makeKeySecret(ctx);
    const changed = await ctx.db
      .updateTable('developer_keys')
      .set({ ...columns, updated_at: ctx.now })
      .where('id', '=', key.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeDeveloperKey(ctx, changed, secret);
  },
});
