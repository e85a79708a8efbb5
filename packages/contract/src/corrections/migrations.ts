import type { Correction } from '../corrections.ts';
import type { DocumentedParam } from '../data.ts';
import { flag, integer, json, oneOf, text, texts } from './params.ts';

const contexts = ['accounts/{account_id}', 'courses/{course_id}', 'groups/{group_id}', 'users/{user_id}'];
const source = 'app/controllers/content_migrations_controller.rb, update_migration';

/** What both take and only the creation documents. */
const shared: Readonly<Record<string, DocumentedParam>> = {
  'pre_attachment[name]': text,
  'pre_attachment[size]': integer,
  'pre_attachment[content_type]': text,
  'pre_attachment[on_duplicate]': oneOf('overwrite', 'rename'),
  'settings[file_url]': text,
  'settings[content_export_id]': text,
  'settings[source_course_id]': text,
  'settings[folder_id]': text,
  'settings[overwrite_quizzes]': flag,
  'settings[question_bank_id]': integer,
  'settings[question_bank_name]': text,
  'settings[insert_into_module_id]': integer,
  'settings[insert_into_module_type]': text,
  'settings[insert_into_module_position]': integer,
  'settings[move_to_assignment_group_id]': integer,
  'settings[importer_skips]': texts,
  'settings[import_blueprint_settings]': flag,
  'settings[import_quizzes_next]': flag,
  'date_shift_options[shift_dates]': flag,
  'date_shift_options[old_start_date]': { type: 'string', format: 'date' },
  'date_shift_options[old_end_date]': { type: 'string', format: 'date' },
  'date_shift_options[new_start_date]': { type: 'string', format: 'date' },
  'date_shift_options[new_end_date]': { type: 'string', format: 'date' },
  'date_shift_options[day_substitutions][X]': integer,
  'date_shift_options[remove_dates]': flag,
  selective_import: flag,
  select: json,
};

/** Parameters that the page of content migrations describes in words. */
export const migrationCorrections: readonly Correction[] = [
  {
    operations: contexts.map((context) => `PUT /api/v1/${context}/content_migrations/{id}`),
    because: 'It takes the same parameters as the creation, but for the type.',
    source,
    params: { ...shared, copy: json, do_not_run: flag },
  },
  {
    operations: contexts.map((context) => `POST /api/v1/${context}/content_migrations`),
    because: 'What selective_data names can be sent at once; do_not_run leaves the migration waiting.',
    source,
    params: { copy: json, do_not_run: flag, 'settings[import_quizzes_next]': flag },
  },
];
