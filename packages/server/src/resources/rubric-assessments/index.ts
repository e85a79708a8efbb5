/**
 * Rubric assessments: https://canvas.instructure.com/doc/api/rubrics.html
 * Differences from Canvas: docs/differences.md, "Rubrics".
 *
 * Grades of several graders aren't kept apart, so there are no provisional assessments; nobody is asked to assess others
 * yet (peer reviews), so only graders assess.
 */
import create from './create.ts';
import destroy from './destroy.ts';
import update from './update.ts';

export default [create, update, destroy];
