import { anyOf } from '../../db/any-of.ts';
import {
  managedAmong,
  outcomeApiPath,
  outcomeContextName,
  outcomeContextOf,
} from '../../domain/outcome-contexts.ts';
import type { OutcomeGroupRow, OutcomeLinkRow, OutcomeRow } from '../../domain/outcome-groups.ts';
import { removableLinks } from '../../domain/outcome-links.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeOutcomes } from '../outcomes/serialize.ts';
import { OutcomeGroup, OutcomeLink } from './schema.ts';

export type Style = 'abbrev' | 'full';

/** Whatever isn't an abbreviation is in full. */
export const styleOf = (asked: string | null | undefined): Style =>
  asked === undefined || asked === null || asked === 'abbrev' ? 'abbrev' : 'full';

/** Groups of one context or few, in a number of queries that doesn't grow with the list. */
export async function serializeOutcomeGroups(
  ctx: Context,
  groups: readonly OutcomeGroupRow[],
  style: Style,
): Promise<OutcomeGroup[]> {
  const [isManaged, titleOf, parents] = await Promise.all([
    managedAmong(ctx, groups),
    titles(ctx, groups),
    style === 'full' ? parentsOf(ctx, groups) : new Map<number, OutcomeGroupRow>(),
  ]);
  const abbreviated = (group: OutcomeGroupRow): OutcomeGroup => {
    const url = `${outcomeApiPath(group)}/outcome_groups/${group.id}`;
    return {
      id: group.id,
      title: titleOf(group),
      vendor_guid: group.vendor_guid,
      url,
      subgroups_url: `${url}/subgroups`,
      outcomes_url: `${url}/outcomes`,
      can_edit: isManaged(group),
    };
  };
  if (style === 'abbrev') return groups.map(abbreviated);
  return groups.map((group) => {
    const parent = parents.get(group.learning_outcome_group_id ?? 0);
    const shared = abbreviated(group);
    return inOrderOf(OutcomeGroup, {
      ...shared,
      import_url: `${shared.url}/import`,
      ...(parent && { parent_outcome_group: abbreviated(parent) }),
      context_id: group.context_id,
      context_type: group.context_type,
      description: group.description,
    });
  });
}

export async function serializeOutcomeGroup(ctx: Context, group: OutcomeGroupRow): Promise<OutcomeGroup> {
  const [json] = await serializeOutcomeGroups(ctx, [group], 'full');
  return json as OutcomeGroup;
}

/** A root is called as its context is at the moment. */
async function titles(
  ctx: Context,
  groups: readonly OutcomeGroupRow[],
): Promise<(group: OutcomeGroupRow) => string> {
  const first = groups[0];
  if (!first) return ({ title }) => title;
  const name = outcomeContextName(await outcomeContextOf(ctx, first));
  return ({ title, learning_outcome_group_id }) => (learning_outcome_group_id === null ? name : title);
}

async function parentsOf(
  ctx: Context,
  groups: readonly OutcomeGroupRow[],
): Promise<Map<number, OutcomeGroupRow>> {
  const ids = groups.flatMap(({ learning_outcome_group_id: id }) => (id === null ? [] : [id]));
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export interface LinkView {
  outcomeStyle: Style;
  groupStyle?: Style;
  /** An account's friendly words for its outcomes. */
  friendly?: boolean;
  /** It was just removed, so nobody can unlink it. */
  removed?: boolean;
}

/** Links of one context, in a number of queries that doesn't grow with the list. */
export async function serializeOutcomeLinks(
  ctx: Context,
  links: readonly OutcomeLinkRow[],
  view: LinkView,
): Promise<OutcomeLink[]> {
  const assessedHere = await assessedIn(ctx, links);
  const [outcomes, groups, isManaged, removable] = await Promise.all([
    linkedOutcomes(ctx, links).then((rows) =>
      serializeOutcomes(ctx, rows, { style: view.outcomeStyle, assessedHere, friendly: view.friendly }),
    ),
    linkingGroups(ctx, links).then((rows) => serializeOutcomeGroups(ctx, rows, view.groupStyle ?? 'abbrev')),
    managedAmong(ctx, links),
    view.removed
      ? undefined
      : removableLinks(
          ctx,
          links.map(({ id }) => id),
        ),
  ]);
  const outcomeById = new Map(outcomes.map((json) => [json.id, json]));
  const groupById = new Map(groups.map((json) => [json.id, json]));
  return links.map((link) => {
    const { id, learning_outcome_id: outcomeId, learning_outcome_group_id: groupId } = link;
    return inOrderOf(OutcomeLink, {
      // The links of global groups are their groups' in Canvas.
      context_id: link.context_id ?? groupId,
      context_type: link.context_type ?? 'LearningOutcomeGroup',
      quiz_lti: false,
      url: `${outcomeApiPath(link)}/outcome_groups/${groupId}/outcomes/${outcomeId}`,
      outcome_group: groupById.get(groupId) as OutcomeGroup,
      outcome: outcomeById.get(outcomeId) as OutcomeLink['outcome'],
      ...(removable && { can_unlink: isManaged(link) && removable.has(id) }),
      assessed: assessedHere.has(outcomeId),
    });
  });
}

export async function serializeOutcomeLink(
  ctx: Context,
  link: OutcomeLinkRow,
  view: Partial<LinkView> = {},
): Promise<OutcomeLink> {
  const [json] = await serializeOutcomeLinks(ctx, [link], { outcomeStyle: 'abbrev', ...view });
  return json as OutcomeLink;
}

/** Those outcomes that students of the links' course were assessed with; of an account nobody is. */
async function assessedIn(ctx: Context, links: readonly OutcomeLinkRow[]): Promise<ReadonlySet<number>> {
  const first = links[0];
  if (first?.context_type !== 'Course' || first.context_id === null) return new Set();
  const rows = await ctx.db
    .selectFrom('learning_outcome_results')
    .select('learning_outcome_id')
    .distinct()
    .where('course_id', '=', first.context_id)
    .where('learning_outcome_id', '=', anyOf(links.map(({ learning_outcome_id }) => learning_outcome_id)))
    .execute();
  return new Set(rows.map(({ learning_outcome_id }) => learning_outcome_id));
}

async function linkedOutcomes(ctx: Context, links: readonly OutcomeLinkRow[]): Promise<OutcomeRow[]> {
  return await ctx.db
    .selectFrom('learning_outcomes')
    .selectAll()
    .where('id', '=', anyOf(links.map(({ learning_outcome_id }) => learning_outcome_id)))
    .execute();
}

async function linkingGroups(ctx: Context, links: readonly OutcomeLinkRow[]): Promise<OutcomeGroupRow[]> {
  return await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where('id', '=', anyOf(links.map(({ learning_outcome_group_id }) => learning_outcome_group_id)))
    .execute();
}
