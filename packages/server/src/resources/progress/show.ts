import { operation } from '../../http/operation.ts';
import { progress } from './load.ts';
import { Progress } from './schema.ts';
import { serializeProgress } from './serialize.ts';

export default operation('GET /api/v1/progress/{id}', {
  summary: 'How far a background job is',
  load: { progress: progress('id') },
  requires: { progress: 'read' },
  returns: Progress,
  handle: async ({ ctx, progress }) => serializeProgress(ctx, progress),
});
