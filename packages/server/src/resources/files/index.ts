/**
 * Files: https://canvas.instructure.com/doc/api/files.html and …/file_uploads.html
 * Differences from Canvas: docs/differences.md, "Files".
 *
 * No document viewer and no media server is installed, so no file has a preview in the first or an id in the second.
 */
import copyFile from './copy-file.ts';
import { createSuccess, createSuccessByPost } from './create-success.ts';
import destroy from './destroy.ts';
import {
  downloadFile,
  downloadOfCourse,
  downloadOfUser,
  previewInCourse,
  previewOfUser,
} from './download.ts';
import fileRef from './file-ref.ts';
import iconMetadata from './icon-metadata.ts';
import listOfCourse from './list-of-course.ts';
import listOfFolder from './list-of-folder.ts';
import listOfUser from './list-of-user.ts';
import { groupQuota, listOfGroup, showOfGroup, uploadToGroup } from './of-groups.ts';
import publicUrl from './public-url.ts';
import { courseQuota, userQuota } from './quota.ts';
import resetVerifier from './reset-verifier.ts';
import { show, showInCourse, showOfUser } from './show.ts';
import { showThumbnail, showThumbnailDirectly } from './thumbnail.ts';
import update from './update.ts';
import uploadStatus from './upload-status.ts';
import uploadToCourse from './upload-to-course.ts';
import uploadToFolder from './upload-to-folder.ts';
import uploadToUser from './upload-to-user.ts';

export default [
  courseQuota,
  groupQuota,
  userQuota,
  listOfCourse,
  listOfUser,
  listOfGroup,
  listOfFolder,
  publicUrl,
  show,
  showInCourse,
  showOfGroup,
  showOfUser,
  fileRef,
  update,
  destroy,
  iconMetadata,
  resetVerifier,
  copyFile,
  uploadToCourse,
  uploadToUser,
  uploadToGroup,
  uploadToFolder,
  createSuccess,
  createSuccessByPost,
  uploadStatus,
  downloadFile,
  downloadOfCourse,
  downloadOfUser,
  previewInCourse,
  previewOfUser,
  showThumbnail,
  showThumbnailDirectly,
];
