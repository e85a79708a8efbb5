/** Whose submissions a list over several students holds. Source: `for_students` of Canvas's SubmissionsApiController. */
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { standingsOf } from '../../domain/enrollment-standing.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { resolveUserIds } from '../users/load.ts';
import type { Gradebook } from './load.ts';

export type StudentsParams = Params<'GET /api/v1/courses/{course_id}/students/submissions'>;

const MOST = 100;

export interface AskedStudents {
  /** As a subquery of user ids. */
  readonly ids: RawBuilder<number>;
  /** Sees what everybody has. */
  readonly seesAll: boolean;
  /** Those through whom a student or an observer looks; nobody else's assignments are shown to him. */
  readonly own: readonly number[];
}

/** @throws Unauthorized where any of them is beyond the caller, Refusal for too many and for unknown states */
export async function askedStudents(
  ctx: Context,
  gradebook: Gradebook,
  params: StudentsParams,
): Promise<AskedStudents> {
  const { course, sectionId } = gradebook;
  const named = params.student_ids ?? [];
  const all = named.includes('all');
  const seesAll =
    (await mayInCourse(ctx, course, 'manage_grades')) || (await mayInCourse(ctx, course, 'view_all_grades'));
  const asked = all ? [] : await idsOf(ctx, named);
  if (asked.length > MOST) await refuseMany(ctx, gradebook, asked, seesAll);
  const own = seesAll ? [] : await ownStudents(ctx, gradebook);
  if (seesAll && !all) await refuseUnseen(ctx, gradebook, asked);
  if (!seesAll && !asked.every((id) => own.includes(id))) throw new Unauthorized();

  const access = await courseAccess(ctx, course);
  const visible = studentIds(access, { courseId: course.id, sectionId, scope: 'all' });
  const chosen = seesAll && all ? visible : sql<number>`(select unnest(${all ? own : asked}::bigint[]))`;
  return { ids: await narrowed(ctx, gradebook, chosen, params), seesAll, own: all ? own : asked };
}

async function idsOf(ctx: Context, named: readonly string[]): Promise<number[]> {
  const ids = await resolveUserIds(ctx, named);
  return ids.length > 0 ? ids : [ctx.me.id];
}

async function refuseMany(ctx: Context, gradebook: Gradebook, asked: readonly number[], seesAll: boolean) {
  if (seesAll) await refuseUnseen(ctx, gradebook, asked);
  throw new Refusal(400, { error: 'too many students' });
}

async function refuseUnseen(ctx: Context, { course, sectionId }: Gradebook, asked: readonly number[]) {
  const access = await courseAccess(ctx, course);
  const visible = studentIds(access, { courseId: course.id, sectionId, scope: 'all' });
  const rows = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', anyOf(asked))
    .where(sql<boolean>`id in ${visible}`)
    .execute();
  if (rows.length < asked.length) throw new Unauthorized();
}

/** Himself, and whom he observes. */
async function ownStudents(ctx: Context, { course }: Gradebook): Promise<number[]> {
  const { enrollments } = await courseAccess(ctx, course);
  const observed = enrollments.flatMap(({ type, associated_user_id, workflow_state }) =>
    type === 'ObserverEnrollment' && workflow_state === 'active' ? (associated_user_id ?? []) : [],
  );
  const own = (await mayInCourse(ctx, course, 'read_grades')) ? [...observed, ctx.me.id] : observed;
  if (own.length === 0) throw new Unauthorized();
  return own;
}

/** By the state of their enrollments, and to those whom a SIS import enrolled. */
async function narrowed(
  ctx: Context,
  { course, sectionId }: Gradebook,
  chosen: RawBuilder<number>,
  { enrollment_state, state_based_on_date = true, post_to_sis }: StudentsParams,
): Promise<RawBuilder<number>> {
  const inSection = sectionId === null ? sql`true` : sql`course_section_id = ${sectionId}`;
  const enrolled = (condition: RawBuilder<unknown>) => sql<number>`(select user_id from enrollments
    where course_id = ${course.id} and type in ('StudentEnrollment', 'StudentViewEnrollment')
      and workflow_state <> 'deleted' and ${inSection} and ${condition} and user_id in ${chosen})`;
  const fromSis = post_to_sis ? sql`sis_import_id is not null` : sql`true`;
  if (!enrollment_state) return post_to_sis ? enrolled(fromSis) : chosen;
  if (enrollment_state !== 'active' && enrollment_state !== 'concluded') {
    throw new Refusal(400, { error: 'invalid enrollment_state' });
  }
  const state = enrollment_state === 'active' ? 'active' : 'completed';
  if (!state_based_on_date) return enrolled(sql`workflow_state = ${state} and ${fromSis}`);
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['id', 'course_id'])
    .where(sql<boolean>`user_id in ${enrolled(fromSis)}`)
    .where('course_id', '=', course.id)
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const standings = await standingsOf(ctx, rows);
  const meant = rows.filter(({ id }) => {
    const standing = standings.get(id);
    return standing?.state === state && !standing.restricted_access;
  });
  return enrolled(sql`id = ${anyOf(meant.map(({ id }) => id))}`);
}
