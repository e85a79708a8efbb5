/** What opens and completes modules, case by case. The same through the API is in resources/modules/progress.test.ts. */
import { describe, expect, it } from 'vitest';
import {
  evaluate,
  isShut,
  notBegun,
  type ProgressItem,
  type Progression,
  type ProgressModule,
  type ProgressSubmission,
  type Requirement,
} from './module-progression.ts';

const NOW = '2026-11-25T12:00:00Z';
const EARLIER = '2026-11-24T12:00:00Z';
const LATER = '2026-11-26T12:00:00Z';

const asks = (type: Requirement['type'], least?: number): Requirement => ({
  type,
  min_score: type === 'min_score' ? (least ?? null) : null,
  min_percentage: type === 'min_percentage' ? (least ?? null) : null,
});
/** Items 1, 2, 3 … of the module; those with an assignment have the one with their own number. */
const items = (...wanted: (Requirement | null)[]): ProgressItem[] =>
  wanted.map((requirement, index) => ({
    id: index + 1,
    position: index + 1,
    requirement,
    assignment: { id: index + 1, points_possible: 20 },
  }));
const module = (more: Partial<ProgressModule> = {}): ProgressModule => ({
  id: 1,
  isPublished: true,
  unlock_at: null,
  require_sequential_progress: false,
  requirement_count: null,
  prerequisite_module_ids: [],
  items: [],
  ...more,
});
const handedIn = (more: Partial<ProgressSubmission> = {}): ProgressSubmission => ({
  workflow_state: 'submitted',
  attempt: 1,
  excused: false,
  score: null,
  isPosted: false,
  ...more,
});
const graded = (score: number | null, more: Partial<ProgressSubmission> = {}) =>
  handedIn({ workflow_state: 'graded', score, isPosted: true, ...more });
const done = (...met: [id: number, type: string][]): Partial<Progression> => ({
  workflow_state: 'started',
  requirements_met: met.map(([id, type]) => ({ id, type })),
});

interface Case {
  modules: ProgressModule[];
  stored?: Record<number, Partial<Progression>>;
  submissions?: Record<number, ProgressSubmission>;
}

function run({ modules, stored = {}, submissions = {} }: Case) {
  const results = evaluate({
    modules,
    stored: new Map(Object.entries(stored).map(([id, some]) => [Number(id), { ...notBegun, ...some }])),
    submissions: new Map(Object.entries(submissions).map(([id, each]) => [Number(id), each])),
    now: NOW,
  });
  return modules.map(({ id }) => results.get(id) as Progression);
}

const view = items(asks('must_view'));
const submit = items(asks('must_submit'));
const score = items(asks('min_score', 15));
const percentage = items(asks('min_percentage', 75));

