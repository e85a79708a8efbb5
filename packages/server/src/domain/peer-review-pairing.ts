/** Who reviews whom, where nobody says it. Source: Canvas's Assignment#assign_peer_reviews. */

/** Somebody's work, which makes him a reviewer of others'. */
export interface Participant {
  readonly submissionId: number;
  readonly groupId: number | null;
}

export interface Pair {
  /** The submission of the reviewer. */
  readonly by: number;
  /** The submission that he reviews. */
  readonly of: number;
}

export interface Pairing {
  /** In the order in which they choose: drawn by lot, so that chance decides who is reviewed once more than others. */
  readonly participants: readonly Participant[];
  readonly existing: readonly Pair[];
  /** So many reviews for everybody to write. */
  readonly count: number;
  /** Members of one group may review each other. */
  readonly withinGroups: boolean;
}

/**
 * Gives every participant as many reviews as are wanted, as far as there is work enough. Preferred is what is reviewed
 * too seldom yet, then who isn't one's own reviewer, then what has the fewest reviews and whose author has the fewest
 * to write. Nobody reviews himself, nor his own group unless that is wanted.
 */
export function pairUp({ participants, existing, count, withinGroups }: Pairing): Pair[] {
  const reviewersOf = new Map<number, Set<number>>(
    participants.map(({ submissionId }) => [submissionId, new Set()]),
  );
  const written = new Map<number, number>();
  const note = ({ by, of }: Pair) => {
    reviewersOf.get(of)?.add(by);
    written.set(by, (written.get(by) ?? 0) + 1);
  };
  for (const pair of existing) note(pair);
  const made: Pair[] = [];
  for (const reviewer of participants) {
    const by = reviewer.submissionId;
    const own = reviewersOf.get(by) as Set<number>;
    const rank = (of: number): number[] => {
      const reviews = reviewersOf.get(of)?.size ?? 0;
      return [reviews < count ? 0 : 1, own.has(of) ? 1 : 0, reviews, written.get(of) ?? 0];
    };
    const candidates = participants
      .filter((other) => mayReview(reviewer, other, withinGroups))
      .map(({ submissionId }) => submissionId)
      .filter((of) => !reviewersOf.get(of)?.has(by))
      .map((of) => ({ of, rank: rank(of) }))
      .sort((a, b) => compare(a.rank, b.rank));
    for (const { of } of candidates.slice(0, Math.max(count - (written.get(by) ?? 0), 0))) {
      note({ by, of });
      made.push({ by, of });
    }
  }
  return made;
}

function mayReview(reviewer: Participant, other: Participant, withinGroups: boolean): boolean {
  if (reviewer.submissionId === other.submissionId) return false;
  return withinGroups || reviewer.groupId === null || reviewer.groupId !== other.groupId;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
