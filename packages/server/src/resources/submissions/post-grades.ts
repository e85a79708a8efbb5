/** Showing grades to students and hiding them: Easel's own, since Canvas has it in GraphQL alone. */
import { setPosted } from '../../domain/submission-posting.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation, type Params } from '../../http/operation.ts';
import { Count, Flag, Shape } from '../../http/schema.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';

type PostParams = Params<'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_grades'>;

const shared = {
  load: { course: course('course_id'), assignment: assignment('assignment_id') },
  requires: { assignment: 'grade' },
} as const;

const chosen = ({ graded_only, section_ids }: PostParams) => ({
  gradedOnly: graded_only === true,
  sectionIds: section_ids?.flatMap((id) => parseNumber(id) ?? []),
});

const postGrades = operation(
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_grades',
  {
    summary: 'Show the grades of an assignment to its students',
    ...shared,
    returns: Shape({ posted: Count }),
    handle: async ({ ctx, course, assignment, params }) => ({
      posted: await setPosted(ctx, course, assignment, true, chosen(params)),
    }),
  },
);

const hideGrades = operation(
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/hide_grades',
  {
    summary: 'Hide the grades of an assignment from its students',
    ...shared,
    returns: Shape({ hidden: Count }),
    handle: async ({ ctx, course, assignment, params }) => ({
      hidden: await setPosted(ctx, course, assignment, false, chosen(params)),
    }),
  },
);

const postPolicy = operation(
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_policy',
  {
    summary: 'Have grades of an assignment shown as they are given, or only once they are posted',
    ...shared,
    returns: Shape({ post_manually: Flag }),
    async handle({ ctx, assignment, params }) {
      // Where graders don't know whose work it is nothing is shown before they do.
      const post_manually = assignment.anonymous_grading || params.post_manually === true;
      await ctx.db
        .updateTable('assignments')
        .set({ post_manually, updated_at: ctx.now })
        .where('id', '=', assignment.id)
        .execute();
      return { post_manually };
    },
  },
);

export default [postGrades, hideGrades, postPolicy];
