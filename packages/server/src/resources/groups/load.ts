import { type GroupContext, ofGroup } from '../../domain/contexts.ts';
import { type GroupRow, mayInGroup } from '../../domain/group-access.ts';
import type { GroupRight } from '../../domain/group-rights.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';

const columns = { sis_group_id: 'sis_group_id', lti_context_id: 'lti_context_id' } as const;

/** `42`, `sis_group_id:X`, `lti_context_id:…` → a group that isn't deleted. Throws NotFound. */
export async function findGroup(ctx: Context, text: string): Promise<GroupRow> {
  const id = parseId(text, 'group');
  let query = ctx.db.selectFrom('groups').selectAll().where('workflow_state', '<>', 'deleted');
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else if (id.by === 'column') {
    query = query.where(columns[id.column], '=', id.value).where('root_account_id', '=', ctx.rootAccount.id);
  } else throw new NotFound();
  const group = await query.executeTakeFirst();
  if (!group) throw new NotFound();
  return group;
}

/** `load: { group: group('group_id') }` */
export const group = loads<GroupRow, GroupRight>({ find: findGroup, grants: mayInGroup });

/** A group as one of several kinds of context: `inContexts({ courses: courseContext, groups: groupContext }, …)`. */
export const groupContext: Entity<GroupContext, GroupRight> = {
  find: async (ctx, id) => ofGroup(await findGroup(ctx, id)),
  grants: (ctx, { group }, right) => mayInGroup(ctx, group, right),
};
