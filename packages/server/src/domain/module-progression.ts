/**
 * How far a student is in the modules of a course, from facts alone. Source: ContextModuleProgression of Canvas.
 *
 * A module opens once its date has come and the published modules before it that it asks for are completed, and stays
 * open from then on, whatever is asked later (`relock` shuts it). It is completed when all its requirements are met,
 * or as many as `requirement_count` says; one without requirements as soon as it is open.
 */

export type RequirementType =
  | 'must_view'
  | 'must_contribute'
  | 'must_submit'
  | 'must_mark_done'
  | 'min_score'
  | 'min_percentage';

export interface Requirement {
  readonly type: RequirementType;
  /** Of `min_score`, in points. */
  readonly min_score: number | null;
  /** Of `min_percentage`, from 0 to 100. */
  readonly min_percentage: number | null;
}

/** An item as the student sees it; those that he doesn't see are left out. */
export interface ProgressItem {
  readonly id: number;
  /** From 1 on, counted over all items of the module. */
  readonly position: number;
  readonly requirement: Requirement | null;
  /** What is graded, where something is. */
  readonly assignment: { readonly id: number; readonly points_possible: number | null } | null;
}

export interface ProgressModule {
  readonly id: number;
  readonly isPublished: boolean;
  readonly unlock_at: string | null;
  readonly require_sequential_progress: boolean;
  readonly requirement_count: number | null;
  readonly prerequisite_module_ids: readonly number[];
  readonly items: readonly ProgressItem[];
}

/** What the student has on an assignment. */
export interface ProgressSubmission {
  readonly workflow_state: string;
  /** Null where only a grade was given. */
  readonly attempt: number | null;
  readonly excused: boolean;
  readonly score: number | null;
  readonly isPosted: boolean;
}

export type ProgressState = 'locked' | 'unlocked' | 'started' | 'completed';

export interface DoneRequirement {
  readonly id: number;
  readonly type: string;
}

export interface Progression {
  readonly workflow_state: ProgressState;
  readonly requirements_met: readonly DoneRequirement[];
  /** Handed in, but not (yet) good enough; the score is null while it isn't known to the student. */
  readonly incomplete_requirements: readonly (DoneRequirement & { readonly score: number | null })[];
  /** In a sequential module the item that one has got to. */
  readonly current_position: number | null;
  readonly completed_at: string | null;
}

export const notBegun: Progression = {
  workflow_state: 'locked',
  requirements_met: [],
  incomplete_requirements: [],
  current_position: null,
  completed_at: null,
};

export interface ProgressFacts {
  /** In their order, unpublished ones among them. */
  readonly modules: readonly ProgressModule[];
  /** What is known so far, by module. */
  readonly stored: ReadonlyMap<number, Progression>;
  /** By assignment. */
  readonly submissions: ReadonlyMap<number, ProgressSubmission>;
  readonly now: string;
}

/** The student's progressions as they are now, by module. */
export function evaluate({ modules, stored, submissions, now }: ProgressFacts): Map<number, Progression> {
  const results = new Map<number, Progression>();
  const published = new Set(modules.filter(({ isPublished }) => isPublished).map(({ id }) => id));
  // Prerequisites stand before what asks for them.
  for (const module of modules) {
    const before = stored.get(module.id) ?? notBegun;
    if (!module.isPublished) {
      results.set(module.id, before);
      continue;
    }
    const opened = isOpen(before) || prerequisitesDone(module, published, results);
    const waits = module.unlock_at !== null && module.unlock_at > now;
    const evaluated = opened && !waits ? evaluateRequirements(module, before, submissions) : { ...before };
    const current_position = module.require_sequential_progress
      ? positionIn(module, evaluated.requirements_met)
      : null;
    const completed_at = evaluated.workflow_state === 'completed' ? (before.completed_at ?? now) : null;
    results.set(module.id, { ...evaluated, current_position, completed_at });
  }
  return results;
}

const isOpen = ({ workflow_state }: Progression) => workflow_state !== 'locked';

