import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import { type SectionRight, sectionGrants } from '../../domain/section-rights.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseId } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

/** A section is never without its course: every right in it comes from there. */
export type SectionInCourse = SectionRow & { readonly course: CourseRow };

const columns = { sis_section_id: 'sis_section_id', sis_integration_id: 'integration_id' } as const;

/** `42`, `sis_section_id:X`, `sis_integration_id:Y` → a live section of a live course. Throws NotFound. */
async function findSection(ctx: Context, text: string): Promise<SectionInCourse> {
  const id = parseId(text, 'section');
  let query = ctx.db.selectFrom('course_sections').selectAll().where('workflow_state', '=', 'active');
  if (id.by === 'id') query = query.where('id', '=', id.id);
  else if (id.by === 'column') {
    query = query.where(columns[id.column], '=', id.value).where('root_account_id', '=', ctx.rootAccount.id);
  } else throw new NotFound();
  const section = await query.executeTakeFirst();
  if (!section) throw new NotFound();
  const course = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', section.course_id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!course) throw new NotFound();
  return { ...section, course };
}

/** A section of this course alone. Throws NotFound. */
export async function findSectionOf(ctx: Context, course: CourseRow, text: string): Promise<SectionInCourse> {
  const section = await findSection(ctx, text);
  if (section.course_id !== course.id) throw new NotFound();
  return section;
}

async function grants(ctx: Context, section: SectionInCourse, right: SectionRight): Promise<boolean> {
  return sectionGrants(right, {
    sectionId: section.id,
    course: await courseAccess(ctx, section.course),
  });
}

/** `load: { section: section('id') }` */
export const section = loads<SectionInCourse, SectionRight>({ find: findSection, grants });

/** A section of the course that was loaded before it. */
export const sectionInCourse = loads<SectionInCourse, SectionRight>({
  find: (ctx, id, { course }) => findSectionOf(ctx, course as CourseRow, id),
  grants,
});
