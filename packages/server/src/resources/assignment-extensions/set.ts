import { sql } from 'kysely';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { isParams, type RackValue } from '../../http/rack-params.ts';
import { Count, Id, List, Nullable, Shape } from '../../http/schema.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';

export default operation('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/extensions', {
  summary: 'Let some students hand in an assignment more often than others',
  load: { course: course('course_id'), assignment: assignment('assignment_id') },
  requires: { assignment: 'create' },
  returns: Shape({
    assignment_extensions: List(Shape({ user_id: Id, extra_attempts: Nullable(Count) })),
  }),
  async handle({ ctx, assignment, params }) {
    const extensions = readExtensions(params.assignment_extensions);
    refuseInvalid([...extensions]);
    return { assignment_extensions: await extend(ctx, assignment.id, extensions) };
  },
});

const MOST = 2_147_483_647;

/** User → how often more; of several for one user the last counts. */
function readExtensions(sent: RackValue | undefined): Map<number, number | null> {
  if (!Array.isArray(sent)) {
    throw new Refusal(400, { errors: [{ message: 'missing required key :assignment_extensions' }] });
  }
  const entries = sent.map((each): [number, number | null] => {
    if (!isParams(each) || each['user_id'] === undefined || each['extra_attempts'] === undefined) {
      const message = ':assignment_extensions must be in this format: { user_id: 1, extra_attempts: 2 }';
      throw new Refusal(400, { errors: [{ message }] });
    }
    const { extra_attempts: extra } = each;
    return [Number(each['user_id']) || 0, extra === null || extra === '' ? null : Number(extra)];
  });
  return new Map(entries);
}

function refuseInvalid(extensions: readonly [number, number | null][]): void {
  const errors = extensions.flatMap(([user_id, extra]) => {
    if (extra === null) return [];
    const problem = !Number.isFinite(extra)
      ? 'is not a number'
      : extra < 0
        ? 'must be greater than or equal to 0'
        : extra > MOST
          ? `must be less than or equal to ${MOST}`
          : undefined;
    return problem ? [{ user_id, errors: [`Extra attempts ${problem}`] }] : [];
  });
  if (errors.length > 0) throw new Refusal(400, { errors });
}

/** Whoever hasn't got the assignment is left out. */
async function extend(ctx: Context, assignmentId: number, extensions: ReadonlyMap<number, number | null>) {
  const given = [...extensions].map(([user_id, extra]) => ({
    user_id,
    extra_attempts: extra === null ? null : Math.trunc(extra),
  }));
  const { rows } = await sql<{ user_id: number; extra_attempts: number | null }>`
    update submissions set extra_attempts = given.extra_attempts, updated_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(user_id bigint, extra_attempts integer)
    where submissions.user_id = given.user_id and submissions.assignment_id = ${assignmentId}
      and submissions.workflow_state <> 'deleted'
    returning submissions.user_id, submissions.extra_attempts`.execute(ctx.db);
  return rows.sort((a, b) => a.user_id - b.user_id);
}
