/**
 * Module items: https://canvas.instructure.com/doc/api/modules.html
 * Differences from Canvas: docs/differences.md, "Modules".
 *
 * There are no quizzes yet: none can be put in. External tools don't exist either; an item of one keeps its address, and
 * leads to no tool. Mastery paths are off, as in a Canvas without conditional release.
 */
import type { Operation } from '../../http/operation.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import { markDone, markNotDone } from './mark-done.ts';
import markRead from './mark-read.ts';
import redirect from './redirect.ts';
import selectMasteryPath from './select-mastery-path.ts';
import sequence from './sequence.ts';
import show from './show.ts';
import update from './update.ts';

export default [
  list,
  show,
  create,
  update,
  selectMasteryPath,
  destroy,
  markDone,
  markNotDone,
  sequence,
  markRead,
  redirect,
] as readonly Operation[];
