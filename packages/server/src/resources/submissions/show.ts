import { mayToAssignment } from '../../domain/assignment-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { operation } from '../../http/operation.ts';
import {
  anonymousWork,
  gradebook,
  gradebooks,
  gradedAssignment,
  type StudentWork,
  studentWork,
} from './load.ts';
import { Submission } from './schema.ts';
import { type AskedFields, serializeSubmission, viewOf } from './serialize.ts';

/** A student doesn't see what was given to others only, were it given to him before. */
async function showWork(ctx: Context, work: StudentWork, params: AskedFields, anonymous = false) {
  const { course, assignment } = work;
  const teaches =
    (await mayInCourse(ctx, course, 'read_as_admin')) || (await mayInCourse(ctx, course, 'manage_grades'));
  await demand(ctx, teaches || mayToAssignment(ctx, assignment, 'see'));
  return await serializeSubmission(ctx, work, { ...viewOf(params), anonymous });
}

export const show = inContexts(
  gradebooks,
  'GET /api/v1/{context}/assignments/{assignment_id}/submissions/{user_id}',
  {
    summary: 'What a student has on an assignment',
    load: { assignment: gradedAssignment('assignment_id'), work: studentWork('user_id') },
    requires: { work: 'read' },
    returns: Submission,
    handle: ({ ctx, work, params }) => showWork(ctx, work, params),
  },
);

export const showAnonymous = inContexts(
  gradebooks,
  'GET /api/v1/{context}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}',
  {
    summary: 'What a student has on an assignment, without his name',
    load: { assignment: gradedAssignment('assignment_id'), work: anonymousWork('anonymous_id') },
    requires: { work: 'read' },
    returns: Submission,
    handle: ({ ctx, work, params }) => showWork(ctx, work, params, true),
  },
);

export const showOwn = operation(
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/self',
  {
    summary: 'What the caller has on an assignment',
    load: { context: gradebook('course_id'), assignment: gradedAssignment('assignment_id') },
    // Asked of the submission, which the path doesn't name.
    requires: 'user',
    returns: Submission,
    async handle({ ctx, context, assignment, params }) {
      const { find, grants } = studentWork('self');
      const work = await find(ctx, 'self', { context, assignment });
      await demand(ctx, grants(ctx, work, 'read'));
      return await showWork(ctx, work, params);
    },
  },
);
