import { Id, List, Shape, type Static } from '../../http/schema.ts';
import { User } from '../users/schema.ts';

/** A user at the other end of an observation, with the institutions in which the two are linked. */
export const LinkedUser = Shape({ ...User.properties, observation_link_root_account_ids: List(Id) });
export type LinkedUser = Static<typeof LinkedUser>;
