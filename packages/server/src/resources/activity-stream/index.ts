/**
 * Activity streams, to-do items and upcoming events: https://canvas.instructure.com/doc/api/users.html#method.users.activity_stream
 *
 * To-do items are what is to be graded and to be handed in. Streams and upcoming events, which are made of
 * conversations, calendar events and what discussions and grades leave in them, are answered as Canvas answers somebody
 * who has none, with Canvas's rights and pages.
 */
import countTodo from './count-todo.ts';
import hide from './hide.ts';
import hideAll from './hide-all.ts';
import list from './list.ts';
import listAtOlderPath from './list-at-older-path.ts';
import listOfCourse from './list-of-course.ts';
import listTodo from './list-todo.ts';
import listTodoOfCourse from './list-todo-of-course.ts';
import listUpcomingEvents from './list-upcoming-events.ts';
import summarize from './summarize.ts';
import summarizeCourse from './summarize-course.ts';

export default [
  list,
  listAtOlderPath,
  summarize,
  listTodo,
  countTodo,
  listUpcomingEvents,
  hide,
  hideAll,
  listOfCourse,
  summarizeCourse,
  listTodoOfCourse,
];
