/**
 * Easel's own operations, under /api/easel/v1. They are typed and served as Canvas's are, but stand in no list of
 * Canvas's: not in `operations`, in coverage or in docs/openapi.json.
 */
import type { CorrectedOperation } from './corrections.ts';
import { type OperationId, type OperationSpec, operations, specOf } from './operations.ts';

const RESOURCE = 'Easel';

const added: readonly CorrectedOperation[] = [
  {
    method: 'GET',
    path: '/api/easel/v1/error_reports/{id}',
    nickname: 'get_error_report',
    returns: 'JSONObject',
    paginated: false,
    path_params: { id: { type: 'integer' } },
    params: {},
  },
];

export const additions: readonly OperationSpec[] = added.map((operation) => specOf(operation, RESOURCE));

/** What a server answers: Canvas's documented operations and Easel's own. */
export const everyOperation: readonly OperationSpec[] = [...operations, ...additions];

export const everyOperationById: ReadonlyMap<OperationId, OperationSpec> = new Map(
  everyOperation.map((operation) => [operation.id, operation]),
);
