import { anyOf } from '../../db/any-of.ts';
import { submissionRightsIn } from '../../domain/submission-access.ts';
import { serializeSubmissions } from '../submissions/serialize.ts';
import { assetsOf } from './items.ts';
import type { Describe } from './stream.ts';

/** As everywhere, with the assignment's title and the comments' texts under older names too. */
export const describeSubmissions: Describe = async (ctx, items) => {
  const submissions = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', assetsOf(items, 'Submission'))
    .execute();
  const idsOf = (key: 'assignment_id' | 'course_id') => anyOf(submissions.map((row) => row[key]));
  const assignments = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', idsOf('assignment_id'))
    .execute();
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', idsOf('course_id'))
    .execute();
  const may = await submissionRightsIn(ctx, courses);
  const works = submissions
    .flatMap((submission) => {
      const course = courses.find(({ id }) => id === submission.course_id);
      const assignment = assignments.find(({ id }) => id === submission.assignment_id);
      return course && assignment ? [{ course, assignment, submission }] : [];
    })
    .filter((work) => may(work, 'read'));
  const shown = await serializeSubmissions(ctx, works, {
    includes: ['submission_comments', 'assignment', 'course', 'html_url', 'user'],
  });
  const byId = new Map(works.map(({ submission }, at) => [submission.id, shown[at]]));
  return ({ asset_id }) => {
    const json = byId.get(asset_id);
    if (!json) return undefined;
    const { id, assignment, submission_comments = [], ...rest } = json;
    return {
      ...rest,
      submission_comments: submission_comments.map((comment) => ({ ...comment, body: comment.comment })),
      assignment: { ...assignment, title: assignment?.name },
      submission_id: id,
      title: assignment?.name ?? null,
    };
  };
};
