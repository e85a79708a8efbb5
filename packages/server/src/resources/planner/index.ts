/**
 * The planner: https://canvas.instructure.com/doc/api/planner.html. What stands in it is made of notes, overrides, and
 * the things of courses.
 */
import { createNote, deleteNote, listNotes, showNote, updateNote } from './notes.ts';
import { createOverride, deleteOverride, listOverrides, showOverride, updateOverride } from './overrides.ts';

export default [
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
