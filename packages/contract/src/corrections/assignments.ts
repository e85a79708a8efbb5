import type { Correction } from '../corrections.ts';
import { flag, json, text } from './params.ts';

export const assignmentCorrections: readonly Correction[] = [
  {
    operations: [
      'POST /api/v1/courses/{course_id}/assignments',
      'PUT /api/v1/courses/{course_id}/assignments/{id}',
    ],
    because:
      'What the documentation calls text is an object: the tool that the assignment opens. The thread got a bare 500 for it.',
    source: 'semantics/assignments_submissions.md; lib/api/v1/assignment.rb',
    params: {
      'assignment[external_tool_tag_attributes][url]': text,
      'assignment[external_tool_tag_attributes][new_tab]': flag,
      'assignment[external_tool_tag_attributes][content_type]': text,
      'assignment[external_tool_tag_attributes][content_id]': text,
      'assignment[external_tool_tag_attributes][custom_params]': json,
      'assignment[external_tool_tag_attributes][title]': text,
      'assignment[turnitin_settings]': json,
    },
  },
];
