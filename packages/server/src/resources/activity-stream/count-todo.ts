import { operation } from '../../http/operation.ts';
import { Count, Shape } from '../../http/schema.ts';
import { countTodo } from './todo.ts';

export default operation('GET /api/v1/users/self/todo_item_count', {
  summary: 'How much I have to grade and to submit',
  requires: 'user',
  returns: Shape({ needs_grading_count: Count, assignments_needing_submitting: Count }),
  handle: ({ ctx }) => countTodo(ctx),
});
