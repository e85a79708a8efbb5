import { Id, OneOf, Shape, type Static, Text } from '../../http/schema.ts';
import { User } from '../users/schema.ts';

export const Admin = Shape({
  id: Id,
  role: Text,
  role_id: Id,
  user: User,
  workflow_state: OneOf('active', 'deleted'),
});
export type Admin = Static<typeof Admin>;
