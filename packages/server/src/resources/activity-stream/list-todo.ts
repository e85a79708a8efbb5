import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { listTodo, TodoItem } from './todo.ts';

export default operation('GET /api/v1/users/self/todo', {
  summary: 'What I have to grade and to submit',
  requires: 'user',
  returns: List(TodoItem),
  handle: ({ ctx }) => listTodo(ctx),
});
