/** A course's events in Canvas's words (course_audit_log.html): what it was compared with what it is. */
import type { AuditEvent } from '../../domain/audit.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import type { Happened } from '../../http/pipeline.ts';

const findCourse = (ctx: Context, id: number): Promise<CourseRow> =>
  ctx.db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const event = (course: CourseRow, event_type: string, event_data: object = {}): AuditEvent => ({
  category: 'course',
  event_type,
  course_id: course.id,
  account_id: course.account_id,
  event_data,
});

export async function courseCreated(ctx: Context, { result }: Happened): Promise<AuditEvent[]> {
  const course = await findCourse(ctx, (result as { id: number }).id);
  const data = { ...changedColumns({}, course), created_source: 'api' };
  return [
    event(course, 'created', data),
    ...(course.workflow_state === 'available' ? [event(course, 'published')] : []),
  ];
}

export async function courseChanges(ctx: Context, before: CourseRow): Promise<AuditEvent[]> {
  const after = await findCourse(ctx, before.id);
  const changed = changedColumns(before, after);
  const moved = transition(before, after);
  // It says so itself.
  if (moved === 'concluded') delete changed['conclude_at'];
  return [
    ...(Object.keys(changed).length > 0 ? [event(after, 'updated', changed)] : []),
    ...(moved ? [event(after, moved)] : []),
  ];
}

export async function courseReset(ctx: Context, { loaded, result }: Happened): Promise<AuditEvent[]> {
  const old = loaded['course'] as CourseRow;
  const fresh = await findCourse(ctx, (result as { id: number }).id);
  return [event(old, 'reset_to', { reset_to: fresh.id }), event(fresh, 'reset_from', { reset_from: old.id })];
}

function transition({ workflow_state: from }: CourseRow, { workflow_state: to }: CourseRow) {
  if (from === to) return undefined;
  if (to === 'deleted') return 'deleted';
  if (from === 'deleted') return 'restored';
  if (to === 'completed') return 'concluded';
  if (from === 'completed') return 'unconcluded';
  if (to === 'available') return 'published';
  return from === 'available' ? 'unpublished' : undefined;
}

/** What says nothing that another column or event doesn't. */
const UNTOLD = new Set([
  'id',
  'created_at',
  'updated_at',
  'deleted_at',
  'workflow_state',
  'name_key',
  'syllabus_body',
]);

/** `{ name: [before, after] }` */
function changedColumns(before: Partial<CourseRow>, after: CourseRow): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const [column, value] of Object.entries(after)) {
    if (UNTOLD.has(column)) continue;
    const old = before[column as keyof CourseRow] ?? null;
    if (JSON.stringify(old) !== JSON.stringify(value)) changes[column] = [old, value];
  }
  return changes;
}
