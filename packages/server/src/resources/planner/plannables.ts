/** What can stand in a planner, found by its type and id. There are no quizzes yet, so no id of one names anything. */
import type { ModuleContent } from '../../domain/module-progress.ts';
import type { Context } from '../../http/context.ts';

export const plannableTypes = [
  'announcement',
  'assignment',
  'discussion_topic',
  'quiz',
  'wiki_page',
  'planner_note',
  'calendar_event',
  'assessment_request',
  'sub_assignment',
  'peer_review_sub_assignment',
] as const;
export type PlannableType = (typeof plannableTypes)[number];

export const isPlannableType = (text: string | null | undefined): text is PlannableType =>
  plannableTypes.some((type) => type === text);

export interface Plannable {
  readonly id: number;
  /** By which its work is known, of what is graded. */
  readonly assignment_id: number | null;
}

const TABLES = {
  assignment: 'assignments',
  wiki_page: 'wiki_pages',
  planner_note: 'planner_notes',
  calendar_event: 'calendar_events',
  assessment_request: 'assessment_requests',
} as const;

/** Undefined for what isn't there. */
export async function findPlannable(
  ctx: Context,
  type: PlannableType,
  id: number,
): Promise<Plannable | undefined> {
  if (type === 'announcement' || type === 'discussion_topic') {
    return await ctx.db
      .selectFrom('discussion_topics')
      .select(['id', 'assignment_id'])
      .where('id', '=', id)
      .where('is_announcement', '=', type === 'announcement')
      .executeTakeFirst();
  }
  if (!(type in TABLES)) return undefined;
  const row = await ctx.db
    .selectFrom(TABLES[type as keyof typeof TABLES])
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.id, assignment_id: type === 'assignment' ? row.id : null };
}

/** As modules know it; undefined for what stands in none. */
export function moduleContent(type: PlannableType, id: number): ModuleContent | undefined {
  if (type === 'assignment') return { type: 'Assignment', id };
  if (type === 'discussion_topic') return { type: 'Discussion', id };
  return type === 'wiki_page' ? { type: 'Page', id } : undefined;
}
