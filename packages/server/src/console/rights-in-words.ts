/** What rights mean, in the words of a person. */
import type { OperationId } from '@easel/contract';

/** Operations name what they load by its part in them. */
const parts: Readonly<Record<string, string>> = {
  newCourse: 'course',
  observer: 'user',
  student: 'user',
  owner: 'user',
  from: 'user',
  into: 'user',
  root: 'folder',
};
export const thingOf = (name: string) => parts[name] ?? name;

export const places: Readonly<Record<string, string>> = {
  account: 'the account',
  course: 'the course',
  section: 'the section’s course',
  enrollment: 'the enrollment’s course',
  user: 'the user’s account',
  group: 'the group’s course or account',
};

const loginManagers =
  'administrators with the permission “Users - manage login details” (manage_user_logins)';
const outranking = `${loginManagers} whose own permissions reach at least as far as the user’s`;
const selfOr = (others: string) => `the user, ${others}`;
const courseStaff = 'teachers, TAs and designers of the course';

/** By what is asked of, then by right. The rules themselves are in domain/*-rights.ts. */
export const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account: {
    read: 'administrators of the account, and teachers, TAs and designers of its courses',
    manage: 'administrators of the account',
    read_terms: 'administrators of the account or of one below it, and teachers and TAs',
    view_account_calendar_details:
      'whoever belongs to the account where its calendar is visible; with manage_account_calendar_visibility hidden ones too',
    create_courses:
      'whoever has the permission “Courses - add” (manage_courses_add) in the account, and teachers, students and newcomers where the account’s settings let them',
  },
  appointments: {
    read: 'students of its courses and sections, or members of its groups, once it is published, and those who manage it',
    manage:
      'whoever has the permission “Course Calendar - add / edit / delete” (manage_calendar) in one of its courses and sees all whom it is for',
  },
  context: {
    read: 'whoever may read the course, account or group',
    read_outcomes: 'members of the course, whoever may read it, and whoever belongs to the account',
  },
  course: {
    read: 'members of the course (students once it is published), anyone whom its visibility lets in, and administrators who see course content',
    read_as_admin: `${courseStaff}, also after its end, and administrators of its account`,
    manage: `active ${courseStaff}, and administrators with “Courses - manage / update” (manage_courses_admin)`,
    update: `active ${courseStaff}, and administrators with “Courses - manage / update” (manage_courses_admin)`,
    delete:
      'teachers and designers with “Courses - delete” (manage_courses_delete) where the course has no SIS id, and administrators with it',
    conclude: 'whoever has the permission “Courses - conclude” (manage_courses_conclude) in the course',
    undelete:
      'whoever may delete the course, and administrators with “Courses - undelete” (undelete_courses)',
    reset_content:
      'teachers and designers with “Courses - reset” (manage_courses_reset), and administrators with it; never in a template',
    read_files: 'whoever may read the course’s files: its members, and anyone whom their visibility lets in',
    use_student_view: `${courseStaff}, also after its end, and administrators with “Courses - manage / update” (manage_courses_admin)`,
  },
  file: {
    read: 'whoever may know of the file: members of its course, its owner, anyone where it is public',
    download: 'whoever may open the file: those who may read it, while it isn’t locked',
    update: 'whoever has manage_files_edit where the file belongs (its owner, of one’s own files)',
    delete: 'whoever has manage_files_delete where the file belongs (its owner, of one’s own files)',
  },
  folder: {
    read: 'whoever may read files where the folder belongs, unless it is hidden, and whoever manages them',
    read_contents:
      'whoever may read files where the folder belongs, unless it is hidden or locked, and whoever manages them',
    update: 'whoever has manage_files_edit where the folder belongs (its owner, of one’s own folders)',
    delete: 'whoever has manage_files_delete where the folder belongs (its owner, of one’s own folders)',
    manage_contents:
      'whoever may add, edit or delete files where the folder belongs (its owner, of one’s own folders)',
  },
  group: {
    read: 'members of the group, whoever may see all student groups of its course or account (view_group_pages), and whoever manages groups there',
    read_roster: 'whoever may look into the group, and those who may join it',
    read_files: 'members of the group, and whoever may look into it',
    update:
      'moderators and the leader of the group, and whoever has the permission “Groups - manage” (manage_groups_manage)',
    manage:
      'moderators of the group, and whoever has the permission “Groups - manage” (manage_groups_manage)',
    delete:
      'moderators of the group, and whoever has the permission “Groups - delete” (manage_groups_delete)',
    manage_files_add: 'members of the group who are at work in its course, and whoever manages groups there',
    manage_files_edit: 'members of the group who are at work in its course, and whoever manages groups there',
    manage_files_delete:
      'members of the group who are at work in its course, and whoever manages groups there',
  },
  membership: {
    read: 'whoever may see who is in the group',
    update:
      'whoever may manage the group: its moderators, and whoever has the permission “Groups - manage” (manage_groups_manage)',
    delete: 'whoever may manage the group, and the member himself where one joins by oneself',
  },
  category: {
    view: 'whoever has one of the permissions to add, manage or delete groups in the course or account (of tags: differentiation tags)',
    add: 'whoever has the permission “Groups - add” (manage_groups_add); for tags manage_tags_add',
    manage:
      'whoever has the permission “Groups - manage” (manage_groups_manage); for tags manage_tags_manage',
    delete:
      'whoever has the permission “Groups - delete” (manage_groups_delete); for tags manage_tags_delete',
  },
  section: {
    read: 'whoever may see the people of the section, and whoever may manage the course’s sections',
    update: 'whoever has the permission to edit sections (manage_sections_edit) in the section’s course',
    delete: 'whoever has the permission to delete sections (manage_sections_delete) in the section’s course',
  },
  enrollment: {
    conclude:
      'whoever has the permission “Users - allow administrative actions in courses” (allow_course_admin_actions) in the course; for students, manage_students will do',
    delete:
      'whoever has the permission to remove people of that kind from the course (remove_student_from_course, remove_teacher_from_course, …)',
  },
  user: {
    read: selfOr(`the user’s observers, and ${loginManagers}`),
    read_profile: selfOr(
      `the user’s teachers, whoever reads reports on one of the user’s courses, and ${loginManagers}`,
    ),
    api_show_user: selfOr(`administrators who see the account’s users (read_roster), and ${loginManagers}`),
    read_files: selfOr(`the user’s observers, and ${loginManagers}`),
    read_grades: selfOr('and administrators who see all grades (view_all_grades) or manage students'),
    read_access_tokens: selfOr(
      'and administrators with “Manually Generated Access Tokens - view” (view_user_generated_access_tokens)',
    ),
    see_links: selfOr('and administrators with “Users - manage observers” (manage_user_observers)'),
    manage: 'the user alone',
    manage_user_details: outranking,
    manage_custom_data: selfOr(`and ${outranking}`),
    update_avatar: selfOr(`and ${outranking}`),
    merge: outranking,
    delete_logins: `${outranking}; where the user has an SIS login, it also takes “SIS Data - manage” (manage_sis)`,
    terminate_sessions: loginManagers,
    generate_observer_pairing_code: selfOr(
      'and whoever has the permission to generate pairing codes in one of the user’s courses',
    ),
  },
  report: {
    read: 'administrators of the institution with the permission “Account-level settings - manage” (manage_account_settings)',
  },
  period: {
    read: 'everybody of the institution; of a period that a course has for itself, whoever may read the course',
    update:
      'administrators of the institution; of a period that a course has for itself, whoever manages the course',
    delete:
      'administrators of the institution; of a period that a course has for itself, whoever manages the course',
  },
  assignment: {
    read: 'members of the course, once the assignment is published; its staff before',
    see: 'members of the course to whom it is assigned, their observers, and its staff',
    create:
      'whoever has the permission “Assignments and Quizzes - add” (manage_assignments_add) in the course',
    update:
      'whoever has the permission “Assignments and Quizzes - edit” (manage_assignments_edit) in the course',
    delete:
      'whoever has the permission “Assignments and Quizzes - delete” (manage_assignments_delete), unless its grading period is closed',
    grade: 'whoever has the permission “Grades - edit” (manage_grades) in the course',
    manage_assign_to: 'whoever may change the assignment and sees all its students',
    attach_submission_comment_files: 'students to whom it is assigned, and whoever grades it',
  },
  work: {
    read: 'the student, the student’s observers and reviewers, and whoever grades in the course or sees all grades',
    mark_item_read: 'the student, and whoever grades in the course',
  },
  comment: {
    update: 'whoever wrote the comment',
    delete: 'whoever wrote the comment, and whoever grades in the course',
  },
  topic: {
    read: 'whoever may read discussions (of announcements: announcements) in the course or group, where the topic is published and meant for them; its author; moderators',
    read_replies: 'whoever may read the topic; of announcements members of the course',
    delete: 'moderators (moderate_forum), and the author until somebody has answered',
    manage_assign_to:
      'moderators (moderate_forum) who see all sections, and where it is graded may edit assignments',
  },
  entry: {
    read: 'whoever may read the topic',
    update: 'its author, where the course lets students change their posts, and moderators (moderate_forum)',
    delete: 'its author, where the course lets students change their posts, and moderators (moderate_forum)',
  },
  page: {
    read: 'whoever may read the course’s or group’s pages, once it is published; those who edit pages before',
    read_revisions: 'whoever may change the page: by its editing roles, and those who manage pages',
    create: 'whoever has the permission “Pages - create” (manage_wiki_create), and members of the group',
    delete: 'whoever has the permission “Pages - delete” (manage_wiki_delete), and members of the group',
  },
  module: {
    update: 'whoever has the permission “Course Content - edit” (manage_course_content_edit) in the course',
    delete:
      'whoever has the permission “Course Content - delete” (manage_course_content_delete) in the course',
  },
  item: {
    update: 'whoever has the permission “Course Content - edit” (manage_course_content_edit) in the course',
  },
  outcome: {
    read: 'whoever may read outcomes of the course or account; global ones anyone who is signed in',
    update: 'whoever has the permission “Learning Outcomes - add / edit / delete” (manage_outcomes)',
  },
  export: {
    read: 'whoever made the export, and of a course whoever may read its exports as its staff',
  },
  progress: {
    read: 'whoever may read what the job is about',
    cancel: 'whoever started the job',
  },
};

