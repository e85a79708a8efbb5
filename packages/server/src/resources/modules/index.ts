/**
 * Modules: https://canvas.instructure.com/doc/api/modules.html; their items are in module-items/.
 * Differences from Canvas: docs/differences.md, "Modules".
 */
import type { Operation } from '../../http/operation.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import listOverrides from './list-overrides.ts';
import relock from './relock.ts';
import show from './show.ts';
import update from './update.ts';
import updateOverrides from './update-overrides.ts';

export default [
  list,
  show,
  create,
  update,
  destroy,
  relock,
  listOverrides,
  updateOverrides,
] as readonly Operation[];
