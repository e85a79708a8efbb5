import { anyOf } from '../../db/any-of.ts';
import type { GroupRow } from '../../domain/group-access.ts';
import { type GroupValues, groupErrors, refuseTakenSisGroupId } from '../../domain/group-making.ts';
import { categoryOf, endMemberships, settleLeaders } from '../../domain/group-members.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { type FieldErrors, InvalidRecord, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { group } from './load.ts';
import { Group } from './schema.ts';
import { demandSisRight, groupValues, inviteAll, peopleAround, serializeWritten } from './write.ts';

type UpdateParams = Params<'PUT /api/v1/groups/{group_id}'>;

export default operation('PUT /api/v1/groups/{group_id}', {
  summary: 'Change a group',
  load: { group: group('group_id') },
  requires: { group: 'update' },
  returns: Group,
  async handle({ ctx, group, params }) {
    const leader = await leaderChange(ctx, group, params);
    await demandSisRight(ctx, params.sis_group_id, 'update');
    if (params.sis_group_id) await refuseTakenSisGroupId(ctx, params.sis_group_id, group.id);
    const changed = await change(ctx, group, {
      ...(await unstuck(group, params, await groupValues(ctx, group, params))),
      ...(await avatarChange(ctx, group, params)),
      ...leader,
      ...(params.sis_group_id !== undefined && { sis_group_id: params.sis_group_id || null }),
    });
    if (params.members) await setMembers(ctx, changed, params.members);
    return await serializeWritten(ctx, changed);
  },
});

async function change(ctx: Context, group: GroupRow, asked: GroupValues): Promise<GroupRow> {
  const category = await categoryOf(ctx, group);
  const is_public = (asked.is_public ?? group.is_public) && category.role === 'communities';
  const errors: FieldErrors = {
    ...groupErrors(asked),
    ...(group.is_public && !is_public && { is_public: ['cannot be changed to that value'] }),
  };
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  const renamed = asked.name !== undefined && asked.name !== group.name;
  return await ctx.db
    .updateTable('groups')
    .set({
      ...asked,
      is_public,
      max_membership: (asked.max_membership ?? group.max_membership) || category.group_limit,
      ...(renamed && {
        name_key: sortKey(asked.name ?? ''),
        stuck_sis_fields: [...new Set([...group.stuck_sis_fields, 'name'])],
      }),
      updated_at: ctx.now,
    })
    .where('id', '=', group.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A name that somebody has chosen stays where a SIS writes. */
async function unstuck(group: GroupRow, params: UpdateParams, values: GroupValues): Promise<GroupValues> {
  if (params.override_sis_stickiness !== false || !group.stuck_sis_fields.includes('name')) return values;
  const { name: _, ...others } = values;
  return others;
}

/** A picture among the group's own files; what is none takes the picture away. */
async function avatarChange(
  ctx: Context,
  { id }: GroupRow,
  { avatar_id }: UpdateParams,
): Promise<GroupValues> {
  if (!avatar_id) return {};
  const picture = await ctx.db
    .selectFrom('attachments')
    .select('id')
    .where('id', '=', avatar_id)
    .where('context_type', '=', 'Group')
    .where('context_id', '=', id)
    .where('file_state', '<>', 'deleted')
    .where('content_type', 'like', 'image%')
    .executeTakeFirst();
  return { avatar_attachment_id: picture?.id ?? null };
}

/** @throws Refusal for somebody who isn't in the group */
async function leaderChange(ctx: Context, group: GroupRow, { leader }: UpdateParams): Promise<GroupValues> {
  const sent = ctx.request.params['leader'];
  if (sent === '' || sent === null) return { leader_id: null };
  if (!leader) return {};
  const member =
    leader.id &&
    (await ctx.db
      .selectFrom('group_memberships')
      .select('user_id')
      .where('group_id', '=', group.id)
      .where('user_id', '=', leader.id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst());
  if (!member) throw new Refusal(400, {});
  if (group.non_collaborative) {
    throw new InvalidRecord({ base: ['Non-collaborative groups cannot have a leader'] });
  }
  return { leader_id: member.user_id };
}

/** Exactly these, of whom those who are new are invited. */
async function setMembers(ctx: Context, group: GroupRow, texts: readonly string[]): Promise<void> {
  const users = await peopleAround(ctx, group, texts);
  const others = await ctx.db
    .selectFrom('group_memberships')
    .select('id')
    .where('group_id', '=', group.id)
    .where('workflow_state', '<>', 'deleted')
    .where((eb) => eb.not(eb('user_id', '=', anyOf(users.map(({ id }) => id)))))
    .execute();
  await endMemberships(
    ctx,
    others.map(({ id }) => id),
  );
  await inviteAll(ctx, group, users);
  await settleLeaders(ctx, [group.id]);
}
