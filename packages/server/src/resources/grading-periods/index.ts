/**
 * Grading periods: https://canvas.instructure.com/doc/api/grading_periods.html
 * Differences from Canvas: docs/differences.md, "Grading".
 */
import batchUpdate from './batch-update.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import update from './update.ts';

export default [...list, ...show, ...update, ...destroy, ...batchUpdate];
