import { type AnyEnrollmentType, baseRoleOf, type EnrollmentType, isStaff } from './base-roles.ts';

/** UTC as `YYYY-MM-DDTHH:MM:SSZ`, so that dates compare as text. */
type Timestamp = string;

interface Dates {
  readonly start_at: Timestamp | null;
  readonly end_at: Timestamp | null;
}

export type EnrollmentWorkflowState =
  | 'creation_pending'
  | 'invited'
  | 'active'
  | 'completed'
  | 'inactive'
  | 'rejected'
  | 'deleted';

export type EnrollmentDateState = EnrollmentWorkflowState | 'pending_active' | 'pending_invited';

export interface DatedEnrollment extends Dates {
  readonly type: AnyEnrollmentType;
  readonly workflow_state: EnrollmentWorkflowState;
}

export interface DatedSection extends Dates {
  /** Null where nobody said. */
  readonly restrict_enrollments_to_section_dates: boolean | null;
}

export interface DatedCourse {
  readonly workflow_state: string;
  readonly start_at: Timestamp | null;
  readonly conclude_at: Timestamp | null;
  readonly restrict_enrollments_to_course_dates: boolean;
}

export interface ViewRestrictions {
  readonly restrict_student_past_view: boolean;
  readonly restrict_student_future_view: boolean;
}

export interface DatedTerm extends Dates {
  readonly overrides: Partial<Record<EnrollmentType, Dates>>;
}

export interface EnrollmentStanding {
  readonly state: EnrollmentDateState;
  /** The student may not even look: the course hides itself before its start or after its end. */
  readonly restricted_access: boolean;
}

function termDates(term: DatedTerm, type: AnyEnrollmentType): Dates {
  // The test student is nobody's enrollment type, so no override is his.
  const override = type === 'StudentViewEnrollment' ? undefined : term.overrides[baseRoleOf(type)];
  return {
    // Staff prepare their course before the term starts.
    start_at: override?.start_at ?? (isStaff(type) ? null : term.start_at),
    end_at: override?.end_at ?? term.end_at,
  };
}

/** Staff have access in any of several periods, everybody else in exactly one. */
function periods(
  enrollment: DatedEnrollment,
  section: DatedSection,
  course: DatedCourse,
  term: DatedTerm,
): readonly Dates[] {
  // Half a period of its own is none.
  if (enrollment.start_at && enrollment.end_at) return [enrollment];

  const byTerm = termDates(term, enrollment.type);
  const alsoByTerm = isStaff(enrollment.type) ? [byTerm] : [];
  if (section.restrict_enrollments_to_section_dates) return [section, ...alsoByTerm];
  if (course.restrict_enrollments_to_course_dates)
    return [{ start_at: course.start_at, end_at: course.conclude_at }, ...alsoByTerm];
  return [byTerm];
}

const includes = ({ start_at, end_at }: Dates, now: Timestamp) =>
  (start_at ?? now) <= now && now <= (end_at ?? now);

/** Whose view a course may restrict: the students' and observers', not the test student's. */
const isViewRestrictable = (type: AnyEnrollmentType) =>
  type === 'StudentEnrollment' || type === 'ObserverEnrollment';

function stateByDates(
  { type, workflow_state }: DatedEnrollment,
  periods: readonly Dates[],
  now: Timestamp,
): EnrollmentDateState {
  if (periods.some((period) => includes(period, now))) return workflow_state;

  const dates = periods.flatMap(({ start_at, end_at }) => [start_at, end_at]).filter((date) => date !== null);
  if (dates.some((date) => date < now)) return 'completed';
  if (type === 'StudentViewEnrollment') return workflow_state;
  if (!isViewRestrictable(type)) return 'inactive';
  return workflow_state === 'active' ? 'pending_active' : 'pending_invited';
}

/** What an enrollment is worth now. Source: EnrollmentState and EnrollmentDateBuilder of Canvas. */
export function enrollmentStanding(
  enrollment: DatedEnrollment,
  section: DatedSection,
  course: DatedCourse & { readonly settings: ViewRestrictions },
  term: DatedTerm,
  now: Timestamp,
): EnrollmentStanding {
  const { type, workflow_state } = enrollment;
  const followsDates = workflow_state === 'invited' || workflow_state === 'active';
  const state = !followsDates
    ? workflow_state
    : course.workflow_state === 'completed'
      ? 'completed'
      : stateByDates(enrollment, periods(enrollment, section, course, term), now);

  const hidden: Partial<Record<EnrollmentDateState, boolean>> = {
    completed: course.settings.restrict_student_past_view,
    creation_pending: course.settings.restrict_student_future_view,
    pending_active: course.settings.restrict_student_future_view,
    pending_invited: course.settings.restrict_student_future_view,
  };
  return { state, restricted_access: isViewRestrictable(type) && (hidden[state] ?? false) };
}

/** The state that lists of one's own enrollments filter by: being kept out is being inactive. */
export const effectiveState = ({ state, restricted_access }: EnrollmentStanding): EnrollmentDateState =>
  restricted_access ? 'inactive' : state;

/** Concluded by hand, or ended by its own dates or else by the term's, for one type of enrollment if given. */
export function courseConcluded(
  course: DatedCourse,
  term: DatedTerm,
  now: Timestamp,
  type?: EnrollmentType,
): boolean {
  if (course.workflow_state === 'completed') return true;
  if (course.conclude_at && course.restrict_enrollments_to_course_dates) return course.conclude_at < now;
  const end = (type && term.overrides[type]?.end_at) ?? term.end_at;
  return end !== null && end < now;
}

/** Over by its own dates where they count, else with its course. */
export function sectionConcluded(
  section: Omit<DatedSection, 'start_at'>,
  now: Timestamp,
  courseIsConcluded: boolean,
): boolean {
  if (section.end_at === null || !section.restrict_enrollments_to_section_dates) return courseIsConcluded;
  return section.end_at < now;
}
