import { operation } from '../../http/operation.ts';
import { Shape, Text } from '../../http/schema.ts';

export default operation('DELETE /api/v1/users/self/course_nicknames', {
  summary: 'Forget all my course nicknames',
  requires: 'user',
  returns: Shape({ message: Text }),
  async handle({ ctx }) {
    await ctx.db.deleteFrom('course_nicknames').where('user_id', '=', ctx.me.id).execute();
    return { message: 'OK' };
  },
});
