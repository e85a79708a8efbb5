/**
 * Submissions: https://canvas.instructure.com/doc/api/submissions.html
 * Differences from Canvas: docs/differences.md, "Submissions".
 *
 * Several graders of one submission (moderated grading) aren't kept apart, so there are no provisional grades; no
 * document viewer and no plagiarism check is installed; an institution has no grade statuses of its own.
 */

import create from './create.ts';
import { gradeAssignment, gradeAssignments } from './grade-many.ts';
import gradeableStudents from './gradeable-students.ts';
import gradeableStudentsOfSeveral from './gradeable-students-of-several.ts';
import list from './list.ts';
import listOfStudents from './list-of-students.ts';
import postGrades from './post-grades.ts';
import {
  clearUnread,
  markAnnotationsRead,
  markItemRead,
  markManyRead,
  markRead,
  markRubricRead,
  markUnread,
  showAnnotationsRead,
  showRubricRead,
} from './read-state.ts';
import { show, showAnonymous, showOwn } from './show.ts';
import summary from './summary.ts';
import { update, updateAnonymous } from './update.ts';
import upload from './upload.ts';

export default [
  ...create,
  ...list,
  ...listOfStudents,
  ...show,
  showOwn,
  ...showAnonymous,
  ...upload,
  ...update,
  ...updateAnonymous,
  gradeableStudents,
  gradeableStudentsOfSeveral,
  ...gradeAssignment,
  ...gradeAssignments,
  ...markRead,
  ...markUnread,
  ...markManyRead,
  ...markItemRead,
  ...clearUnread,
  ...showRubricRead,
  ...markRubricRead,
  ...showAnnotationsRead,
  ...markAnnotationsRead,
  ...summary,
  ...postGrades,
];
