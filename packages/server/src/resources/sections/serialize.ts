import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import type { SectionRow } from '../../domain/course-sections.ts';
import type { Context } from '../../http/context.ts';
import { knownIncludes, loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { type SectionInclude, sectionIncludes } from './includes.ts';
import { Section } from './schema.ts';

export interface SectionView {
  course: CourseRow;
  includes?: readonly SectionInclude[];
  /** Of the students inside. */
  ofStudents?: readonly 'avatar_url'[];
  withEnrollments?: boolean;
}

/** What `include[]` asks of sections, and of the students in them. */
export const askedOf = (course: CourseRow, include: string[] | undefined): SectionView => ({
  course,
  includes: knownIncludes(include, sectionIncludes),
  ofStudents: include?.includes('avatar_url') ? ['avatar_url'] : [],
  withEnrollments: include?.includes('enrollments') ?? false,
});

/** Sections of one course as the caller may see them. */
export async function serializeSections(
  ctx: Context,
  sections: readonly SectionRow[],
  view: SectionView,
): Promise<Section[]> {
  if (sections.length === 0) return [];
  const { course } = view;
  const access = await courseAccess(ctx, course);
  const manages = courseGrants('manage_sis', access);
  const reads = manages || courseGrants('read_sis', access);
  const included = await loadIncludes(ctx, sections, view.includes ?? [], sectionIncludes, view);
  return sections.map((section) =>
    inOrderOf(Section, {
      id: section.id,
      course_id: section.course_id,
      name: section.name,
      start_at: section.start_at,
      end_at: section.end_at,
      created_at: section.created_at,
      restrict_enrollments_to_section_dates: section.restrict_enrollments_to_section_dates,
      nonxlist_course_id: section.nonxlist_course_id,
      ...(reads && {
        sis_section_id: section.sis_section_id,
        sis_course_id: course.sis_course_id,
        integration_id: section.integration_id,
      }),
      ...(manages && { sis_import_id: section.sis_import_id }),
      ...included(section),
    }),
  );
}

export async function serializeSection(
  ctx: Context,
  section: SectionRow,
  view: SectionView,
): Promise<Section> {
  const [json] = await serializeSections(ctx, [section], view);
  return json as Section;
}
