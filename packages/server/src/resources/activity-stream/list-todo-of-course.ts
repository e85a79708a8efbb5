import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { courseOfMine } from './load.ts';
import { listTodo, TodoItem } from './todo.ts';

export default operation('GET /api/v1/courses/{course_id}/todo', {
  summary: 'What I have to grade and to submit in a course',
  load: { course: courseOfMine('course_id') },
  requires: { course: 'read' },
  returns: List(TodoItem),
  handle: ({ ctx, course }) => listTodo(ctx, course),
});
