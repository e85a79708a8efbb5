import { sql } from 'kysely';
import { containing } from '../../db/containing.ts';
import { demand } from '../../domain/demand.ts';
import type { GroupRow } from '../../domain/group-access.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { knownIncludes } from '../../http/includes.ts';
import type { Params } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { type GroupsContext, mayWithGroups } from '../group-categories/rules.ts';
import { tabsOfCourses } from '../tabs/serialize.ts';
import { resolveUserIds } from '../users/load.ts';
import { Group } from './schema.ts';
import { groupIncludes, serializeGroups } from './serialize.ts';

type ListParams = Params<'GET /api/v1/courses/{course_id}/groups'>;
type Kind = 'all' | 'collaborative' | 'non_collaborative';

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'GET /api/v1/{context}/groups',
  {
    summary: 'The groups in an account or a course',
    requires: { context: 'read_roster' },
    returns: List(Group),
    async handle({ ctx, context, params }) {
      const kind = await kindFor(ctx, context, params);
      const own = params.only_own_groups === true || !(await showsPeople(ctx, context));
      const groups = (await paginate(ctx, await groupsIn(ctx, context, { ...params, kind, own }), {
        key: 'groups.id',
        order: [
          { by: 'group_categories.name_key' },
          { by: 'group_categories.id' },
          { by: 'groups.name_key' },
        ],
        kind: 'total',
      })) as GroupRow[];
      const json = await serializeGroups(ctx, groups, {
        includes: knownIncludes(params.include, groupIncludes),
        includeInactive: params.include_inactive_users === true,
      });
      return kind === 'non_collaborative' && params.user_id ? await withSets(ctx, json) : json;
    },
  },
);

/** Tags are for those who manage them: to ask for nothing else takes a right, among others they are left out. */
async function kindFor(
  ctx: Context,
  context: GroupsContext,
  { collaboration_state }: ListParams,
): Promise<Kind> {
  if (collaboration_state !== 'all' && collaboration_state !== 'non_collaborative') return 'collaborative';
  const mayView = mayWithGroups(ctx, context, 'view', true);
  if (collaboration_state === 'all') return (await mayView) ? 'all' : 'collaborative';
  await demand(ctx, mayView);
  return collaboration_state;
}

/** Where the teachers have hidden the people of a course, others see their own groups alone. */
async function showsPeople(ctx: Context, context: GroupsContext): Promise<boolean> {
  if (context.type === 'Account') return true;
  const tabsOf = await tabsOfCourses(ctx, [context.course]);
  return tabsOf(context.course).some(({ id }) => id === 'people');
}

async function groupsIn(
  ctx: Context,
  context: GroupsContext,
  { kind, own, filter, user_id }: ListParams & { kind: Kind; own: boolean },
) {
  const [userId = 0] = user_id ? await resolveUserIds(ctx, [user_id]) : [];
  const isIn = (id: number, accepted: boolean) => sql<boolean>`exists (select 1 from group_memberships
    where group_memberships.group_id = groups.id and group_memberships.user_id = ${id}
      and group_memberships.workflow_state ${accepted ? sql`= 'accepted'` : sql`<> 'deleted'`})`;
  return ctx.db
    .selectFrom('groups')
    .innerJoin('group_categories', 'group_categories.id', 'groups.group_category_id')
    .selectAll('groups')
    .where('groups.context_type', '=', context.type)
    .where('groups.context_id', '=', context.id)
    .where('groups.workflow_state', '<>', 'deleted')
    .$if(kind !== 'all', (q) => q.where('groups.non_collaborative', '=', kind === 'non_collaborative'))
    .$if(own, (q) => q.where(isIn(ctx.user?.id ?? 0, true)))
    .$if(Boolean(user_id), (q) => q.where(isIn(userId, false)))
    .$if(Boolean(filter), (q) => q.where(named(filter ?? '')));
}

/** By the group's name or a member's. */
const named = (text: string) => sql<boolean>`(groups.name ilike ${containing(text)}
  or exists (select 1 from group_memberships join users on users.id = group_memberships.user_id
    where group_memberships.group_id = groups.id and group_memberships.workflow_state <> 'deleted'
      and users.workflow_state <> 'deleted' and users.name ilike ${containing(text)}))`;

/** Of the tags of one user it is said which set each is of, and whether it is the only one there. */
async function withSets(ctx: Context, groups: Group[]): Promise<Group[]> {
  const ids = groups.map(({ group_category_id }) => group_category_id);
  const rows = await ctx.db
    .selectFrom('group_categories')
    .innerJoin('groups', 'groups.group_category_id', 'group_categories.id')
    .select((eb) => [
      'group_categories.id',
      'group_categories.name',
      sql<boolean>`count(*) = 1 and min(groups.name) = group_categories.name`.as('single'),
      eb.fn.countAll<number>().as('tags'),
    ])
    .where('group_categories.id', 'in', ids.length > 0 ? ids : [0])
    .groupBy('group_categories.id')
    .execute();
  const sets = new Map(rows.map((row) => [row.id, row]));
  return groups.map((group) => {
    const set = sets.get(group.group_category_id);
    return set ? { ...group, group_category_name: set.name, is_single_tag: set.single } : group;
  });
}
