/** Assessing, for the first time or again, which Canvas does in one action. Source: rubric_assessments_controller.rb update. */
import type { JsonValue } from '../../db/json-columns.ts';
import { actingAs } from '../../domain/acting-as.ts';
import { ofCourse } from '../../domain/contexts.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { completeReviews, isReviewer } from '../../domain/peer-reviews.ts';
import {
  type Assessing,
  type AssessmentType,
  assess,
  type SentMarks,
} from '../../domain/rubric-assessing.ts';
import { mayWithRubrics, type RubricAssessmentRow, type RubricAssociationRow } from '../../domain/rubrics.ts';
import { isGradedAsGroup, teamsOf } from '../../domain/submission-groups.ts';
import { lockSubmissions } from '../../domain/submission-handing-in.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { InvalidRecord, NotFound, Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { Params } from '../../http/operation.ts';
import { findAssignment } from '../assignments/load.ts';
import { findRubric } from '../rubrics/load.ts';
import { showWritten } from './written.ts';

type AssessmentParams =
  Params<'POST /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments'>;

interface Tied {
  readonly course: CourseRow;
  readonly association: RubricAssociationRow;
}

/** @param before the assessment that the path names, whose student counts then */
export async function writeAssessment(
  ctx: Context,
  { course, association }: Tied,
  before: RubricAssessmentRow | undefined,
  params: AssessmentParams,
) {
  const sent = sentAssessment(params.rubric_assessment);
  const userId = before?.user_id ?? (await studentNamed(ctx, association, sent));
  if (before) await demand(ctx, mayUpdate(ctx, course, before));
  const grades = await mayInCourse(ctx, course, 'manage_grades');
  if (grades && !(await sees(ctx, course, userId))) throw new NotFound();
  await demand(ctx, grades || isReviewer(ctx, association.id, userId));
  const type = typeOf(sent['assessment_type'] ?? before?.assessment_type);
  if (!grades && type !== 'peer_review') throw new Unauthorized();
  // Grades of several graders aren't kept apart.
  if (params.provisional && /^(1|true|yes|on|t|y)$/i.test(params.provisional)) throw new Unauthorized();
  if (association.association_type !== 'Assignment' || association.purpose !== 'grading') {
    throw new Refusal(400, {
      errors: { base: 'Only what an assignment is graded with can be assessed with' },
    });
  }
  const assignment = await findAssignment(ctx, course, String(association.association_id));
  const submissions = await submissionsOf(ctx, assignment, userId);
  const assessing: Assessing = {
    rubric: await findRubric(ctx, association.rubric_id),
    association,
    course,
    assignment,
    submissions,
    sent: marksSent(sent),
    type,
    anonymous: params.graded_anonymously ?? false,
  };
  const assessed = await assess(ctx, assessing);
  await completeReviews(
    ctx,
    submissions.map(({ id }) => id),
    'rubric',
  );
  return await showWritten(ctx, assessing, assessed, userId);
}

/** A grader who is limited to his section gives no marks in another. */
async function sees(ctx: Context, course: CourseRow, userId: number): Promise<boolean> {
  const access = await courseAccess(ctx, course);
  const found = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', userId)
    .where('id', 'in', studentIds(access, { courseId: course.id, sectionId: null, scope: 'all' }))
    .executeTakeFirst();
  return found !== undefined;
}

/** The student's, and those of his group where it gets one grade. */
async function submissionsOf(
  ctx: Context,
  assignment: Assessing['assignment'],
  userId: number,
): Promise<SubmissionRow[]> {
  const team = (await teamsOf(ctx, assignment, [userId]))(userId);
  const rows = await lockSubmissions(ctx, assignment, isGradedAsGroup(assignment) ? team.userIds : [userId]);
  const live = rows.filter(({ workflow_state }) => workflow_state !== 'deleted');
  if (!live.some(({ user_id }) => user_id === userId)) throw new NotFound();
  return live;
}

type SentAssessment = { readonly [key: string]: JsonValue };

function sentAssessment(value: JsonValue | undefined): SentAssessment {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Refusal(400, { errors: [{ message: 'rubric_assessment is missing' }] });
}

/** By `user_id`, or by the `anonymous_id` of his submission. */
async function studentNamed(
  ctx: Context,
  association: RubricAssociationRow,
  { user_id, anonymous_id }: SentAssessment,
): Promise<number> {
  if (user_id !== undefined && user_id !== null) {
    const id = parseNumber(String(user_id));
    if (id === undefined) throw new NotFound();
    return id;
  }
  const submission = await ctx.db
    .selectFrom('submissions')
    .select('user_id')
    .where('assignment_id', '=', association.association_id)
    .where('anonymous_id', '=', typeof anonymous_id === 'string' ? anonymous_id : '')
    .executeTakeFirst();
  if (!submission || association.association_type !== 'Assignment') throw new NotFound();
  return submission.user_id;
}

const TYPES = ['grading', 'peer_review'] as const;

function typeOf(sent: JsonValue | undefined): AssessmentType {
  const type = TYPES.find((each) => each === sent);
  if (type) return type;
  throw new InvalidRecord({ assessment_type: sent ? ['inclusion'] : [['blank', 'blank']] });
}

const PREFIX = 'criterion_';

/** By the criteria's own ids. */
const marksSent = (sent: SentAssessment): SentMarks =>
  Object.fromEntries(
    Object.entries(sent)
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, value]) => [name.slice(PREFIX.length), value]),
  );

/** One's own, or any for whoever manages rubrics, as far as its assessor does too. */
async function mayUpdate(
  ctx: Context,
  course: CourseRow,
  { assessor_id }: RubricAssessmentRow,
): Promise<boolean> {
  if (assessor_id === ctx.me.id) return true;
  const context = ofCourse(course);
  if (!(await mayWithRubrics(ctx, context, 'manage_rubrics'))) return false;
  const assessor = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', assessor_id)
    .executeTakeFirstOrThrow();
  return await mayWithRubrics(actingAs(ctx, assessor), context, 'manage_rubrics');
}
