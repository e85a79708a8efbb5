import type { Correction } from '../corrections.ts';

/** Operations whose path ends in a path of its own, which the documentation has no word for. */
export const pathCorrections: readonly Correction[] = [
  {
    operations: [
      'GET /api/v1/users/{user_id}/custom_data',
      'PUT /api/v1/users/{user_id}/custom_data',
      'DELETE /api/v1/users/{user_id}/custom_data',
    ],
    because: 'Whatever follows is the scope, which only the prose and the examples show.',
    source: 'app/controllers/custom_data_controller.rb; the route custom_data(/*scope)',
    tail: 'scope',
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/folders/by_path/{full_path}',
      'GET /api/v1/groups/{group_id}/folders/by_path/{full_path}',
      'GET /api/v1/users/{user_id}/folders/by_path/{full_path}',
    ],
    because: 'A folder is named by all the folders above it.',
    source: 'app/controllers/folders_controller.rb resolve_path; the route by_path/*full_path',
    tail: 'full_path',
  },
];
