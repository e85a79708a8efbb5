import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Favorite } from './schema.ts';

export default operation('DELETE /api/v1/users/self/favorites/groups/{id}', {
  summary: 'Take a group out of my favorites',
  requires: 'user',
  returns: Favorite,
  async handle() {
    throw new NotFound();
  },
});
