/** The levels of an outcome: how many points each is worth, and which of them is mastery. */
import type { OutcomeRating } from '../db/json-columns.ts';

/** An outcome's scale. */
export interface Scale {
  readonly ratings: readonly OutcomeRating[];
  readonly mastery_points: number;
  readonly points_possible: number;
}

/** What an outcome has that nobody gave a scale. */
export const usualScale: Scale = {
  ratings: [
    { description: 'Exceeds Expectations', points: 5 },
    { description: 'Meets Expectations', points: 3 },
    { description: 'Does Not Meet Expectations', points: 0 },
  ],
  mastery_points: 3,
  points_possible: 5,
};

/**
 * @param ratings at least one, in any order
 * @param mastery_points the points of the highest rating where none are given
 */
export function scaleOf(
  ratings: readonly { description?: string | null; points?: number | null }[],
  mastery_points?: number | null,
): Scale {
  const sorted = ratings
    .map(({ description, points }) => ({ description: description ?? 'No Comment', points: points ?? 0 }))
    .toSorted((a, b) => b.points - a.points);
  const highest = sorted[0]?.points ?? 0;
  return { ratings: sorted, mastery_points: mastery_points ?? highest, points_possible: highest };
}

export interface ColoredRating extends OutcomeRating {
  mastery: boolean;
  color?: string;
}

/**
 * `add_defaults`: which rating is mastery, and the colors of the mastery gradebook where the scale is of a form that has
 * any. Source: LearningOutcome#find_or_set_rating_defaults
 */
export function withRatingDefaults({ ratings, mastery_points }: Scale): ColoredRating[] {
  const exact = ratings.findIndex(({ points }) => points === mastery_points);
  const mastery = exact >= 0 ? exact : ratings.length <= 4 ? 0 : 1;
  const colors = colorsOf(ratings.length, mastery);
  return ratings.map((rating, index) => ({
    ...rating,
    mastery: index === mastery,
    ...(colors && { color: colors[index] as string }),
  }));
}

const BLUE = '2B7ABC';
const GREEN = '03893D';
const YELLOW = 'FAB901';
const ORANGE = 'D97900';
const RED = 'E62429';
const GREY = '555555';

function colorsOf(length: number, mastery: number): readonly string[] | undefined {
  const exceeds = mastery === 1;
  switch (length) {
    case 1:
      return [GREEN];
    case 2:
      return [GREEN, GREY];
    case 3:
      return exceeds ? [BLUE, GREEN, GREY] : [GREEN, YELLOW, GREY];
    case 4:
      if (mastery === 2) return undefined;
      return exceeds ? [BLUE, GREEN, YELLOW, GREY] : [GREEN, YELLOW, RED, GREY];
    case 5:
      return exceeds ? [BLUE, GREEN, YELLOW, RED, GREY] : undefined;
    case 6:
      return exceeds ? [BLUE, GREEN, YELLOW, ORANGE, RED, GREY] : undefined;
    default:
      return undefined;
  }
}
