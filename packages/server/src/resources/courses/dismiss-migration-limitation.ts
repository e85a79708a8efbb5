import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Flag, Shape } from '../../http/schema.ts';
import { courseInAnyState } from './load.ts';

export default operation('POST /api/v1/courses/{id}/dismiss_migration_limitation_message', {
  summary: 'Dismiss the warning about quizzes that a migration left behind',
  load: { course: courseInAnyState('id') },
  requires: 'user',
  returns: Shape({ success: Flag }),
  async handle() {
    throw new Refusal(404, { message: 'Quiz migration alert not found' });
  },
});