const addPermissions =
  'Whoever has the permission to add people of that kind to the course (add_student_to_course, add_teacher_to_course, …)';
const loginUpdaters = `${capitalised(outranking)}`;

const tying =
  'Whoever has the permission “Rubrics - add / edit / delete” (manage_rubrics) in the course, and whoever may change the assignment that the rubric is for.';

const calendarManagers =
  'Whoever manages the calendar: a course’s or section’s with manage_calendar, a group’s members, one’s own, a visible account’s with manage_account_calendar_events.';
const eventManagers = `${calendarManagers} What another system provides takes an account role.`;
const reserving =
  'Students of the courses and sections that the slots are for, themselves or their group; whoever manages the slots for anybody of these.';

/** Operations that decide while they work, since who may depends on what is asked for. */
export const decidedInside: Partial<Record<OperationId, string>> = {
  'GET /api/v1/calendar_events':
    'Whoever may read all the calendars that are asked for; those of open courses anybody.',
  'POST /api/v1/calendar_events': calendarManagers,
  'GET /api/v1/calendar_events/{id}': 'Whoever may read the calendar that it is in, or the assignment.',
  'PUT /api/v1/calendar_events/{id}': eventManagers,
  'DELETE /api/v1/calendar_events/{id}': `${eventManagers} Whoever has signed up for a slot withdraws so.`,
  'POST /api/v1/calendar_events/{id}/reservations': reserving,
  'POST /api/v1/calendar_events/{id}/reservations/{participant_id}': reserving,
  'GET /api/v1/calendar_events/{id}/participants':
    'Whoever manages the slots; where their group is protected also those who may sign up.',
  'GET /feeds/calendars/{feed_code}': 'Whoever knows the address.',
  'PUT /api/easel/v1/calendar_events/provided':
    'Anybody signed in; each event takes an account role that manages the calendar (manage_calendar, of an account manage_account_calendar_events).',
  'POST /api/v1/appointment_groups': 'Whoever has manage_calendar in every course that is named.',
  'GET /api/v1/users/{user_id}/calendar_events':
    'The user, his observers, and administrators with “Users - manage login details” (manage_user_logins).',
  'GET /api/v1/planner/items':
    'Anybody signed in, his own; an observer those of a student in courses where he observes him.',
  'GET /api/v1/users/{user_id}/planner/items': 'The user and his parents.',
  'POST /api/v1/courses/{course_id}/rubrics': tying,
  'PUT /api/v1/courses/{course_id}/rubrics/{id}': tying,
  'POST /api/v1/courses/{course_id}/rubric_associations': tying,
  'PUT /api/v1/courses/{course_id}/rubric_associations/{id}':
    'Whoever has the permission “Rubrics - add / edit / delete” (manage_rubrics) in the course.',
  'POST /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments':
    'Whoever grades in the course (manage_grades).',
  'PUT /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}':
    'Whoever grades in the course (manage_grades), his own assessments; with manage_rubrics those of others too.',
  'PUT /api/v1/courses/{id}':
    'Whoever has the permission “Course Content - edit” (manage_course_content_edit) in the course; an event takes its own: publishing manage_courses_publish, concluding manage_courses_conclude, deleting manage_courses_delete.',
  'GET /api/v1/users/{user_id}/courses':
    'The user, the user’s observers, and whoever may read an account that the user belongs to.',
  'GET /api/v1/courses/{course_id}/users/{user_id}/progress':
    'The user, and whoever sees all grades of the course (view_all_grades).',
  'GET /api/v1/courses/{course_id}/content_share_users': `${capitalised(courseStaff)}, and administrators of its account.`,
  'GET /api/v1/users/{user_id}/enrollments':
    'The user, the user’s observers, and administrators who see the institution’s users (read_roster).',
  'GET /api/v1/accounts/{account_id}/enrollments/{id}':
    'The one who is enrolled, and administrators who see the account’s users (read_roster).',
  'POST /api/v1/courses/{course_id}/enrollments': `${addPermissions}; anyone with the course’s self-enrollment code.`,
  'POST /api/v1/sections/{section_id}/enrollments': `${addPermissions}; anyone with the course’s self-enrollment code.`,
  'POST /api/v1/accounts/{account_id}/bulk_enrollment': `${addPermissions}, in every course named.`,
  'POST /api/v1/courses/{course_id}/enrollments/{id}/accept': 'The one who is invited.',
  'POST /api/v1/courses/{course_id}/enrollments/{id}/reject': 'The one who is invited.',
  'GET /api/v1/accounts/{account_id}/logins': `The user, the user’s observers, and ${loginManagers}.`,
  'POST /api/v1/accounts/{account_id}/logins': `${loginUpdaters}.`,
  'PUT /api/v1/accounts/{account_id}/logins/{id}': `${loginUpdaters}; one’s own password one may change oneself.`,
  'DELETE /api/v1/users/{user_id}/logins/{id}': `${loginUpdaters}; a login from SIS also takes manage_sis.`,
  'POST /api/v1/users/reset_password': `${capitalised(loginManagers)}.`,
  'PUT /api/v1/users/{user_id}/observees/{observee_id}':
    'Administrators with “Users - manage observers” (manage_user_observers).',
  'POST /api/v1/users/{user_id}/tokens':
    'The user, where the institution’s settings let them, and administrators with create_access_tokens.',
  'PUT /api/v1/users/{user_id}/tokens/{id}':
    'The user, where the institution’s settings let them, and administrators with create_access_tokens.',
  'DELETE /api/v1/users/{user_id}/tokens/{id}': 'The user, and administrators with delete_access_tokens.',
  'POST /api/v1/accounts/{account_id}/users': `${capitalised(loginManagers)}; anybody where the institution lets people register themselves.`,
  'PUT /api/v1/users/{id}': `${loginUpdaters}; the user, for what the institution’s settings let them change.`,
  'PATCH /api/v1/grading_period_sets/{set_id}/grading_periods/batch_update':
    'Administrators of the institution.',
  'PATCH /api/v1/courses/{course_id}/grading_periods/batch_update':
    'Administrators of the institution; of periods that a course has for itself, whoever grades and manages the course.',
  'DELETE /api/v1/users/{id}/mobile_sessions': `${capitalised(loginManagers)}.`,
  'DELETE /api/v1/users/mobile_sessions': `${capitalised(loginManagers)}.`,
  'POST /api/v1/users/{id}/split': `${loginUpdaters}.`,
};

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
