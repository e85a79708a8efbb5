/**
 * The planner: https://canvas.instructure.com/doc/api/planner.html
 * Differences from Canvas: docs/differences.md, "Planner".
 *
 * There are no quizzes and no parts of assignments yet, so none stand in it.
 */
import { listItems, listItemsOfUser } from './items.ts';
import { createNote, deleteNote, listNotes, showNote, updateNote } from './notes.ts';
import { createOverride, deleteOverride, listOverrides, showOverride, updateOverride } from './overrides.ts';

export default [
  listItems,
  listItemsOfUser,
  listNotes,
  showNote,
  updateNote,
  createNote,
  deleteNote,
  listOverrides,
  showOverride,
  updateOverride,
  createOverride,
  deleteOverride,
];
