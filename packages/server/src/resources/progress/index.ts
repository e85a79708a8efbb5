/**
 * Progress: https://canvas.instructure.com/doc/api/progress.html
 * The jobs themselves are in src/jobs. Differences from Canvas: docs/differences.md, "Background jobs".
 */
import cancel from './cancel.ts';
import show from './show.ts';

export default [show, cancel];
