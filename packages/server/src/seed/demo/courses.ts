/** The 200 courses of Easel University: what is offered in which term, and what has become of it. */
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Chance } from '../chance.ts';
import type { Identities } from '../identities.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { departments, manuallyCreatedCourses } from './accounts.ts';
import { after, days, earlier, FOUNDED, TODAY } from './calendar.ts';
import { type CourseStates, type DemoTerm, demoTerms } from './terms.ts';

export interface DemoCourse {
  id: number;
  name: string;
  /** `BIOL 101` */
  code: string;
  accountId: number;
  /** Its place among `departments`; null for what people made themselves. */
  department: number | null;
  /** Null for the Default Term. */
  term: DemoTerm | null;
  sisId: string | null;
  state: keyof CourseStates;
  created_at: string;
}

/** Made by hand, in the Default Term, so many days after the foundation. */
const ownCourses: readonly [name: string, code: string, state: keyof CourseStates, day: number][] = [
  ['Library Orientation', 'LIBRARY', 'available', 3],
  ['Academic Integrity Tutorial', 'INTEGRITY', 'available', 5],
  ['New Student Orientation 2024', 'NSO24', 'completed', 12],
  ['Course Template', 'TEMPLATE', 'claimed', 40],
  ['Faculty Teaching Commons', 'COMMONS', 'available', 61],
  ['Laboratory Safety', 'LABSAFE', 'available', 90],
  ['Sandbox: Biology', 'SANDBOX-BIOL', 'claimed', 120],
  ['Sandbox: Computer Science', 'SANDBOX-CS', 'claimed', 133],
  ['Research Ethics Training', 'ETHICS', 'available', 170],
  ['Sandbox: Nursing', 'SANDBOX-NURS', 'deleted', 201],
  ['Chess Club', 'CHESS', 'available', 260],
  ['New Student Orientation 2025', 'NSO25', 'completed', 372],
  ['Thesis Writing Group', 'THESIS', 'available', 401],
  ['Orchestra Rehearsals', 'ORCH', 'available', 420],
  ['Sandbox: History', 'SANDBOX-HIST', 'created', 515],
  ['Accreditation 2027', 'ACCRED27', 'created', 640],
  ['New Student Orientation 2026', 'NSO26', 'available', 733],
  ['Unnamed Course', 'Unnamed', 'created', 760],
];

/** Those of the institution; the others lie where people make courses for themselves. */
const INSTITUTIONAL = /^(LIBRARY|INTEGRITY|NSO|TEMPLATE|COMMONS|LABSAFE|ETHICS)/;

/** By id, from 1 on: what was made by hand, then term by term. */
export function makeCourses(): DemoCourse[] {
  const chance = new Chance('courses');
  const courses = ownCourses.map(([name, code, state, day]) => ({
    name,
    code,
    accountId: INSTITUTIONAL.test(code) ? 1 : manuallyCreatedCourses,
    department: null,
    term: null,
    sisId: null,
    state,
    created_at: after(FOUNDED, days(day)),
  }));
  return [...courses, ...demoTerms.flatMap((term, index) => offerings(term, index, chance))].map(
    (course, index) => ({ ...course, id: index + 1 }),
  );
}

/** Every department offers about as many courses as the others, and others than in the term before. */
function offerings(term: DemoTerm, termIndex: number, chance: Chance): Omit<DemoCourse, 'id'>[] {
  const states = Object.entries(term.courses).flatMap(([state, count]) =>
    Array<keyof CourseStates>(count).fill(state as keyof CourseStates),
  );
  return chance.shuffled(states).map((state, index) => {
    // Five and 24 have no divisor in common, so that a term passes all departments before it comes round.
    const department = (index * 5 + termIndex * 7) % departments.length;
    const { prefix, courses, accountId } = departments[department] as (typeof departments)[number];
    const round = Math.floor(index / departments.length);
    const title = courses[(round + termIndex * 2) % courses.length] as string;
    const number = title.split(' ', 1)[0] as string;
    return {
      name: title.slice(number.length + 1),
      code: `${prefix} ${number}`,
      accountId,
      department,
      term,
      sisId: `${term.sis_term_id}-${prefix.toLowerCase()}-${number}`,
      state,
      created_at: after(term.start_at, days(-120) + chance.between(0, days(20))),
    };
  });
}

export async function insertCourses(db: Db, courses: DemoCourse[], identities: Identities): Promise<void> {
  const chance = new Chance('course settings');
  await insertRows(
    db,
    'courses',
    courses.map((course) => row(course, identities, chance)),
  );
}

