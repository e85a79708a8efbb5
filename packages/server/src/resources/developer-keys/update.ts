import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { type DeveloperKeyRow, developerKey } from './load.ts';
import { DeveloperKey } from './schema.ts';
import { serializeDeveloperKey } from './serialize.ts';
import { askedKey, keyColumns } from './write.ts';

const STATES: Readonly<Record<string, 'active' | 'inactive'>> = {
  activate: 'active',
  deactivate: 'inactive',
};

export default operation('PUT /api/v1/developer_keys/{id}', {
  summary: 'Change the key of an application; tokens end where it loses scopes',
  load: { key: developerKey('id') },
  requires: { key: 'manage_developer_keys' },
  returns: DeveloperKey,
  async handle({ ctx, key, params }) {
    const asked = askedKey(ctx, params.developer_key);
    const state = STATES[asked.event ?? ''];
    const changed = await ctx.db
      .updateTable('developer_keys')
      .set({
        ...(await keyColumns(asked, 'drop')),
        ...(state && { workflow_state: state }),
        updated_at: ctx.now,
      })
      .where('id', '=', key.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (key.scopes.some((scope) => !changed.scopes.includes(scope))) await endTokens(ctx, key);
    return await serializeDeveloperKey(ctx, changed);
  },
});

/** What was granted is more than the application may have now. */
async function endTokens(ctx: Context, { id }: DeveloperKeyRow): Promise<void> {
  await ctx.db
    .updateTable('access_tokens')
    .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
    .where('developer_key_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .execute();
}
