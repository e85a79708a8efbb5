/**
 * Late policies: https://canvas.instructure.com/doc/api/late_policy.html
 * Differences from Canvas: docs/differences.md, "Grading".
 */
import create from './create.ts';
import show from './show.ts';
import update from './update.ts';

export default [show, create, update];
