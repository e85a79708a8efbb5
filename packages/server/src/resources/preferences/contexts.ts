/** What an asset string names: `course_42`, `user_1` … */
import { anyOf } from '../../db/any-of.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { type CourseAccess, courseGrants } from '../../domain/course-rights.ts';
import { sectionGrants } from '../../domain/section-rights.ts';
import { mayToUser } from '../../domain/user-access.ts';
import type { Context } from '../../http/context.ts';

export interface NamedContext {
  /** In its usual spelling: `course_042` → `course_42`. */
  asset_string: string;
  mayRead(): Promise<boolean>;
}

type Finder = (ctx: Context, ids: readonly number[]) => Promise<Map<number, () => Promise<boolean>>>;

const courses: Finder = async (ctx, ids) => {
  const rows = await ctx.db.selectFrom('courses').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map(({ id }) => [id, async () => courseGrants('read', await accessTo(ctx, rows, id))]));
};

const sections: Finder = async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom('course_sections')
    .innerJoin('courses', 'courses.id', 'course_sections.course_id')
    .selectAll('courses')
    .select('course_sections.id as sectionId')
    .where('course_sections.id', '=', anyOf(ids))
    .execute();
  return new Map(
    rows.map(({ sectionId, id }) => [
      sectionId,
      async () => sectionGrants('read', { sectionId, course: await accessTo(ctx, rows, id) }),
    ]),
  );
};

const accounts: Finder = async (ctx, ids) => {
  const rows = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, () => mayInAccount(ctx, row, 'read')]));
};

const users: Finder = async (ctx, ids) => {
  const rows = await ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, () => mayToUser(ctx, row, 'read')]));
};

/** There are no groups yet. */
const groups: Finder = async () => new Map();

const finders: Readonly<Record<string, Finder>> = {
  account: accounts,
  course: courses,
  course_section: sections,
  group: groups,
  user: users,
};

/** The access to one course; the first to ask works it out for all. */
async function accessTo(ctx: Context, rows: readonly CourseRow[], id: number): Promise<CourseAccess> {
  return (await courseAccesses(ctx, rows)).get(id) as CourseAccess;
}

/** @returns asset string as given → what it names, deleted or not; one that names nothing is left out */
export async function findContexts(
  ctx: Context,
  names: readonly string[],
): Promise<Map<string, NamedContext>> {
  const asked = names.flatMap((name) => {
    const [, type, digits] = /^(\w+)_(\d{1,18})$/.exec(name) ?? [];
    return type && Object.hasOwn(finders, type) ? [{ name, type, id: Number(digits) }] : [];
  });
  const found = new Map<string, NamedContext>();
  for (const [type, sameType] of Map.groupBy(asked, ({ type }) => type)) {
    const readers = await finders[type]?.(
      ctx,
      sameType.map(({ id }) => id),
    );
    for (const { name, id } of sameType) {
      const mayRead = readers?.get(id);
      if (mayRead) found.set(name, { asset_string: `${type}_${id}`, mayRead });
    }
  }
  return found;
}
