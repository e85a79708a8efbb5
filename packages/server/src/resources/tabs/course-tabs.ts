/**
 * The navigation of a course. Source: Canvas's Course#tabs_available.
 *
 * What counts its content is unused without any (used-tabs.ts); there are no quizzes. External tools, conferences and
 * collaborations don't exist here, and Canvas leaves their tabs out where none is set up.
 */
import { ofCourse } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { type CourseAccess, type CourseRight, courseGrants } from '../../domain/course-rights.ts';
import type { CourseSettings } from '../../domain/course-settings.ts';
import { defaultEditingRoles } from '../../domain/wiki-access.ts';
import type { TabEntry } from './entry.ts';

interface CourseTab {
  readonly label: string;
  readonly path: string;
  readonly visibility?: 'admins';
}

const tabs = {
  home: { label: 'Home', path: '' },
  announcements: { label: 'Announcements', path: '/announcements' },
  assignments: { label: 'Assignments', path: '/assignments' },
  discussions: { label: 'Discussions', path: '/discussion_topics' },
  grades: { label: 'Grades', path: '/grades' },
  people: { label: 'People', path: '/users' },
  pages: { label: 'Pages', path: '/wiki' },
  files: { label: 'Files', path: '/files' },
  syllabus: { label: 'Syllabus', path: '/assignments/syllabus' },
  outcomes: { label: 'Outcomes', path: '/outcomes' },
  rubrics: { label: 'Rubrics', path: '/rubrics', visibility: 'admins' },
  quizzes: { label: 'Quizzes', path: '/quizzes' },
  modules: { label: 'Modules', path: '/modules' },
  schedule: { label: 'Schedule', path: '' },
  groups: { label: 'Groups', path: '/groups' },
  settings: { label: 'Settings', path: '/settings' },
} as const satisfies Record<string, CourseTab>;

type TabId = keyof typeof tabs;

const isTab = (id: string): id is TabId => Object.hasOwn(tabs, id);

const STANDARD = (Object.keys(tabs) as TabId[]).filter((id) => id !== 'schedule' && id !== 'groups');
/** Canvas for Elementary: a class that only gathers its pupils, a subject, and the tabs of a subject's own page. */
const HOMEROOM: readonly TabId[] = ['announcements', 'syllabus', 'people', 'files', 'settings'];
const ELEMENTARY = STANDARD.filter((id) => id !== 'home');
const SUBJECT: readonly TabId[] = ['home', 'schedule', 'modules', 'grades', 'groups'];

const editsContent: readonly CourseRight[] = [
  'manage_course_content_add',
  'manage_course_content_edit',
  'manage_course_content_delete',
];
const editsAssignments: readonly CourseRight[] = [
  'manage_assignments_add',
  'manage_assignments_edit',
  'manage_assignments_delete',
];
const editsFiles: readonly CourseRight[] = ['manage_files_add', 'manage_files_edit', 'manage_files_delete'];
const managesPeople: readonly CourseRight[] = [
  'allow_course_admin_actions',
  'add_student_to_course',
  'add_teacher_to_course',
  'add_ta_to_course',
  'add_designer_to_course',
  'add_observer_to_course',
  'remove_student_from_course',
  'remove_teacher_from_course',
  'remove_ta_from_course',
  'remove_designer_from_course',
  'remove_observer_from_course',
];
const readsOrEdits: readonly CourseRight[] = ['read', ...editsContent];

/** Of these rights one is needed for each of these lists. */
const shownTo: Record<TabId, readonly (readonly CourseRight[])[]> = {
  home: [readsOrEdits],
  announcements: [readsOrEdits, ['read_announcements']],
  assignments: [[...readsOrEdits, ...editsAssignments]],
  discussions: [['read_forum', 'post_to_forum', 'create_forum', 'moderate_forum']],
  grades: [['read_grades', 'view_all_grades', 'manage_grades']],
  people: [['read_roster']],
  pages: [readsOrEdits],
  files: [['read_files', ...editsFiles]],
  syllabus: [[...readsOrEdits, 'read_syllabus', ...editsAssignments]],
  outcomes: [readsOrEdits, [...editsContent, 'participate_as_student', 'read_as_admin']],
  rubrics: [['read_as_admin'], ['read_rubrics', 'manage_rubrics']],
  quizzes: [[...readsOrEdits, ...editsAssignments]],
  modules: [readsOrEdits],
  schedule: [],
  groups: [['read_roster']],
  settings: [['read_as_admin']],
};

