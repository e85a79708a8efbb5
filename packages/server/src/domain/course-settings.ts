/**
 * What a course's `settings` hold beside its columns, and what holds where nobody has chosen.
 * Source: the settings of Canvas's Course; those that an account may decide are inherited from its chain.
 */
import type { JsonValue } from '../db/json-columns.ts';
import type { Context } from '../http/context.ts';
import { inheritedSetting, settingsAlong } from './account-settings.ts';
import type { CourseRow } from './course-access.ts';
import { enabledFeatures } from './features.ts';

/** Flags with their values where nothing is stored. */
const courseFlags = {
  allow_final_grade_override: false,
  allow_student_anonymous_discussion_topics: false,
  allow_student_discussion_editing: true,
  allow_student_discussion_reporting: true,
  allow_student_discussion_topics: true,
  allow_student_organized_groups: true,
  conditional_release: false,
  enable_course_paces: false,
  filter_speed_grader_by_student_group: false,
  hide_distribution_graphs: false,
  hide_sections_on_course_users_page: false,
  lock_all_announcements: false,
  restrict_quantitative_data: false,
  restrict_student_future_view: false,
  restrict_student_past_view: false,
  show_announcements_on_home_page: false,
  show_total_grade_as_points: false,
  sync_enrollments_from_homeroom: false,
  syllabus_course_summary: true,
  usage_rights_required: false,
} as const satisfies Record<string, boolean>;

export type CourseFlag = keyof typeof courseFlags;

export const courseFlagNames = Object.keys(courseFlags) as CourseFlag[];

/** What an account decides for the courses below it, unless it leaves them the choice. */
type Inherited =
  | 'conditional_release'
  | 'default_due_time'
  | 'lock_all_announcements'
  | 'restrict_student_future_view'
  | 'restrict_student_past_view'
  | 'usage_rights_required';

const inherited = new Set<string>([
  'conditional_release',
  'default_due_time',
  'lock_all_announcements',
  'restrict_student_future_view',
  'restrict_student_past_view',
  'usage_rights_required',
] satisfies Inherited[]);

/** Behind features that Easel has off, whatever is stored. */
const behindFeature: Partial<Record<CourseFlag, string>> = {
  allow_final_grade_override: 'final_grades_override',
  filter_speed_grader_by_student_group: 'filter_speed_grader_by_student_group',
};

/** The settings of one course as they are in force. */
export interface CourseSettings {
  flag(name: CourseFlag): boolean;
  /** `HH:MM:SS`, or null where nobody has chosen. */
  readonly defaultDueTime: string | null;
  isLocked(name: Inherited): boolean;
  /** Canvas for Elementary, which the account chain turns on. */
  readonly isElementary: boolean;
}

/** The settings of some courses, in one query. */
export async function courseSettings(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<(course: CourseRow) => CourseSettings> {
  const chains = await settingsAlong(
    ctx,
    courses.map(({ account_id }) => account_id),
  );
  return (course) => {
    const chain = chains.get(course.account_id) ?? [];
    // The course is the last of its chain, of the settings that are handed down at all.
    const choose = (name: string): JsonValue | undefined =>
      inherited.has(name) ? inheritedSetting([...chain, course.settings], name).value : course.settings[name];
    return {
      flag(name) {
        const feature = behindFeature[name];
        if (feature && !enabledFeatures.has(feature)) return false;
        const chosen = choose(name);
        return chosen === undefined || chosen === null ? courseFlags[name] : chosen === true;
      },
      defaultDueTime: textOr(choose('default_due_time'), null),
      isLocked: (name) => inheritedSetting(chain, name).locked,
      isElementary: inheritedSetting(chain, 'enable_as_k5_account').value === true,
    };
  };
}

const textOr = <T>(value: JsonValue | undefined, otherwise: T) =>
  typeof value === 'string' ? value : otherwise;

/** What of a request's parameters is kept in `settings`: the same for a course and for its settings endpoint. */
export function settingsChanges(params: SettingsParams, course?: CourseRow): { settings?: string } {
  const chosen: Record<string, JsonValue> = {};
  for (const name of courseFlagNames) {
    const value = params[name];
    if (value !== undefined) chosen[name] = value;
  }
  if (params.home_page_announcement_limit !== undefined) {
    chosen['home_page_announcement_limit'] = params.home_page_announcement_limit;
  }
  if (params.default_due_time !== undefined) {
    chosen['default_due_time'] = timeOfDay(params.default_due_time);
  }
  if (params.homeroom_course_id !== undefined) {
    chosen['homeroom_course_id'] = params.homeroom_course_id || null;
  }
  Object.assign(chosen, wikiEditingRoles(params, course));
  if (params.files_visibility !== undefined) chosen['files_visibility'] = params.files_visibility;
  if (Object.keys(chosen).length === 0) return {};
  return { settings: JSON.stringify({ ...course?.settings, ...chosen }) };
}

export type SettingsParams = Partial<Record<CourseFlag, boolean>> & {
  home_page_announcement_limit?: number | null;
  default_due_time?: string | null;
  homeroom_course_id?: string | null;
  default_wiki_editing_roles?: string | null;
  /** An older way to say that students are among them. */
  allow_student_wiki_edits?: boolean;
  files_visibility?: string | null | undefined;
};

/** Who may edit pages that don't say so themselves; teachers unless others are named. */
function wikiEditingRoles(
  { default_wiki_editing_roles: asked, allow_student_wiki_edits: students }: SettingsParams,
  course?: CourseRow,
): Record<string, JsonValue> {
  if (asked === undefined && students === undefined) return {};
  const before = course?.settings['default_wiki_editing_roles'];
  const roles = new Set((asked ?? textOr(before, 'teachers')).split(',').filter(Boolean));
  if (students === true) roles.add('students');
  if (students === false) roles.delete('students');
  return { default_wiki_editing_roles: [...roles].join(',') || null };
}

/** `22:00`, `10pm` → `22:00:00`; null, which inherits, for `inherit` and for what is no time. */
function timeOfDay(text: string | null): string | null {
  const match = /^\s*(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*(am|pm)?\s*$/i.exec(text ?? '');
  if (!match) return null;
  const [, hour, minute, second = '00', half] = match;
  if (minute === undefined && half === undefined) return null;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute ?? 0) > 59 || Number(second) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}:${second}`;
}
