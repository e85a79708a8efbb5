/** The parameters of `course_section[…]` → columns, said once for create and update. */
import type { Updateable } from 'kysely';
import type { CourseSectionsTable } from '../../db/tables/index.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { type FieldErrors, InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';

export type SectionParams = NonNullable<Params<'PUT /api/v1/sections/{id}'>['course_section']>;
export type SectionChanges = Updateable<CourseSectionsTable>;

const MAX_TEXT = 255;
const tooLong = (text: string | null | undefined) => (text?.length ?? 0) > MAX_TEXT;

/** Name and dates. Throws InvalidRecord. */
export function contentChanges(params: SectionParams, section?: SectionRow): SectionChanges {
  const { name, start_at, end_at, restrict_enrollments_to_section_dates: restrict } = params;
  const start = start_at === undefined ? section?.start_at : start_at;
  const end = end_at === undefined ? section?.end_at : end_at;
  const errors: Record<string, FieldErrors[string]> = {};
  if (tooLong(name)) errors['name'] = [['too_long', 'is too long (maximum is 255 characters)']];
  if (start && end && end < start) errors['end_at'] = ['End date cannot be before start date'];
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  return {
    ...(name != null && { name, name_key: sortKey(name) }),
    ...(start_at !== undefined && { start_at }),
    ...(end_at !== undefined && { end_at }),
    ...(restrict !== undefined && { restrict_enrollments_to_section_dates: restrict }),
  };
}

export async function managesSis(ctx: Context): Promise<boolean> {
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  return permissions.has('manage_sis');
}

const sisFields = [
  { column: 'sis_section_id', attribute: 'sis_source_id', called: 'SIS ID' },
  // Spelled as Canvas spells it.
  { column: 'integration_id', attribute: 'integration_id', called: 'INTEGRATRION ID' },
] as const;

/** Refuses ids that another section of the institution has, be it deleted. Throws InvalidRecord. */
export async function refuseTakenSisIds(
  ctx: Context,
  changes: SectionChanges,
  sectionId?: number,
): Promise<void> {
  for (const { column, attribute, called } of sisFields) {
    const value = changes[column];
    if (!value) continue;
    if (tooLong(value)) {
      throw new InvalidRecord({ [attribute]: [['too_long', 'is too long (maximum is 255 characters)']] });
    }
    const holder = await ctx.db
      .selectFrom('course_sections')
      .select('id')
      .where('root_account_id', '=', ctx.rootAccount.id)
      .where(column, '=', value)
      .$if(sectionId !== undefined, (query) => query.where('id', '<>', sectionId as number))
      .limit(1)
      .executeTakeFirst();
    if (holder) throw new InvalidRecord({ [attribute]: [`${called} "${value}" is already in use`] });
  }
}
