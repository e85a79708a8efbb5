/** How Canvas's API names the states of a course. */
export type CourseState = 'unpublished' | 'available' | 'completed' | 'deleted';

export interface StateFacts {
  /** What Canvas stores, and what the filter `state[]` of an account's list takes. */
  readonly stored: readonly string[];
  readonly meaning: string;
  /** What may happen next: events of `course[event]`, and what they do. */
  readonly events: readonly (readonly [event: string, does: string])[];
}

const CONCLUDE = ['conclude', 'ends it: everybody can only read'] as const;
const DELETE = ['delete', 'removes it with its enrollments and sections'] as const;
const CLAIM = ['claim', 'unpublishes it; refused once students have submitted work'] as const;

export const states: Readonly<Record<CourseState, StateFacts>> = {
  unpublished: {
    stored: ['created', 'claimed'],
    meaning:
      'Students do not see it. "Claimed" is simply unpublished: somebody has it in hand; "created" says that nobody ' +
      'followed up. The two differ only in their history.',
    events: [['offer', 'publishes it: students see it, invitations go out'], CONCLUDE, DELETE],
  },
  available: {
    stored: ['available'],
    meaning: "Published: students see it between its dates (or its term's), and invitations have gone out.",
    events: [CLAIM, CONCLUDE, DELETE],
  },
  completed: {
    stored: ['completed'],
    meaning: 'Concluded by hand: everybody who is enrolled can read it, nobody can work in it.',
    events: [['offer', 'publishes it again'], ['claim', 'unpublishes it'], DELETE],
  },
  deleted: {
    stored: ['deleted'],
    meaning: 'Gone from every list that does not ask for deleted courses.',
    events: [['undelete', 'brings it back unpublished, with its sections but without its enrollments']],
  },
};

export const isCourseState = (text: string): text is CourseState => Object.hasOwn(states, text);
