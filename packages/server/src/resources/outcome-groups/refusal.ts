import { Refusal } from '../../errors.ts';

/** All that Canvas says of most things that can't be done with a group of outcomes. */
export const refused = (status: 400 | 403 = 400): Refusal => new Refusal(status, 'error');