function prerequisitesDone(
  { prerequisite_module_ids }: ProgressModule,
  published: ReadonlySet<number>,
  results: ReadonlyMap<number, Progression>,
): boolean {
  return prerequisite_module_ids
    .filter((id) => published.has(id))
    .every((id) => results.get(id)?.workflow_state === 'completed');
}

function evaluateRequirements(
  module: ProgressModule,
  before: Progression,
  submissions: ReadonlyMap<number, ProgressSubmission>,
): Progression {
  // Scores can fall again, so that what rests on one is worked out anew.
  const done = before.requirements_met.filter(
    ({ type }) => type !== 'min_score' && type !== 'min_percentage',
  );
  const incomplete: { id: number; type: string; score: number | null }[] = [];
  let metCount = 0;
  let allMet = true;
  const note = (requirement: DoneRequirement, isMet: boolean) => {
    if (isMet) {
      metCount++;
      if (!includes(done, requirement)) done.push(requirement);
    } else allMet = false;
  };
  const views: DoneRequirement[] = [];
  for (const { id, requirement, assignment } of module.items) {
    if (!requirement) continue;
    const { type } = requirement;
    const wanted = { id, type };
    const submission = assignment ? submissions.get(assignment.id) : undefined;
    if (includes(done, wanted) || submission?.excused) note(wanted, true);
    else if (type === 'must_view') views.push(wanted);
    else if (type === 'must_submit') note(wanted, submission !== undefined && isHandedIn(submission));
    else if (type === 'min_score' || type === 'min_percentage') {
      const isMet = submission !== undefined && isGoodEnough(requirement, submission, assignment);
      if (!isMet && submission && submission.workflow_state !== 'unsubmitted') {
        incomplete.push({ ...wanted, score: submission.isPosted ? submission.score : null });
      }
      note(wanted, isMet);
    } else note(wanted, false);
  }
  // Whoever has done something else with a thing has seen it.
  for (const wanted of views)
    note(
      wanted,
      done.some(({ id }) => id === wanted.id),
    );

  const enough = (module.requirement_count ?? 0) > 0 && metCount >= (module.requirement_count as number);
  const begun = metCount > 0 || incomplete.length > 0;
  return {
    ...before,
    workflow_state: enough || allMet ? 'completed' : begun ? 'started' : 'unlocked',
    requirements_met: done,
    incomplete_requirements: incomplete,
  };
}

const includes = (done: readonly DoneRequirement[], { id, type }: DoneRequirement) =>
  done.some((each) => each.id === id && each.type === type);

/** A grade that was given without anything handed in doesn't count as handing in. */
function isHandedIn({ workflow_state, attempt }: ProgressSubmission): boolean {
  if (workflow_state === 'graded') return attempt !== null;
  return workflow_state === 'submitted' || workflow_state === 'pending_review';
}

/** Scores that lie within a millionth of a whole number count as that. */
const NEAR = 1e-6;

function isGoodEnough(
  { type, min_score, min_percentage }: Requirement,
  { score, isPosted }: ProgressSubmission,
  assignment: ProgressItem['assignment'],
): boolean {
  if (!isPosted || score === null) return false;
  if (type === 'min_score') {
    const rounded = Math.abs(score - Math.round(score)) < NEAR ? Math.round(score) : score;
    return rounded >= (min_score ?? 0);
  }
  const points = assignment?.points_possible ?? 0;
  return points > 0 && (score / points) * 100 >= (min_percentage ?? 0);
}

/** The first item that isn't done, or the last one. */
function positionIn({ items }: ProgressModule, done: readonly DoneRequirement[]): number | null {
  const first = items.find(
    ({ id, requirement }) => requirement && !includes(done, { id, type: requirement.type }),
  );
  return (first ?? items.at(-1))?.position ?? null;
}

/** Whether an item can't be reached yet, by the progress in its module alone. */
export const isShut = (
  module: Pick<ProgressModule, 'require_sequential_progress'>,
  progression: Progression,
  position: number,
): boolean =>
  progression.workflow_state === 'locked' ||
  (module.require_sequential_progress &&
    progression.current_position !== null &&
    progression.current_position < position);
