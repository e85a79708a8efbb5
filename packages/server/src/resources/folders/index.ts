/**
 * Folders: https://canvas.instructure.com/doc/api/files.html#Folder
 * Differences from Canvas: docs/differences.md, "Files". Copying a file into a folder is in resources/files.
 */
import { byPathInCourse, byPathOfUser, rootByPathInCourse, rootByPathOfUser } from './by-path.ts';
import copyFolder from './copy-folder.ts';
import { createInAccount, createInCourse, createInFolder, createOfUser } from './create.ts';
import destroy from './destroy.ts';
import { listInFolder, listOfCourse, listOfUser } from './list.ts';
import media from './media.ts';
import ofGroups from './of-groups.ts';
import { show, showInCourse, showOfUser } from './show.ts';
import update from './update.ts';

export default [
  listInFolder,
  listOfCourse,
  listOfUser,
  byPathInCourse,
  rootByPathInCourse,
  byPathOfUser,
  rootByPathOfUser,
  showInCourse,
  showOfUser,
  show,
  update,
  createInCourse,
  createOfUser,
  createInAccount,
  createInFolder,
  destroy,
  copyFolder,
  media,
  ...ofGroups,
];
