/**
 * Custom gradebook columns: https://canvas.instructure.com/doc/api/custom_gradebook_columns.html
 * Differences from Canvas: docs/differences.md, "Grading".
 */
import bulkUpdate from './bulk-update.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import listData from './list-data.ts';
import reorder from './reorder.ts';
import update from './update.ts';
import updateDatum from './update-datum.ts';

export default [list, create, update, destroy, reorder, listData, updateDatum, bulkUpdate];
