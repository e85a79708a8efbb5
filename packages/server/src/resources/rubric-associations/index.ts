/**
 * Rubric associations: https://canvas.instructure.com/doc/api/rubrics.html
 * Differences from Canvas: docs/differences.md, "Rubrics".
 */
import create from './create.ts';
import destroy from './destroy.ts';
import update from './update.ts';

export default [create, update, destroy];
