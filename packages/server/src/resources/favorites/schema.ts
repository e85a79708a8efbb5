import { Id, OneOf, Optional, Shape, Text } from '../../http/schema.ts';

/** Empty where something was to be removed that was no favorite. */
export const Favorite = Shape({
  context_id: Optional(Id),
  context_type: Optional(OneOf('Course', 'Group')),
});

export const Reset = Shape({ status: Text });
