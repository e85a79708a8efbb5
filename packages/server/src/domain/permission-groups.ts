export interface PermissionGroupSpec {
  readonly label: string;
  readonly subtitle: string;
}

const group = (label: string, subtitle: string): PermissionGroupSpec => ({ label, subtitle });

/** Granular permissions that the permissions page shows, and an API caller may set, as one. */
export const permissionGroups = {
  manage_account_calendar: group('Manage Account Calendars', 'add / edit / delete / change visibility'),
  manage_assignments_and_quizzes: group('Manage Assignments and Quizzes', 'add / delete / edit'),
  manage_course_content: group('Manage Course Content', 'add / delete / edit'),
  manage_course_designer_enrollments: group('Users - Designers', 'add / remove in courses'),
  manage_course_observer_enrollments: group('Users - Observers', 'add / remove in courses'),
  manage_course_student_enrollments: group('Users - Students', 'add / remove in courses'),
  manage_course_ta_enrollments: group('Users - TAs', 'add / remove in courses'),
  manage_course_teacher_enrollments: group('Users - Teachers', 'add / remove in courses'),
  manage_course_templates: group('Manage Course Templates', 'create / delete / edit'),
  manage_courses: group('Manage Courses', 'add / manage / conclude / delete / publish / reset'),
  manage_differentiation_tags: group('Manage Differentiation Tags', 'add / delete / manage'),
  manage_files: group('Manage Course Files', 'add / delete / edit'),
  manage_groups: group('Manage Groups', 'add / delete / manage'),
  manage_lti: group('Manage LTI', 'add / delete / edit'),
  manage_sections: group('Manage Course Sections', 'add / delete / edit'),
  manage_wiki: group('Manage Pages', 'create / delete / update'),
  users_manage_access_tokens: group('Users - Manage Access Tokens', 'create / update / delete / view'),
  manage_temporary_enrollments: group('Users - Temporary Enrollments', 'add / edit / delete'),
  view_advanced_analytics: group(
    'Intelligent Insights',
    'ask your data / students in need / course readiness / financial aid',
  ),
} satisfies Record<string, PermissionGroupSpec>;

export type PermissionGroup = keyof typeof permissionGroups;