describe('the state of a module', () => {
  it.each<[string, Case, string[]]>([
    ['nothing asked: complete at once', { modules: [module()] }, ['completed']],
    ['its date is to come', { modules: [module({ unlock_at: LATER })] }, ['locked']],
    ['its date has come', { modules: [module({ unlock_at: EARLIER })] }, ['completed']],
    ['unpublished: nothing is worked out', { modules: [module({ isPublished: false })] }, ['locked']],
    ['asked to view, and has not', { modules: [module({ items: view })] }, ['unlocked']],
    ['viewed', { modules: [module({ items: view })], stored: { 1: done([1, 'must_view']) } }, ['completed']],
    [
      'one of two done',
      {
        modules: [module({ items: items(asks('must_view'), asks('must_mark_done')) })],
        stored: { 1: done([2, 'must_mark_done']) },
      },
      ['started'],
    ],
    [
      'one of two is enough',
      {
        modules: [module({ items: items(asks('must_view'), asks('must_mark_done')), requirement_count: 1 })],
        stored: { 1: done([2, 'must_mark_done']) },
      },
      ['completed'],
    ],
    [
      'asked to hand in, and has not',
      {
        modules: [module({ items: submit })],
        submissions: { 1: handedIn({ workflow_state: 'unsubmitted', attempt: null }) },
      },
      ['unlocked'],
    ],
    ['handed in', { modules: [module({ items: submit })], submissions: { 1: handedIn() } }, ['completed']],
    [
      'handed in, to be reviewed',
      {
        modules: [module({ items: submit })],
        submissions: { 1: handedIn({ workflow_state: 'pending_review' }) },
      },
      ['completed'],
    ],
    [
      'graded without handing in',
      { modules: [module({ items: submit })], submissions: { 1: graded(20, { attempt: null }) } },
      ['unlocked'],
    ],
    [
      'graded after handing in',
      { modules: [module({ items: submit })], submissions: { 1: graded(0) } },
      ['completed'],
    ],
    [
      'excused',
      {
        modules: [module({ items: submit })],
        submissions: { 1: handedIn({ workflow_state: 'graded', excused: true, attempt: null }) },
      },
      ['completed'],
    ],
    [
      'score good enough',
      { modules: [module({ items: score })], submissions: { 1: graded(15) } },
      ['completed'],
    ],
    [
      'score as good as good enough',
      { modules: [module({ items: score })], submissions: { 1: graded(14.9999999) } },
      ['completed'],
    ],
    [
      'score too low: begun',
      { modules: [module({ items: score })], submissions: { 1: graded(14.9) } },
      ['started'],
    ],
    [
      'score not posted yet',
      { modules: [module({ items: score })], submissions: { 1: graded(20, { isPosted: false }) } },
      ['started'],
    ],
    [
      'score fell',
      {
        modules: [module({ items: score })],
        stored: { 1: { ...done([1, 'min_score']), workflow_state: 'completed' } },
        submissions: { 1: graded(3) },
      },
      ['started'],
    ],
    [
      'share of the points reached',
      { modules: [module({ items: percentage })], submissions: { 1: graded(15) } },
      ['completed'],
    ],
    [
      'share of the points missed',
      { modules: [module({ items: percentage })], submissions: { 1: graded(14) } },
      ['started'],
    ],
    [
      'the module before it is not done',
      { modules: [module({ items: view }), module({ id: 2, prerequisite_module_ids: [1] })] },
      ['unlocked', 'locked'],
    ],
    [
      'the module before it is done',
      {
        modules: [module({ items: view }), module({ id: 2, prerequisite_module_ids: [1] })],
        stored: { 1: done([1, 'must_view']) },
      },
      ['completed', 'completed'],
    ],
    [
      'one done opens the whole chain',
      {
        modules: [
          module(),
          module({ id: 2, prerequisite_module_ids: [1] }),
          module({ id: 3, prerequisite_module_ids: [2], items: view }),
          module({ id: 4, prerequisite_module_ids: [3] }),
        ],
      },
      ['completed', 'completed', 'unlocked', 'locked'],
    ],
    [
      'an unpublished module before it does not count',
      {
        modules: [
          module({ isPublished: false, items: view }),
          module({ id: 2, prerequisite_module_ids: [1] }),
        ],
      },
      ['locked', 'completed'],
    ],
    [
      'open before something was asked: stays open',
      {
        modules: [module({ items: view }), module({ id: 2, prerequisite_module_ids: [1] })],
        stored: { 2: { workflow_state: 'completed', completed_at: EARLIER } },
      },
      ['unlocked', 'completed'],
    ],
    [
      'complete before something was asked: not any more',
      {
        modules: [module({ items: view })],
        stored: { 1: { workflow_state: 'completed', completed_at: EARLIER } },
      },
      ['unlocked'],
    ],
    [
      'what is not asked any more does not count',
      { modules: [module({ items: items(asks('must_view')) })], stored: { 1: done([9, 'must_view']) } },
      ['unlocked'],
    ],
    [
      'handed in counts as seen where viewing is asked now',
      { modules: [module({ items: view })], stored: { 1: done([1, 'must_submit']) } },
      ['completed'],
    ],
  ])('%s', (_, facts, states) => {
    expect(run(facts).map(({ workflow_state }) => workflow_state)).toEqual(states);
  });
});

describe('the time of completion', () => {
  it('is kept, and goes when the module is not complete any more', () => {
    const stored = { 1: { workflow_state: 'completed' as const, completed_at: EARLIER } };
    expect(run({ modules: [module()], stored })[0]?.completed_at).toBe(EARLIER);
    expect(run({ modules: [module()] })[0]?.completed_at).toBe(NOW);
    expect(run({ modules: [module({ items: view })], stored })[0]?.completed_at).toBeNull();
  });
});

describe('a sequential module', () => {
  const sequential = module({
    require_sequential_progress: true,
    items: items(null, asks('must_view'), null, asks('must_submit'), null),
  });

  it.each<[string, Partial<Progression>, Record<number, ProgressSubmission>, number | null]>([
    ['stops at the first that is not done', {}, {}, 2],
    ['goes on to the next', done([2, 'must_view']), {}, 4],
    ['does not skip', done(), { 4: handedIn() }, 2],
    ['ends at its last item', done([2, 'must_view']), { 4: handedIn() }, 5],
  ])('%s', (_, stored, submissions, position) => {
    const [progression] = run({ modules: [sequential], stored: { 1: stored }, submissions });
    expect(progression?.current_position).toBe(position);
    for (let at = 1; at <= 5; at++) {
      expect(isShut(sequential, progression as Progression, at)).toBe(at > (position ?? 0));
    }
  });

  it('has no such place where order is not asked', () => {
    expect(run({ modules: [module({ items: view })] })[0]?.current_position).toBeNull();
  });
});

describe('what is not good enough', () => {
  it('is kept with its score as far as the student knows it', () => {
    const known = run({ modules: [module({ items: score })], submissions: { 1: graded(3) } });
    expect(known[0]?.incomplete_requirements).toEqual([{ id: 1, type: 'min_score', score: 3 }]);
    const hidden = run({
      modules: [module({ items: score })],
      submissions: { 1: graded(3, { isPosted: false }) },
    });
    expect(hidden[0]?.incomplete_requirements).toEqual([{ id: 1, type: 'min_score', score: null }]);
  });
});
