import { type Permission, permissions } from '../domain/permissions.ts';
import type { Operation } from '../http/operation.ts';

/** What an operation's `requires` means, as a sentence: "Who may call it?" */
export function whoMay({ requires }: Pick<Operation, 'requires'>): string {
  if (requires === 'public') return 'Anyone, even without a token.';
  if (requires === 'user')
    return 'Whoever has a valid token; each sees and changes what is theirs to see and change.';
  const demands = Object.entries(requires).map(([name, rights]) => {
    const anyOf = typeof rights === 'string' ? [rights] : rights;
    return anyOf.map((right) => holders(name, right)).join(', or ');
  });
  return `${capitalised(demands.join('; and '))}.`;
}

/** Rights of which nothing is said here, so that a test can ask for words. */
export function wordlessRights({ requires }: Pick<Operation, 'requires'>): string[] {
  if (typeof requires === 'string') return [];
  return Object.entries(requires).flatMap(([name, rights]) =>
    [rights]
      .flat()
      .filter((right) => !isPermission(right) && !words[thingOf(name)]?.[right])
      .map((right) => `${thingOf(name)}: ${right}`),
  );
}

function holders(name: string, right: string): string {
  const thing = thingOf(name);
  const derived = words[thing]?.[right];
  if (derived) return derived;
  const place = places[thing] ?? `the ${thing}`;
  return isPermission(right)
    ? `whoever has the permission “${permissions[right].label.trim()}” (${right}) in ${place}`
    : `whoever has the right “${right}” to ${place}`;
}

const isPermission = (right: string): right is Permission => Object.hasOwn(permissions, right);

/** Operations name what they load by its part in them. */
const parts: Readonly<Record<string, string>> = {
  newCourse: 'course',
  observer: 'user',
  student: 'user',
  owner: 'user',
  from: 'user',
  into: 'user',
};
const thingOf = (name: string) => parts[name] ?? name;

const places: Readonly<Record<string, string>> = {
  account: 'the account',
  course: 'the course',
  section: 'the section’s course',
  enrollment: 'the enrollment’s course',
  user: 'the user’s account',
};

const loginManagers =
  'administrators with the permission “Users - manage login details” (manage_user_logins)';
const outranking = `${loginManagers} whose own permissions reach at least as far as the user’s`;
const selfOr = (others: string) => `the user, ${others}`;
const courseStaff = 'teachers, TAs and designers of the course';

/** In the words of a person; the rules themselves are in domain/*-rights.ts. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account: {
    read: 'administrators of the account, and teachers, TAs and designers of its courses',
    read_terms: 'administrators of the account or of one below it, and teachers and TAs',
    create_courses:
      'whoever has the permission “Courses - add” (manage_courses_add) in the account, and teachers, students and newcomers where the account’s settings let them',
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
    use_student_view: `${courseStaff}, also after its end, and administrators with “Courses - manage / update” (manage_courses_admin)`,
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
    read: selfOr(`his observers, and ${loginManagers}`),
    read_profile: selfOr(`his teachers, whoever reads reports on one of his courses, and ${loginManagers}`),
    api_show_user: selfOr(`administrators who see the account’s users (read_roster), and ${loginManagers}`),
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
      'and whoever has the permission to generate pairing codes in one of his courses',
    ),
  },
  report: {
    read: 'administrators of the institution with the permission “Account-level settings - manage” (manage_account_settings)',
  },
  progress: {
    read: 'whoever may read what the job is about',
    cancel: 'whoever started the job',
  },
};

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
