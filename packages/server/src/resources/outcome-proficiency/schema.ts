import { Decimal, Flag, List, Shape, Text } from '../../http/schema.ts';

/** A mastery scale, the rating with the most points first. */
export const Proficiency = Shape({
  ratings: List(Shape({ description: Text, points: Decimal, mastery: Flag, color: Text })),
});
