/** What of a request's parameters goes into a category. Source: Canvas's GroupCategories::Params. */
import { type SqlBool, sql } from 'kysely';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import { tagLimitReached } from '../../domain/group-making.ts';
import { type FieldErrors, InvalidRecord } from '../../errors.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';

export type CategoryParams = Omit<
  Params<'POST /api/v1/courses/{course_id}/group_categories'>,
  'non_collaborative'
>;

type Kept = Pick<GroupCategoryRow, 'name' | 'self_signup' | 'auto_leader' | 'group_limit'>;

/** A category as it will be, saved or not. */
export type Draft = Kept &
  Pick<GroupCategoryRow, 'id' | 'context_type' | 'context_id' | 'role' | 'non_collaborative'>;

/** The groups to make with it. */
export interface Wanted {
  readonly count: number;
  /** How many are to be in each, where that was asked rather than a number of groups. */
  readonly size: number;
  /** Everybody who is in none is put into one at once. */
  readonly assign: boolean;
}

const MOST_GROUPS = 200;
const LONGEST_NAME = 255;

const oneOf = <T extends string>(words: readonly T[], text: string | null | undefined): T | null =>
  words.find((word) => word === text?.toLowerCase()) ?? null;

/** What isn't said is taken away, but for the name. */
export function keptValues(params: CategoryParams, name: string): Kept {
  return {
    name: params.name ?? name,
    self_signup: selfSignup(params),
    auto_leader: autoLeader(params),
    group_limit: params.group_limit ? Math.min(Math.max(params.group_limit, -INT4_MAX), INT4_MAX) : null,
  };
}

function selfSignup(params: CategoryParams): Kept['self_signup'] {
  const named = oneOf(['enabled', 'restricted'], params.self_signup);
  if (named || !params.enable_self_signup) return named;
  return params.restrict_self_signup ? 'restricted' : 'enabled';
}

function autoLeader({
  auto_leader,
  enable_auto_leader,
  auto_leader_type,
}: CategoryParams): Kept['auto_leader'] {
  if (enable_auto_leader === false) return null;
  if (!enable_auto_leader) return oneOf(['first', 'random'], auto_leader);
  const type = oneOf(['first', 'random'], auto_leader_type);
  if (type) return type;
  throw new InvalidRecord({
    auto_leader: ["AutoLeader type needs to be one of the following values: null, 'first', 'random'"],
  });
}

/** Only courses make groups with their categories. */
export function wantedGroups(params: CategoryParams, draft: Draft): Wanted {
  if (draft.context_type !== 'Course') return { count: 0, size: 0, assign: false };
  const { self_signup } = draft;
  const splits = params.split_groups !== '0';
  const asked = self_signup
    ? params.create_group_count
    : splits
      ? (params.split_group_count ?? params.create_group_count)
      : 0;
  return {
    count: Math.min(Math.max(asked ?? 0, 0), MOST_GROUPS),
    size: Math.max(params.create_group_member_count ?? 0, 0),
    assign: self_signup === null && splits && !params.assign_async,
  };
}

const PROTECTED = {
  Course: ['Student Groups', 'Imported Groups'],
  Account: ['Communities', 'Imported Groups'],
} as const;

/** @throws InvalidRecord with all that is wrong */
export async function refuseInvalid(
  ctx: Context,
  draft: Draft,
  before: GroupCategoryRow | undefined,
  { count }: Wanted = { count: 0, size: 0, assign: false },
): Promise<void> {
  const errors: Record<string, FieldErrors[string]> = {};
  const name = draft.name === before?.name ? undefined : await nameError(ctx, draft, count);
  if (name) errors['name'] = [name];
  if (draft.group_limit !== null && draft.group_limit <= 1)
    errors['group_limit'] = ['Must be greater than 1'];
  if (draft.self_signup && draft.self_signup !== before?.self_signup) {
    if (draft.context_type !== 'Course' && draft.role !== 'communities') {
      errors['enable_self_signup'] = ['Self-signup may only be enabled for course groups or communities'];
    } else if (draft.self_signup === 'restricted' && (await hasMixedGroup(ctx, draft))) {
      errors['restrict_self_signup'] = [
        "Can't restrict self-signup while a mixed-section group exists in the category",
      ];
    }
  }
  const base = await tagProblems(ctx, draft, before);
  if (base.length > 0) errors['base'] = base;
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

async function nameError(ctx: Context, draft: Draft, groups: number): Promise<string | undefined> {
  const { name, context_type } = draft;
  const longest = LONGEST_NAME - (groups > 0 ? String(groups).length + 1 : 0);
  if (name.trim() === '') return 'Name is required';
  if (!draft.non_collaborative) {
    if ((PROTECTED[context_type] as readonly string[]).includes(name)) return `${name} is a reserved name.`;
    if (await isTaken(ctx, draft)) return `${name} is already in use.`;
  }
  return name.length > longest ? 'Enter a shorter category name' : undefined;
}

async function isTaken(ctx: Context, { id, name, context_type, context_id }: Draft): Promise<boolean> {
  const other = await ctx.db
    .selectFrom('group_categories')
    .select('id')
    .where('context_type', '=', context_type)
    .where('context_id', '=', context_id)
    .where('name', '=', name)
    .where('id', '<>', id)
    .where('deleted_at', 'is', null)
    .where('non_collaborative', '=', false)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** A group whose members have no section in common. */
async function hasMixedGroup(ctx: Context, { id }: Draft): Promise<boolean> {
  const mixed = await ctx.db
    .selectFrom('groups')
    .select('id')
    .where('group_category_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .where('context_type', '=', 'Course')
    .where(
      sql<SqlBool>`not exists (select 1 from course_sections
        where course_sections.course_id = groups.context_id and course_sections.workflow_state = 'active'
          and not exists (select 1 from group_memberships
            where group_memberships.group_id = groups.id and group_memberships.workflow_state <> 'deleted'
              and not exists (select 1 from enrollments
                where enrollments.course_section_id = course_sections.id
                  and enrollments.user_id = group_memberships.user_id
                  and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
                  and enrollments.workflow_state in ('active', 'invited', 'creation_pending'))))`,
    )
    .limit(1)
    .executeTakeFirst();
  return mixed !== undefined;
}

async function tagProblems(
  ctx: Context,
  draft: Draft,
  before: GroupCategoryRow | undefined,
): Promise<string[]> {
  if (!draft.non_collaborative) return [];
  if (draft.context_type !== 'Course') {
    return ['Non-collaborative group categories can only be created for courses'];
  }
  const full = before === undefined && (await tagLimitReached(ctx, draft.context_id));
  return full ? ['You have reached the tag limit for this course'] : [];
}

/** @throws InvalidRecord where another category has it, be it deleted */
export async function refuseTakenSisId(ctx: Context, sisId: string, exceptId: number): Promise<void> {
  const other = await ctx.db
    .selectFrom('group_categories')
    .select('id')
    .where('root_account_id', '=', ctx.rootAccount.id)
    .where('sis_group_category_id', '=', sisId)
    .where('id', '<>', exceptId)
    .executeTakeFirst();
  if (other) throw new InvalidRecord({ sis_source_id: [['taken', 'has already been taken']] });
}
