/**
 * What other resources hang on an assignment as it is sent (rubrics, discussions, modules): a loader each, for all
 * assignments of an answer at once. A resource adds its loader here, with one import and one line.
 */
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { topicsOfAssignments } from '../discussion-topics/serialize.ts';
import { rubricsOnAssignments } from '../rubrics/serialize.ts';
import type { Assignment } from './schema.ts';
import type { AssignmentView } from './view.ts';

/** The fields that it gives to an assignment; none where `view` leaves them out. */
export type AttachedLoader = (
  ctx: Context,
  course: CourseRow,
  assignments: readonly AssignmentRow[],
  view: AssignmentView,
) => Promise<(assignment: AssignmentRow) => Partial<Assignment>>;

const attached: readonly AttachedLoader[] = [rubricsOnAssignments, topicsOfAssignments];

export async function attachedFields(...args: Parameters<AttachedLoader>): ReturnType<AttachedLoader> {
  const giving = await Promise.all(attached.map((load) => load(...args)));
  return (assignment) => Object.assign({}, ...giving.map((fieldsOf) => fieldsOf(assignment)));
}
