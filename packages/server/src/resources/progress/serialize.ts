import type { Selectable } from 'kysely';
import type { ProgressesTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { Progress } from './schema.ts';

/** Results stay out until the job has ended, and where it has none. */
export function serializeProgress(ctx: Context, progress: Selectable<ProgressesTable>): Progress {
  const { id, workflow_state, results } = progress;
  const pending = workflow_state === 'queued' || workflow_state === 'running';
  return {
    id,
    context_id: progress.context_id,
    context_type: progress.context_type,
    user_id: progress.user_id,
    tag: progress.tag,
    completion: progress.completion,
    workflow_state,
    created_at: progress.created_at,
    updated_at: progress.updated_at,
    message: progress.message,
    url: ctx.url(`/api/v1/progress/${id}`),
    ...(!pending && results !== null && { results }),
  };
}
