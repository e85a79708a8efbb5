/** `include[]` of results and rollups: whole collections beside the answer. */
import type { CourseRow } from '../../domain/course-access.ts';
import { rejection } from '../../domain/outcome-grades.ts';
import type { Context, User } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeOutcomeGroups, serializeOutcomeLinks } from '../outcome-groups/serialize.ts';
import { serializeOutcomes } from '../outcomes/serialize.ts';
import { serializeUsers } from '../users/serialize.ts';
import {
  alignedAssignments,
  assetOf,
  assignmentsById,
  linkedAlignment,
  linkedAssignment,
} from './alignments.ts';
import type { Outcomes } from './outcomes-asked.ts';
import type { ResultRow } from './results.ts';
import { type Linked, LinkedUser } from './schema.ts';

/** What the collections are made of. */
export interface About extends Outcomes {
  readonly course: CourseRow;
  readonly users: readonly User[];
  /** Loaded only for an include that needs them. */
  results(): Promise<readonly ResultRow[]>;
  percents(): Promise<ReadonlyMap<number, readonly number[]> | undefined>;
  readonly addDefaults: boolean | undefined;
}

type Collection = (ctx: Context, about: About) => Promise<unknown[]>;

const collections: Readonly<Record<keyof Linked, Collection>> = {
  courses: async (_ctx, { course }) => [{ id: String(course.id), name: course.name }],
  outcomes: linkedOutcomes,
  outcome_groups: (ctx, { groups }) => serializeOutcomeGroups(ctx, groups, 'full'),
  outcome_links: (ctx, { links }) => serializeOutcomeLinks(ctx, links, { outcomeStyle: 'abbrev' }),
  outcome_paths: async (_ctx, about) => paths(about),
  users: linkedUsers,
  alignments: async (ctx, about) =>
    (await assignmentsOfResults(ctx, about)).map((assignment) => linkedAlignment(ctx, assignment)),
  'outcomes.alignments': async (ctx, { course, outcomes }) => {
    const aligned = await alignedAssignments(
      ctx,
      course,
      outcomes.map(({ id }) => id),
    );
    const distinct = new Map(aligned.map(({ assignment }) => [assignment.id, assignment]));
    return [...distinct.values()].map((assignment) => linkedAlignment(ctx, assignment));
  },
  assignments: async (ctx, about) =>
    (await assignmentsOfResults(ctx, about)).map((assignment) => linkedAssignment(ctx, assignment)),
};

const isCollection = (name: string): name is keyof Linked => Object.hasOwn(collections, name);

/** The names that were asked for. Throws a rejection for one that doesn't fit. */
export function checkedIncludes(
  include: readonly string[] | undefined,
  aggregate: string | null | undefined,
): (keyof Linked)[] {
  const names = new Set<keyof Linked>();
  for (const name of include ?? []) {
    if (name === 'courses' && aggregate !== 'course') {
      throw rejection("can't include courses unless aggregate is 'course'");
    }
    if (name === 'users' && aggregate) throw rejection("can't include users unless aggregate is not set");
    if (!isCollection(name)) throw rejection(`invalid include: ${name}`);
    names.add(name);
  }
  return [...names];
}

export async function linkedCollections(
  ctx: Context,
  names: readonly (keyof Linked)[],
  about: About,
): Promise<Linked> {
  const linked: Record<string, unknown[]> = {};
  for (const name of names) linked[name] = await collections[name](ctx, about);
  return linked as Linked;
}

async function linkedOutcomes(ctx: Context, about: About): Promise<unknown[]> {
  const { course, outcomes, links, addDefaults } = about;
  const [json, aligned] = await Promise.all([
    serializeOutcomes(ctx, outcomes, {
      style: 'full',
      friendly: true,
      addDefaults,
      percents: await about.percents(),
    }),
    alignedAssignments(
      ctx,
      course,
      outcomes.map(({ id }) => id),
    ),
  ]);
  const published = aligned.filter(({ assignment }) => assignment.workflow_state === 'published');
  const byOutcome = Map.groupBy(published, ({ learning_outcome_id }) => learning_outcome_id);
  // Of several links of an outcome the last one's group.
  const groups = new Map(links.map((link) => [link.learning_outcome_id, link.learning_outcome_group_id]));
  return json.map((outcome) => ({
    ...outcome,
    alignments: (byOutcome.get(outcome.id) ?? []).map(({ assignment }) => assetOf(assignment)),
    group_id: groups.has(outcome.id) ? String(groups.get(outcome.id)) : null,
  }));
}

/** From under the root down to the outcome. */
function paths({ groups, links, outcomes }: About): unknown[] {
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const outcomeById = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return links.map(({ learning_outcome_id, learning_outcome_group_id }) => {
    const parts = [{ name: outcomeById.get(learning_outcome_id)?.title ?? '' }];
    let group = groupById.get(learning_outcome_group_id);
    while (group && group.learning_outcome_group_id !== null) {
      parts.unshift({ name: group.title });
      group = groupById.get(group.learning_outcome_group_id);
    }
    return { id: learning_outcome_id, parts };
  });
}

async function linkedUsers(ctx: Context, { course, users }: About): Promise<unknown[]> {
  const json = await serializeUsers(ctx, users, {
    context: { course },
    includes: ['sis_user_id', 'avatar_url'],
    excludes: ['personal_info'],
  });
  return json.map((user) =>
    inOrderOf(LinkedUser, {
      id: String(user.id),
      name: user.name,
      sortable_name: user.sortable_name,
      ...(user.integration_id !== undefined && { integration_id: user.integration_id }),
      ...(user.login_id !== undefined && { login_id: user.login_id }),
      ...(user.avatar_url !== undefined && { avatar_url: user.avatar_url }),
      display_name: user.short_name,
      ...(user.sis_user_id && { sis_id: user.sis_user_id }),
    }),
  );
}

async function assignmentsOfResults(ctx: Context, about: About) {
  const results = await about.results();
  const found = await assignmentsById(
    ctx,
    results.flatMap(({ assignment_id }) => (assignment_id === null ? [] : [assignment_id])),
  );
  return [...new Set(results.map(({ assignment_id }) => assignment_id))].flatMap(
    (id) => found.get(id ?? 0) ?? [],
  );
}
