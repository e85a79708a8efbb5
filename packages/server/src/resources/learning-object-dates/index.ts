/**
 * Learning object dates: https://canvas.instructure.com/doc/api/learning_object_dates.html
 * Differences from Canvas: docs/differences.md, "Learning object dates".
 *
 * There are no quizzes, so none is found; files have no overrides, as in Canvas unless a site turns that on; and no
 * discussion has checkpoints.
 */

import * as show from './show.ts';
import * as update from './update.ts';

export default [
  show.ofModule,
  show.ofAssignment,
  show.ofQuiz,
  show.ofTopic,
  show.ofPage,
  show.ofFile,
  update.ofAssignment,
  update.ofQuiz,
  update.ofTopic,
  update.ofPage,
  update.ofFile,
];
