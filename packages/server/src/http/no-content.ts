/** The answer of what has nothing to say: 204. */
import { Reply } from './operation.ts';
import { Text } from './schema.ts';

export const NoContent = Text;
export const noContent = (): Reply<string> => new Reply(204, '');
