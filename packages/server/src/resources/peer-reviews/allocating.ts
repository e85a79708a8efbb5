/**
 * Students fetch reviews for themselves, where the institution has turned that on. Source: Canvas's
 * PeerReview::AllocationService; rules of who must or mustn't review whom have no documented API, so there are none.
 */
import { type SqlBool, sql } from 'kysely';
import { assignmentAccess } from '../../domain/assignment-access.ts';
import { featuresOf } from '../../domain/features.ts';
import { type AssessmentRequestRow, requestReviews } from '../../domain/peer-reviews.ts';
import { lockSubmissions } from '../../domain/submission-handing-in.ts';
import { hasSubmission, type SubmissionRow } from '../../domain/submission-state.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { type Reviewed, reviewsOn } from './load.ts';

const refusal = (base: string, status = 403) => new Refusal(status, { errors: { base } });

/** What the caller has still to review, with what he was given now. @throws Refusal */
export async function allocateReviews(ctx: Context, reviewed: Reviewed): Promise<AssessmentRequestRow[]> {
  const { assignment } = reviewed;
  await refuseUnready(ctx, reviewed);
  // Whoever asks twice at once isn't given twice as many.
  const [assessor] = await lockSubmissions(ctx, assignment, [ctx.me.id]);
  const all = await (await reviewsOn(ctx, reviewed))
    .where('assessment_requests.assessor_id', '=', ctx.me.id)
    .execute();
  if (all.length >= assignment.peer_review_count) {
    throw refusal('You have been assigned all required peer reviews');
  }
  const works = await availableWorks(ctx, reviewed, assignment.peer_review_count - all.length);
  if (!assessor || (all.length === 0 && works.length === 0)) {
    throw refusal('There are no peer reviews available to allocate to you.', 400);
  }
  const given = await requestReviews(
    ctx,
    assignment,
    works.map((work) => ({ assessor, work })),
  );
  return [...all.filter(({ workflow_state }) => workflow_state === 'assigned'), ...given];
}

async function refuseUnready(ctx: Context, { assignment }: Reviewed): Promise<void> {
  if (!featuresOf(ctx.rootAccount).has('peer_review_allocation_and_grading')) {
    throw refusal('Peer review allocation and grading feature is not enabled');
  }
  if (!assignment.peer_reviews) throw refusal('Assignment does not have peer reviews enabled');
  const [own] = await lockSubmissions(ctx, assignment, [ctx.me.id]);
  if (!own || !hasSubmission(own)) {
    throw refusal('You must submit the assignment before requesting peer reviews');
  }
  const { lock } = await assignmentAccess(ctx, assignment);
  if (!lock) return;
  throw 'lock_at' in lock
    ? refusal(`This assignment is no longer available as of ${lock.lock_at}`)
    : refusal(`The assignment is locked until ${lock.unlock_at}`);
}

/** Of others in the caller's sections, those first that have the fewest reviewers, then what was handed in first. */
async function availableWorks(
  ctx: Context,
  { course, assignment }: Reviewed,
  count: number,
): Promise<SubmissionRow[]> {
  const inOwnSections = sql<SqlBool>`exists (
    select 1 from enrollments own join enrollments theirs on theirs.course_section_id = own.course_section_id
    where own.course_id = ${course.id} and own.user_id = ${ctx.me.id}
      and own.type = 'StudentEnrollment' and own.workflow_state = 'active'
      and theirs.user_id = submissions.user_id
      and theirs.type = 'StudentEnrollment' and theirs.workflow_state = 'active')`;
  return await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('assignment_id', '=', assignment.id)
    .where('workflow_state', '<>', 'deleted')
    .where('submission_type', 'is not', null)
    .where('user_id', '<>', ctx.me.id)
    .where(inOwnSections)
    .where(
      sql<SqlBool>`not exists (select 1 from assessment_requests
        where asset_id = submissions.id and assessor_id = ${ctx.me.id})`,
    )
    .orderBy(sql`(select count(*) from assessment_requests where asset_id = submissions.id)`)
    .orderBy('submitted_at')
    .orderBy('id')
    .limit(count)
    .execute();
}
