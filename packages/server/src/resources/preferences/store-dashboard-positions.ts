import type { JsonValue } from '../../db/json-columns.ts';
import { MissingParameter, NotFound, Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { findContexts } from './contexts.ts';
import { saveEntries } from './save.ts';
import { DashboardPositions } from './schema.ts';
import { dashboardPositions } from './serialize.ts';

const HIGHEST = 1000;

export default operation('PUT /api/v1/users/{id}/dashboard_positions', {
  summary: 'Move courses on a user’s dashboard',
  load: { user: user('id') },
  requires: { user: ['manage', 'manage_user_details'] },
  returns: DashboardPositions,
  async handle({ ctx, user, params: { dashboard_positions: asked } }) {
    if (!asked) throw new MissingParameter('dashboard_positions');
    const positions = await checkedPositions(ctx, asked);
    const preferences = await saveEntries(ctx, user, 'dashboard_positions', positions);
    return { dashboard_positions: dashboardPositions(preferences) };
  },
});

/** Each for something that exists and that the caller may read; the first that isn't so decides. */
async function checkedPositions(
  ctx: Context,
  asked: Record<string, JsonValue>,
): Promise<Record<string, number>> {
  const contexts = await findContexts(ctx, Object.keys(asked));
  const positions: [string, number][] = [];
  for (const [name, value] of Object.entries(asked)) {
    const context = contexts.get(name);
    if (!context) throw new NotFound();
    if (!(await context.mayRead())) throw new Unauthorized();
    positions.push([name, positionOf(value)]);
  }
  return Object.fromEntries(positions);
}

function positionOf(value: JsonValue): number {
  const isInteger =
    typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value));
  if (!isInteger) throw new Refusal(400, { message: 'Invalid position provided' });
  // Drops the sign of -0.
  const position = Math.trunc(Number(value)) + 0;
  if (Math.abs(position) > HIGHEST) {
    throw new Refusal(400, {
      message: `Position ${position} is too high. Your dashboard cards can probably be sorted with numbers 1-5, you could even use a 0.`,
    });
  }
  return position;
}
