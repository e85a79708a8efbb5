import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Favorite } from './schema.ts';

export default operation('POST /api/v1/users/self/favorites/groups/{id}', {
  summary: 'Make a group a favorite of mine',
  requires: 'user',
  returns: Favorite,
  async handle() {
    throw new NotFound();
  },
});
