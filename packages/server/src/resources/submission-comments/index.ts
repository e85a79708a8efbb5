/** Submission Comments: https://canvas.instructure.com/doc/api/submission_comments.html */

import destroy from './destroy.ts';
import update from './update.ts';
import upload from './upload.ts';

export default [update, destroy, upload];
