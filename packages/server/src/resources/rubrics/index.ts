/**
 * Rubrics: https://canvas.instructure.com/doc/api/rubrics.html
 * Differences from Canvas: docs/differences.md, "Rubrics".
 *
 * No rubrics and criteria are made by a language model.
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import update from './update.ts';
import upload from './upload.ts';
import uploadStatus from './upload-status.ts';
import uploadTemplate from './upload-template.ts';
import usedLocations from './used-locations.ts';

export default [
  create,
  update,
  destroy,
  ...list,
  ...show,
  ...usedLocations,
  ...upload,
  uploadTemplate,
  ...uploadStatus,
];
