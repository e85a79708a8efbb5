import { unlink } from '../../domain/observation-links.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { linksBetween, showLinked } from './links.ts';
import { linked } from './load.ts';
import { LinkedUser } from './schema.ts';

export default operation('DELETE /api/v1/users/{user_id}/observees/{observee_id}', {
  summary: 'Stop a user from observing another',
  load: { observer: linked('user_id'), student: user('observee_id') },
  requires: { observer: 'see_links' },
  returns: LinkedUser,
  async handle({ ctx, observer, student }) {
    const links = await linksBetween(ctx, 'observer_id', observer, [student.id]);
    if (links.length === 0) throw new NotFound();
    await unlink(
      ctx,
      links.map(({ id }) => id),
    );
    return await showLinked(ctx, 'observer_id', observer, student);
  },
});
