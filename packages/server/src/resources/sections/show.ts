import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { section, sectionInCourse } from './load.ts';
import { Section } from './schema.ts';
import { askedOf, serializeSection } from './serialize.ts';

const inCourse = operation('GET /api/v1/courses/{course_id}/sections/{id}', {
  summary: 'One section of a course',
  load: { course: course('course_id'), section: sectionInCourse('id') },
  requires: { section: 'read' },
  returns: Section,
  handle: ({ ctx, section, params }) =>
    serializeSection(ctx, section, askedOf(section.course, params.include)),
});

const alone = operation('GET /api/v1/sections/{id}', {
  summary: 'One section',
  load: { section: section('id') },
  requires: { section: 'read' },
  returns: Section,
  handle: ({ ctx, section, params }) =>
    serializeSection(ctx, section, askedOf(section.course, params.include)),
});

export default [inCourse, alone];
