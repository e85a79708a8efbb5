/**
 * Grading period sets: https://canvas.instructure.com/doc/api/grading_period_sets.html
 * Differences from Canvas: docs/differences.md, "Grading".
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import update from './update.ts';

export default [list, create, update, destroy];
