/**
 * Activity streams and to-do items: https://canvas.instructure.com/doc/api/users.html#method.users.activity_stream
 *
 * To-do items are what is to be graded and to be handed in; streams are of discussions, announcements, grades, comments,
 * reviews and conversations (items.ts). Upcoming events are answered as Canvas answers somebody who has none.
 */
import countTodo from './count-todo.ts';
import hide from './hide.ts';
import hideAll from './hide-all.ts';
import list from './list.ts';
import listAtOlderPath from './list-at-older-path.ts';
import listOfCourse from './list-of-course.ts';
import listOfGroup from './list-of-group.ts';
import listTodo from './list-todo.ts';
import listTodoOfCourse from './list-todo-of-course.ts';
import summarize from './summarize.ts';
import summarizeCourse from './summarize-course.ts';
import summarizeGroup from './summarize-group.ts';

export default [
  list,
  listAtOlderPath,
  summarize,
  listTodo,
  countTodo,
  hide,
  hideAll,
  listOfCourse,
  summarizeCourse,
  listTodoOfCourse,
  listOfGroup,
  summarizeGroup,
];
