/** Overrides of assignments: https://canvas.instructure.com/doc/api/assignments.html, "Assignment Overrides" */

import batchCreate from './batch-create.ts';
import batchRetrieve from './batch-retrieve.ts';
import batchUpdate from './batch-update.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import redirectOfGroup from './redirect-of-group.ts';
import redirectOfSection from './redirect-of-section.ts';
import show from './show.ts';
import update from './update.ts';

export default [
  list,
  show,
  redirectOfGroup,
  redirectOfSection,
  create,
  update,
  destroy,
  batchRetrieve,
  batchCreate,
  batchUpdate,
];
