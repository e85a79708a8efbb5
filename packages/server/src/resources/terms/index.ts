/**
 * Enrollment terms: https://canvas.instructure.com/doc/api/enrollment_terms.html
 * Differences from Canvas: docs/differences.md, "Accounts and terms".
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import update from './update.ts';

export default [create, update, destroy, list, show];
