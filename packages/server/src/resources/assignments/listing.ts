/** Lists of assignments: what may be in them, in which order, and what narrows them. */
import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { containing } from '../../db/containing.ts';
import type { Tables } from '../../db/tables/index.ts';
import { visibleAssignments } from '../../domain/assignment-visibility.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { paginate, type SortKey } from '../../http/page.ts';
import { inBucket } from './buckets.ts';
import type { Assignment } from './schema.ts';
import { serializeAssignments } from './serialize.ts';

type ListParams = Params<'GET /api/v1/courses/{course_id}/assignments'>;
type Query<Row> = SelectQueryBuilder<Tables, 'assignments' | 'assignment_groups', Row>;

const MOST_IDS = 100;

/** A page of the assignments of a course, or of one group, that the caller may see. */
export async function listAssignments(
  ctx: Context,
  course: CourseRow,
  params: ListParams,
  groupId?: number,
): Promise<Assignment[]> {
  const ids = params.assignment_ids;
  if ((ids?.length ?? 0) > MOST_IDS) {
    throw new Refusal(400, { message: `Request contains too many assignment_ids.  Limit ${MOST_IDS}` });
  }
  let query = ctx.db
    .selectFrom('assignments')
    .innerJoin('assignment_groups', 'assignment_groups.id', 'assignments.assignment_group_id')
    .selectAll('assignments')
    .where('assignments.course_id', '=', course.id)
    .where(await visibleAssignments(ctx, course));
  if (groupId !== undefined) query = query.where('assignments.assignment_group_id', '=', groupId);
  query = narrowed(query, params);
  if (params.bucket) query = query.where(await inBucket(ctx, course, params.bucket));
  const rows = await paginate(ctx, query, {
    key: 'assignments.id',
    order: await orderOf(ctx, course, params.order_by),
    kind: 'total',
  });
  if (ids && rows.length !== ids.length) {
    const found = new Set(rows.map(({ id }) => String(id)));
    const missing = ids.filter((id) => !found.has(id));
    throw new Refusal(400, { message: `Invalid assignment_ids: ${missing.join(',')}` });
  }
  return await serializeAssignments(ctx, course, rows, {
    include: params.include,
    overrideDates: params.override_assignment_dates,
    needsGradingBySection: params.needs_grading_count_by_section,
    ...(params.bucket && { bucket: params.bucket }),
  });
}

function narrowed<Row>(query: Query<Row>, params: ListParams): Query<Row> {
  let narrowed = query;
  if (params.search_term)
    narrowed = narrowed.where('assignments.name', 'ilike', containing(params.search_term));
  if (params.post_to_sis !== undefined) narrowed = narrowed.where('post_to_sis', '=', params.post_to_sis);
  // None is one of the new quizzes: they are made by a tool.
  if (params.new_quizzes) narrowed = narrowed.where(sql<SqlBool>`false`);
  if (params.assignment_ids) {
    const ids = params.assignment_ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);
    narrowed = narrowed.where('assignments.id', '=', anyOf(ids));
  }
  return narrowed;
}

/** What has no position or no date comes last. */
const LAST = 2_147_483_647;
const byPosition: readonly SortKey[] = [
  { by: 'assignment_groups.position' },
  { by: sql`coalesce(assignments.position, ${sql.lit(LAST)})` },
];
const byName: readonly SortKey[] = [{ by: 'assignments.name_key' }, ...byPosition];

/** By date: the latest of any student for staff, one's own otherwise. */
async function orderOf(ctx: Context, course: CourseRow, order: string | null | undefined) {
  if (order === 'name') return byName;
  if (order !== 'due_at') return byPosition;
  const all = await mayInCourse(ctx, course, 'read_as_admin');
  const whose = all ? sql`true` : sql`submissions.user_id = ${ctx.user?.id ?? 0}`;
  const due = sql`coalesce((select max(submissions.cached_due_date) from submissions
    where submissions.assignment_id = assignments.id and submissions.workflow_state <> 'deleted'
      and ${whose}), 'infinity')`;
  return [{ by: due }, ...byName];
}
