import { mayInAccount } from '../../domain/account-access.ts';
import { NotFound } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';

/** Stands for "no template, even if an account above has one". */
const NONE = 0;

/**
 * The course that new courses of an account begin as copies of.
 *
 * @param asked null to inherit, 0 for none, else a template course
 * @returns undefined where nothing changes
 * @throws NotFound where it is no template course of the institution
 */
export async function chosenTemplate(
  ctx: Context,
  account: Account,
  asked: number | null | undefined,
): Promise<number | null | undefined | 'unauthorized'> {
  if (asked === undefined || asked === account.course_template_id) return undefined;
  const may = (right: 'add_course_template' | 'edit_course_template' | 'delete_course_template') =>
    mayInAccount(ctx, account, right);
  if (asked === null || asked === NONE) {
    return (await may('delete_course_template')) || (await may('edit_course_template'))
      ? asked
      : 'unauthorized';
  }
  await findTemplate(ctx, asked);
  if (await may('edit_course_template')) return asked;
  return account.course_template_id === null && (await may('add_course_template')) ? asked : 'unauthorized';
}

async function findTemplate(ctx: Context, id: number): Promise<void> {
  const course = await ctx.db
    .selectFrom('courses')
    .select('id')
    .where('id', '=', id)
    .where('root_account_id', '=', ctx.rootAccount.id)
    .where('template', '=', true)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!course) throw new NotFound();
}
