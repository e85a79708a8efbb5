import { groupBy } from './group-by.ts';
import { type OperationId, operations } from './operations.ts';

/** A name for each operation, unique in the whole API: its nickname, with the path where several share one. */
export const operationNames: ReadonlyMap<OperationId, string> = new Map(
  [...groupBy(operations, ({ nickname }) => nickname)].flatMap(([nickname, sharing]) =>
    sharing.map(({ id, path }) => [
      id,
      sharing.length === 1 ? nickname : `${nickname}_${fixedSegments(path).join('_')}`,
    ]),
  ),
);

/** `courses`, `users` of `/api/v1/courses/{course_id}/users`. */
function fixedSegments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '' && !/^(api|v1|\{.*\})$/.test(segment));
}
