import { operation } from '../../http/operation.ts';
import { progress } from './load.ts';
import { Progress } from './schema.ts';
import { serializeProgress } from './serialize.ts';

export default operation('POST /api/v1/progress/{id}/cancel', {
  summary: 'Stop a background job of your own',
  load: { progress: progress('id') },
  requires: { progress: 'cancel' },
  returns: Progress,
  async handle({ ctx, progress, params }) {
    // Canvas tells a cancelled job from one that failed by the message alone. A running job stops at its next step.
    const cancelled = await ctx.db
      .updateTable('progresses')
      .set({ workflow_state: 'failed', message: params.message ?? null, updated_at: ctx.now })
      .where('id', '=', progress.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return serializeProgress(ctx, cancelled);
  },
});