const FORMATS = ['on_campus', 'on_campus', 'blended', 'online'];
const VIEWS = ['modules', 'modules', 'modules', 'wiki', 'syllabus', 'assignments', 'feed'];
const LICENSES = ['private', 'private', 'private', 'cc_by', 'cc_by_nc_sa', 'public_domain'];
/** The languages that LANG courses are taught in, by their numbers. */
const LOCALES: Readonly<Record<string, string>> = {
  'LANG 111': 'es',
  'LANG 121': 'fr',
  'LANG 131': 'de',
  'LANG 221': 'fr',
  'LANG 311': 'es',
};

function row(course: DemoCourse, identities: Identities, chance: Chance): NewRow<'courses'> {
  const { id, name, code, state, term, sisId } = course;
  const isOpen = term === null ? code === 'LIBRARY' || code === 'INTEGRITY' : chance.happens(0.08);
  const selfEnrolls = code === 'CHESS' || code === 'THESIS';
  const dates = ownDates(course, chance);
  return {
    id,
    name,
    name_key: sortKey(name),
    course_code: code,
    account_id: course.accountId,
    root_account_id: 1,
    enrollment_term_id: term?.id ?? 1,
    uuid: identities.uuid('course', id),
    lti_context_id: identities.guid('course', id),
    workflow_state: state,
    ...dates,
    sis_course_id: sisId,
    integration_id: sisId && chance.happens(0.3) ? `cat-${20_000 + id}` : null,
    is_public: isOpen,
    is_public_to_auth_users: !isOpen && chance.happens(0.08),
    public_syllabus: isOpen || chance.happens(0.15),
    public_syllabus_to_auth: chance.happens(0.1),
    public_description: isOpen ? `${name}, open to everybody who would like to look in.` : null,
    syllabus_body: chance.happens(0.6) ? syllabus(course) : null,
    storage_quota_mb: chance.happens(0.1) ? 1000 : 500,
    default_view: chance.pick(VIEWS),
    license: isOpen ? 'cc_by' : chance.pick(LICENSES),
    locale: LOCALES[code] ?? null,
    time_zone: chance.happens(0.03) ? 'America/Chicago' : null,
    course_format: term === null ? null : chance.pick(FORMATS),
    open_enrollment: selfEnrolls,
    self_enrollment: selfEnrolls,
    self_enrollment_code: selfEnrolls
      ? identities.uuid('self enrollment', id).slice(0, 6).toUpperCase()
      : null,
    hide_final_grades: chance.happens(0.1),
    apply_assignment_group_weights: chance.happens(0.4),
    course_color: chance.happens(0.2) ? chance.pick(['#0B874B', '#BF32A4', '#2573B5', '#E1185C']) : null,
    template: code === 'TEMPLATE',
    blueprint: code === 'COMMONS',
    blueprint_restrictions: code === 'COMMONS' ? { content: true, points: false } : null,
    created_at: course.created_at,
    updated_at: updatedAt(course),
    deleted_at: state === 'deleted' ? updatedAt(course) : null,
  };
}

/** Publishing notes when a course started and concluding when it ended; some courses have dates of their own. */
function ownDates({ state, term, created_at }: DemoCourse, chance: Chance) {
  if (term !== null && chance.happens(0.08)) {
    return {
      start_at: after(term.start_at, days(14)),
      conclude_at: after(term.end_at, days(-7)),
      restrict_enrollments_to_course_dates: true,
    };
  }
  const published = state === 'available' || state === 'completed';
  const start = term?.start_at ?? after(created_at, days(7));
  return {
    start_at: published ? after(start, days(-3)) : null,
    conclude_at: state === 'completed' ? concludedAt(start, term) : null,
    restrict_enrollments_to_course_dates: false,
  };
}

/** One course of the current term was concluded before its time. */
function concludedAt(start: string, term: DemoTerm | null): string {
  return earlier(term ? after(term.end_at, days(5)) : after(start, days(60)), after(TODAY, days(-4)));
}

function updatedAt({ state, term, created_at }: DemoCourse): string {
  if (state === 'created') return created_at;
  if (term === null) return earlier(after(created_at, days(30)), after(TODAY, days(-1)));
  if (state === 'deleted') return after(created_at, days(40));
  if (state === 'claimed') return after(created_at, days(60));
  return earlier(after(term.end_at, days(5)), after(TODAY, days(-2)));
}

function syllabus({ name, code, term }: DemoCourse): string {
  return `<h2>${code}: ${name}</h2><p>${term?.name ?? 'All year'}. Office hours by appointment; bring your questions.</p>`;
}
