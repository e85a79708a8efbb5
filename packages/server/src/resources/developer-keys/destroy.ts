import { operation } from '../../http/operation.ts';
import { developerKey } from './load.ts';
import { DeveloperKey } from './schema.ts';
import { serializeDeveloperKey } from './serialize.ts';

export default operation('DELETE /api/v1/developer_keys/{id}', {
  summary: 'Take an application its key; its tokens stop working',
  load: { key: developerKey('id') },
  requires: { key: 'manage_developer_keys' },
  returns: DeveloperKey,
  async handle({ ctx, key }) {
    await ctx.db
      .deleteFrom('developer_key_account_bindings')
      .where('developer_key_id', '=', key.id)
      .execute();
    const deleted = await ctx.db
      .updateTable('developer_keys')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', key.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeDeveloperKey(ctx, deleted);
  },
});
