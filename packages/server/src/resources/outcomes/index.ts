/**
 * Outcomes: https://canvas.instructure.com/doc/api/outcomes.html
 *
 * There are no quizzes, question banks and live assessments, so outcomes are aligned with rubrics and assignments only.
 */
import listAlignments from './list-alignments.ts';
import show from './show.ts';
import update from './update.ts';

export default [show, update, listAlignments];
