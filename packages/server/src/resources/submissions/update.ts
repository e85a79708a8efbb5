import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { inOrderOf } from '../../http/schema.ts';
import { type GradeParams, gradeWork } from './grade.ts';
import { anonymousWork, gradebooks, gradedAssignment, type StudentWork, studentWork } from './load.ts';
import { GradedSubmission } from './schema.ts';
import { serializeSubmissions, viewOf } from './serialize.ts';

/** What grading answers with besides its comments. */
const INCLUDES = ['visibility'];

async function gradeAndShow(ctx: Context, work: StudentWork, params: GradeParams, anonymous = false) {
  const { own, all } = await gradeWork(ctx, work, params);
  const asked = (params.include ?? []).filter((name) => INCLUDES.includes(name));
  const view = { ...viewOf(params), anonymous };
  // One after the other: both look at what was just written.
  const [shown] = await serializeSubmissions(ctx, [{ ...work, submission: own }], {
    ...view,
    includes: ['submission_comments', ...asked],
  });
  const all_submissions = await serializeSubmissions(
    ctx,
    all.map((submission) => ({ ...work, submission })),
    { ...view, includes: asked },
  );
  return inOrderOf(GradedSubmission, { ...shown, all_submissions });
}

export const update = inContexts(
  gradebooks,
  'PUT /api/v1/{context}/assignments/{assignment_id}/submissions/{user_id}',
  {
    summary: 'Grade a submission, or say something to it',
    load: { assignment: gradedAssignment('assignment_id'), work: studentWork('user_id') },
    // Which right it takes depends on what is asked.
    requires: 'user',
    returns: GradedSubmission,
    handle: ({ ctx, work, params }) => gradeAndShow(ctx, work, params),
  },
);

export const updateAnonymous = inContexts(
  gradebooks,
  'PUT /api/v1/{context}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}',
  {
    summary: 'Grade a submission without knowing whose it is',
    load: { assignment: gradedAssignment('assignment_id'), work: anonymousWork('anonymous_id') },
    requires: 'user',
    returns: GradedSubmission,
    handle: ({ ctx, work, params }) => gradeAndShow(ctx, work, params, true),
  },
);