/** Who sees a tab that is hidden or unused, besides those who edit the course. */
const alsoHiddenTo: Partial<Record<TabId, readonly CourseRight[]>> = {
  assignments: editsAssignments,
  syllabus: editsAssignments,
  quizzes: editsAssignments,
  grades: ['view_all_grades', 'manage_grades'],
  files: editsFiles,
  discussions: ['moderate_forum'],
  people: managesPeople,
};

export interface CourseTabsOptions {
  /** The page of an elementary subject instead of the navigation. */
  subjectTabs?: boolean;
}

/** The tabs behind which a course has something. */
export type UsedTabs = ReadonlySet<string>;

/** The tabs of a course that the one with this access sees, in order. */
export function courseTabs(
  course: CourseRow,
  access: CourseAccess,
  settings: CourseSettings,
  used: UsedTabs,
  { subjectTabs = false }: CourseTabsOptions = {},
): TabEntry[] {
  const kind = kindOf(course, settings, subjectTabs);
  const may = (rights: readonly CourseRight[]) => rights.some((right) => courseGrants(right, access));
  const editor = may([...editsContent, 'read_as_admin']);
  return (
    arranged(course, kind)
      .map(({ id, hidden }) => ({ id, hidden, unused: isUnused(id, kind, course, settings, used) }))
      .filter(({ id }) => shownTo[id].every(may))
      // Pupils aren't shown that there are none.
      .filter(({ id }) => id !== 'groups' || used.has(id) || courseGrants('read_as_admin', access))
      .filter(({ id, hidden, unused }) => !(hidden || unused) || editor || may(alsoHiddenTo[id] ?? []))
      .map(({ id, hidden, unused }) => {
        const tab: CourseTab = tabs[id];
        return {
          id,
          label: id === 'syllabus' && kind !== 'standard' ? 'Important Info' : tab.label,
          path: `/courses/${course.id}${tab.path}`,
          ...(hidden && { hidden }),
          ...(unused && { unused }),
          ...(tab.visibility && { visibility: tab.visibility }),
        };
      })
  );
}

type Kind = 'standard' | 'homeroom' | 'elementary' | 'subject';

const defaults: Record<Kind, readonly TabId[]> = {
  standard: STANDARD,
  homeroom: HOMEROOM,
  elementary: ELEMENTARY,
  subject: SUBJECT,
};

function kindOf(course: CourseRow, { isElementary }: CourseSettings, subjectTabs: boolean): Kind {
  if (!isElementary) return 'standard';
  if (course.homeroom_course) return 'homeroom';
  return subjectTabs ? 'subject' : 'elementary';
}

interface Placed {
  readonly id: TabId;
  readonly hidden: boolean;
}

/** As the teachers have put them, with what they haven't put behind it. Home stays first and Settings last. */
function arranged(course: CourseRow, kind: Kind): Placed[] {
  const known = defaults[kind];
  const configuration = kind === 'elementary' ? [] : (course.tab_configuration ?? []);
  const placed = configuration.flatMap(({ id, hidden }): Placed[] =>
    isTab(id) && known.includes(id) ? [{ id, hidden: hidden === true }] : [],
  );
  const rest = known
    .filter((id) => !placed.some((tab) => tab.id === id))
    .map((id): Placed => ({ id, hidden: false }));
  const schedule = rest.find(({ id }) => id === 'schedule');
  if (schedule && placed.length > 0) {
    return [...placed.slice(0, 1), schedule, ...placed.slice(1), ...rest.filter((tab) => tab !== schedule)];
  }
  const all = [...placed, ...rest];
  if (kind === 'subject') return all;
  const between = all.filter(({ id }) => id !== 'home' && id !== 'settings');
  return [...fixed(known, 'home'), ...between, ...fixed(known, 'settings')];
}

const fixed = (known: readonly TabId[], id: 'home' | 'settings'): Placed[] =>
  known.includes(id) ? [{ id, hidden: false }] : [];

const countsContent = new Set<TabId>([
  'announcements',
  'assignments',
  'discussions',
  'files',
  'modules',
  'outcomes',
  'pages',
  'quizzes',
]);

function isUnused(
  id: TabId,
  kind: Kind,
  course: CourseRow,
  settings: CourseSettings,
  used: UsedTabs,
): boolean {
  if (!countsContent.has(id) || used.has(id)) return false;
  if (id === 'modules') return kind !== 'subject';
  // What students may begin themselves is of use without any.
  if (id === 'discussions') return !settings.flag('allow_student_discussion_topics');
  if (id === 'pages') return !defaultEditingRoles(ofCourse(course)).split(',').includes('students');
  return true;
}
