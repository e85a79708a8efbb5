import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { submissionRightsIn, type Work } from '../../domain/submission-access.ts';
import { versionNumbers } from '../../domain/submission-versions.ts';
import type { Context } from '../../http/context.ts';
import { knownIncludes, loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { entriesHandedIn } from '../discussion-entries/serialize.ts';
import { type AttemptView, attemptSerializer, type ShownAttempt } from './attempts.ts';
import { type Shown, submissionIncludes } from './includes.ts';
import { type Attempt, Submission } from './schema.ts';

export type SubmissionView = AttemptView;

/** What a request says of the fields that it wants. */
export interface AskedFields {
  include?: string[];
  response_fields?: string[];
  exclude_response_fields?: string[];
}

export const viewOf = ({
  include,
  response_fields,
  exclude_response_fields,
}: AskedFields): SubmissionView => ({
  includes: include ?? [],
  responseFields: response_fields,
  excludeResponseFields: exclude_response_fields,
});

/**
 * Submissions as the caller may see them, of whatever courses, in a number of queries that doesn't grow with them. That
 * he may see them at all has been asked before.
 */
export async function serializeSubmissions(
  ctx: Context,
  works: readonly Work[],
  view: SubmissionView = {},
): Promise<Submission[]> {
  if (works.length === 0) return [];
  const courses = [...new Map<number, CourseRow>(works.map(({ course }) => [course.id, course])).values()];
  const accesses = await courseAccesses(ctx, courses);
  const may = await submissionRightsIn(ctx, courses);
  const versionOf = await versionNumbers(
    ctx,
    works.map(({ submission }) => submission.id),
  );
  const shown: Shown[] = works.map((work) => ({
    ...work,
    readsGrade: may(work, 'read_grade'),
    version: versionOf(work.submission.id),
  }));
  const attempts = new Map(shown.map((row) => [row, { ...row, work: row, attempt: row.submission }]));
  const [serialize, included, saidIn] = await Promise.all([
    attemptSerializer(ctx, [...attempts.values()], view),
    loadIncludes(ctx, shown, knownIncludes(view.includes, submissionIncludes), submissionIncludes, view),
    entriesHandedIn(
      ctx,
      works.map(({ submission }) => submission),
    ),
  ]);
  return [...attempts].map(([row, attempt]) => {
    const discussion_entries = saidIn(row.submission.id);
    return inOrderOf(Submission, {
      ...serialize(attempt),
      ...(discussion_entries && { discussion_entries }),
      ...included(row),
      ...(accesses.get(row.course.id)?.isAccountAdmin && { anonymous_id: row.submission.anonymous_id }),
    });
  });
}

export async function serializeSubmission(
  ctx: Context,
  work: Work,
  view?: SubmissionView,
): Promise<Submission> {
  const [json] = await serializeSubmissions(ctx, [work], view);
  return json as Submission;
}

/** Attempts as whoever grades may see them. */
export async function serializeAttempts(
  ctx: Context,
  attempts: readonly Omit<ShownAttempt, 'readsGrade'>[],
): Promise<Attempt[]> {
  const shown = attempts.map((attempt) => ({ ...attempt, readsGrade: true }));
  return shown.map(await attemptSerializer(ctx, shown, {}));
}
