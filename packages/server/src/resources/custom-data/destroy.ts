import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { dropData, findData, namespaceOf, saveData } from './load.ts';
import { CustomData } from './schema.ts';
import { keysOf, withoutValueAt } from './tree.ts';

export default operation('DELETE /api/v1/users/{user_id}/custom_data', {
  summary: 'Delete the custom data at a scope',
  load: { user: user('user_id') },
  requires: { user: 'manage_custom_data' },
  returns: CustomData,
  async handle({ ctx, user, path, params }) {
    const namespace = namespaceOf(params);
    const tree = await findData(ctx, user, namespace, 'lock');
    const { removed, left } = withoutValueAt(tree, keysOf(path.scope));
    if (left === undefined) await dropData(ctx, user, namespace);
    else await saveData(ctx, user, namespace, left);
    return { data: removed };
  },
});
