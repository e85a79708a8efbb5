/**
 * Enrollments: https://canvas.instructure.com/doc/api/enrollments.html
 * There are no SIS imports.
 * Differences from Canvas: docs/differences.md, "Enrollments".
 */
import accept from './accept.ts';
import bulkEnroll from './bulk-enroll.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import lastAttended from './last-attended.ts';
import list from './list.ts';
import reactivate from './reactivate.ts';
import reject from './reject.ts';
import show from './show.ts';

export default [...list, show, ...create, bulkEnroll, destroy, accept, reject, reactivate, lastAttended];
