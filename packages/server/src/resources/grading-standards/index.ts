/**
 * Grading standards: https://canvas.instructure.com/doc/api/grading_standards.html
 * Differences from Canvas: docs/differences.md, "Grading".
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import update from './update.ts';

export default [...create, ...list, ...show, ...update, ...destroy];
