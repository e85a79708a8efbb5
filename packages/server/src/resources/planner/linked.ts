/** The thing of a course that a note is linked to. */
import { mayToAssignment } from '../../domain/assignment-access.ts';
import { ofCourse } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { topicGrants } from '../../domain/discussion-rights.ts';
import { topicStanding } from '../../domain/discussion-standing.ts';
import { mayToPage } from '../../domain/wiki-access.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

const types = ['announcement', 'assignment', 'discussion_topic', 'wiki_page', 'quiz'] as const;
type LinkedType = (typeof types)[number];

export interface Linked {
  readonly type: LinkedType;
  readonly id: number;
  readonly title: string;
}

/** @throws Refusal, NotFound, Unauthorized */
export async function findLinked(
  ctx: Context,
  course: CourseRow | undefined,
  type: string,
  id: number,
): Promise<Linked> {
  if (!course) throw new Refusal(400, { message: 'must specify course_id' });
  const known = types.find((each) => each === type);
  if (!known) throw new Refusal(400, { message: 'invalid linked_object_type' });
  return { type: known, id, title: await readableTitle(ctx, course, known, id) };
}

async function readableTitle(ctx: Context, course: CourseRow, type: LinkedType, id: number): Promise<string> {
  if (type === 'assignment') {
    const assignment = await ctx.db
      .selectFrom('assignments')
      .selectAll()
      .where('id', '=', id)
      .where('course_id', '=', course.id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!assignment) throw new NotFound();
    await demand(ctx, mayToAssignment(ctx, assignment, 'read'));
    return assignment.name;
  }
  if (type === 'wiki_page') {
    const page = await ctx.db
      .selectFrom('wiki_pages')
      .selectAll()
      .where('id', '=', id)
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!page) throw new NotFound();
    await demand(ctx, mayToPage(ctx, ofCourse(course), page, 'read'));
    return page.title;
  }
  // There are no quizzes.
  if (type === 'quiz') throw new NotFound();
  const topic = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('id', '=', id)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .where('is_announcement', '=', type === 'announcement')
    .executeTakeFirst();
  if (!topic) throw new NotFound();
  const { access } = await topicStanding(ctx, topic);
  await demand(ctx, topicGrants('read', access));
  return topic.title ?? '';
}

const PATHS: Readonly<Record<string, string>> = {
  assignment: 'assignments',
  announcement: 'discussion_topics',
  discussion_topic: 'discussion_topics',
  wiki_page: 'pages',
  quiz: 'quizzes',
};

/** Under its course; a page is found by its number too. */
export const linkedPath = (courseId: number | null, type: string, id: number): string =>
  `/courses/${courseId}/${PATHS[type]}/${type === 'wiki_page' ? `page_id:${id}` : id}`;
