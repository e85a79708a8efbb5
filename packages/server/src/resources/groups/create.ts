import { demand } from '../../domain/demand.ts';
import { forgetGroupAccess, type GroupCategoryRow, mayInNewGroup } from '../../domain/group-access.ts';
import { communitiesOf, makeGroup } from '../../domain/group-making.ts';
import { addMember } from '../../domain/group-members.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { isParams } from '../../http/rack-params.ts';
import { groupCategory } from '../group-categories/load.ts';
import { Group } from './schema.ts';
import { demandSisRight, groupValues, inviteAll, peopleAround, serializeWritten } from './write.ts';

type CreateParams = Params<'POST /api/v1/groups'>;

async function createGroup(ctx: Context, category: GroupCategoryRow, params: CreateParams) {
  await demand(ctx, mayInNewGroup(ctx, { ...category, group_category_id: category.id }, 'create'));
  await demandSisRight(ctx, params.sis_group_id, 'set');
  const values = await groupValues(ctx, category, params);
  const group = await makeGroup(ctx, category, { ...values, sis_group_id: params.sis_group_id || null });
  // Whoever starts a community runs it.
  if (category.role === 'communities') {
    await addMember(ctx, group, ctx.me, { state: 'accepted', moderator: true });
  }
  await inviteAll(ctx, group, await peopleAround(ctx, group, chosen(params.invitees)));
  forgetGroupAccess(ctx);
  return await serializeWritten(ctx, group);
}

/** `invitees[42]=1&invitees[43]=0` → 42 */
function chosen(invitees: CreateParams['invitees']): string[] {
  if (invitees === undefined || !isParams(invitees)) return [];
  return Object.entries(invitees).flatMap(([id, value]) => (String(value) === '0' ? [] : [id]));
}

export const createCommunity = operation('POST /api/v1/groups', {
  summary: 'Make a community: a group of the institution that people join as they like',
  requires: 'user',
  returns: Group,
  handle: async ({ ctx, params }) => createGroup(ctx, await communitiesOf(ctx, ctx.rootAccount), params),
});

export const createInCategory = operation('POST /api/v1/group_categories/{group_category_id}/groups', {
  summary: 'Make a group in a category',
  load: { category: groupCategory('group_category_id') },
  requires: { category: 'add' },
  returns: Group,
  handle: ({ ctx, category, params }) => createGroup(ctx, category, params),
});
