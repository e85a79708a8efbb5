/** Groups don't exist yet: whatever names one finds nothing, as in a Canvas without any. */
import type { OperationId } from '@easel/contract';
import { NotFound } from '../errors.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Anything } from '../http/schema.ts';

export const inNoGroup = (id: Extract<OperationId, `${string}/groups/{group_id}/${string}`>): Operation =>
  operation(id, {
    summary: 'Of a group; there are none yet',
    requires: 'user',
    returns: Anything,
    async handle() {
      throw new NotFound();
    },
  });
