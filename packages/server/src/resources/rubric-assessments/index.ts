/**
 * Rubric assessments: https://canvas.instructure.com/doc/api/rubrics.html
 * Differences from Canvas: docs/differences.md, "Rubrics".
 *
 * Grades of several graders aren't kept apart, so there are no provisional assessments. Whoever is asked to review the work
 * of another assesses it as a peer.
 */
import create from './create.ts';
import destroy from './destroy.ts';
import update from './update.ts';

export default [create, update, destroy];
