/** What of a submission the caller has seen. All answer 204 without a body. */
import { anyOf } from '../../db/any-of.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import { demand } from '../../domain/demand.ts';
import {
  hasRead,
  isSubmissionItem,
  type ReadItem,
  type ReadState,
  readStates,
  SUBMISSION_ITEMS,
  setReadState,
} from '../../domain/submission-read-states.ts';
import { InvalidRecord, NotFound, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Reply } from '../../http/operation.ts';
import { Anything, Flag, Shape } from '../../http/schema.ts';
import { findUserInAnyState } from '../users/load.ts';
import { gradebooks, gradedAssignment, type StudentWork, studentWork } from './load.ts';

const done = () => new Reply(204, null);

async function changeState(ctx: Context, { submission }: StudentWork, state: ReadState) {
  if (submission.id === 0) return done();
  const stateOf = await readStates(ctx, [submission]);
  if (stateOf(submission) === state) return done();
  const items = state === 'read' ? SUBMISSION_ITEMS : (['grade'] as const);
  await markItems(ctx, submission.id, items, state);
  return done();
}

const markItems = (ctx: Context, submission_id: number, items: readonly ReadItem[], state: ReadState) =>
  setReadState(
    ctx,
    items.map((item) => ({ submission_id, user_id: ctx.me.id, item })),
    state,
  );

const path = 'assignments/{assignment_id}/submissions/{user_id}';
const load = { assignment: gradedAssignment('assignment_id'), work: studentWork('user_id') };

export const markRead = inContexts(gradebooks, `PUT /api/v1/{context}/${path}/read`, {
  summary: 'Have seen a submission',
  load,
  requires: 'user',
  returns: Anything,
  handle: ({ ctx, work }) => changeState(ctx, work, 'read'),
});

export const markUnread = inContexts(gradebooks, `DELETE /api/v1/{context}/${path}/read`, {
  summary: 'Not have seen a submission',
  load,
  requires: 'user',
  returns: Anything,
  handle: ({ ctx, work }) => changeState(ctx, work, 'unread'),
});

export const markItemRead = inContexts(gradebooks, `PUT /api/v1/{context}/${path}/read/{item}`, {
  summary: 'Have seen a grade, comments or a rubric',
  load,
  requires: { work: 'mark_item_read' },
  returns: Anything,
  async handle({ ctx, work: { submission }, path: { item } }) {
    if (!isSubmissionItem(item)) throw new InvalidRecord({ content_item: ['inclusion'] });
    if (submission.id !== 0) await markItems(ctx, submission.id, [item], 'read');
    return done();
  },
});

export const markManyRead = inContexts(gradebooks, 'PUT /api/v1/{context}/submissions/bulk_mark_read', {
  summary: 'Have seen some of one’s own submissions',
  requires: 'user',
  returns: Anything,
  async handle({ ctx, context: { course }, params: { submissionIds = [] } }) {
    const ids = submissionIds.flatMap((text) => parseNumber(text) ?? []);
    const own = await ctx.db
      .selectFrom('submissions')
      .selectAll()
      .where('id', '=', anyOf(ids))
      .where('course_id', '=', course.id)
      .where('user_id', '=', ctx.me.id)
      .execute();
    const seen = own.flatMap(({ id }) =>
      SUBMISSION_ITEMS.map((item) => ({ submission_id: id, user_id: ctx.me.id, item })),
    );
    await setReadState(ctx, seen, 'read');
    return done();
  },
});

/** Canvas keeps it to administrators of the whole site, who are those of the institution here. */
export const clearUnread = inContexts(
  gradebooks,
  'PUT /api/v1/{context}/submissions/{user_id}/clear_unread',
  {
    summary: 'Take every submission of a student for seen',
    requires: 'user',
    returns: Anything,
    async handle({ ctx, context: { course }, path: { user_id } }) {
      await demand(ctx, mayInAccount(ctx, ctx.rootAccount, 'manage_students'));
      const student = await findUserInAnyState(ctx, user_id);
      const submissions = await ctx.db
        .selectFrom('submissions')
        .select('id')
        .where('course_id', '=', course.id)
        .where('user_id', '=', student.id)
        .where('workflow_state', '<>', 'deleted')
        .execute();
      const seen = submissions.flatMap(({ id }) =>
        SUBMISSION_ITEMS.map((item) => ({ submission_id: id, user_id: student.id, item })),
      );
      await setReadState(ctx, seen, 'read');
      return done();
    },
  },
);

const Read = Shape({ read: Flag });

async function showRead(ctx: Context, { submission, student }: StudentWork, item: ReadItem) {
  return { read: await hasRead(ctx, submission.id, item, student.id) };
}

async function markOwnRead(ctx: Context, { submission, student }: StudentWork, item: ReadItem) {
  if (student.id !== ctx.me.id) throw new Unauthorized();
  if (submission.id === 0) throw new NotFound();
  await markItems(ctx, submission.id, [item], 'read');
  return { read: true };
}

/** Two names of one thing. */
const rubricPaths = ['rubric_assessments', 'rubric_comments'] as const;

export const showRubricRead = rubricPaths.flatMap((name) =>
  inContexts(gradebooks, `GET /api/v1/{context}/${path}/${name}/read`, {
    summary: 'Whether a student has seen what a rubric says of his work',
    load,
    requires: { work: 'read' },
    returns: Read,
    handle: ({ ctx, work }) => showRead(ctx, work, 'rubric_assessment'),
  }),
);

export const markRubricRead = rubricPaths.flatMap((name) =>
  inContexts(gradebooks, `PUT /api/v1/{context}/${path}/${name}/read`, {
    summary: 'Have seen what a rubric says of one’s work',
    load,
    requires: 'user',
    returns: Read,
    handle: ({ ctx, work }) => markOwnRead(ctx, work, 'rubric_assessment'),
  }),
);

export const showAnnotationsRead = inContexts(
  gradebooks,
  `GET /api/v1/{context}/${path}/document_annotations/read`,
  {
    summary: 'Whether a student has seen what was noted in his document',
    load,
    requires: { work: 'read' },
    returns: Read,
    handle: ({ ctx, work }) => showRead(ctx, work, 'document_annotation'),
  },
);

export const markAnnotationsRead = inContexts(
  gradebooks,
  `PUT /api/v1/{context}/${path}/document_annotations/read`,
  {
    summary: 'Have seen what was noted in one’s document',
    load,
    requires: 'user',
    returns: Read,
    handle: ({ ctx, work }) => markOwnRead(ctx, work, 'document_annotation'),
  },
);
