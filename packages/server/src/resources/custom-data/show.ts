import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { findData, namespaceOf } from './load.ts';
import { CustomData } from './schema.ts';
import { keysOf, valueAt } from './tree.ts';

export default operation('GET /api/v1/users/{user_id}/custom_data', {
  summary: 'The custom data at a scope',
  load: { user: user('user_id') },
  requires: { user: 'read' },
  returns: CustomData,
  async handle({ ctx, user, path, params }) {
    const tree = await findData(ctx, user, namespaceOf(params));
    return { data: valueAt(tree, keysOf(path.scope)) };
  },
});
