import { Refusal } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { lockData, namespaceOf, saveData } from './load.ts';
import { CustomData } from './schema.ts';
import { keysOf, withValueAt } from './tree.ts';

export default operation('PUT /api/v1/users/{user_id}/custom_data', {
  summary: 'Store custom data at a scope',
  load: { user: user('user_id') },
  requires: { user: 'manage_custom_data' },
  returns: CustomData,
  async handle({ ctx, user, path, params }) {
    const namespace = namespaceOf(params);
    const { data } = params;
    if (data === undefined || data === null) throw new Refusal(400, { message: 'no data specified' });
    const before = await lockData(ctx, user, namespace);
    const { tree, replaced } = withValueAt(before, keysOf(path.scope), data);
    await saveData(ctx, user, namespace, tree);
    return new Reply(replaced === null ? 201 : 200, { data });
  },
});
