/** Who is in which course of the demo, as what, and how it stands with them. */
import type { Db } from '../../db/database.ts';
import { Chance } from '../chance.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { BUILT_IN_ROLES } from '../institution.ts';
import { after, days, earlier, later, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import type { Person, Population } from './people.ts';
import { GRADER } from './roles.ts';
import type { DemoSection } from './sections.ts';
import { currentTerm } from './terms.ts';

type Row = NewRow<'enrollments'>;
type State = Row['workflow_state'];
type Type = (typeof BUILT_IN_ROLES)[number] & Row['type'];

interface Place {
  course: DemoCourse;
  section: DemoSection;
  /** When the course begins and ends for whoever is in it. */
  from: string;
  to: string;
  /** Who came to the university after this isn't in it. */
  openUntil: string;
}

export async function insertEnrollments(
  db: Db,
  courses: readonly DemoCourse[],
  sections: readonly DemoSection[],
  population: Population,
): Promise<void> {
  await insertRows(db, 'enrollments', new Registrar(population).enroll(courses, sections));
}

class Registrar {
  readonly #chance = new Chance('enrollments');
  readonly #population: Population;
  readonly #students: readonly Person[];
  readonly #designers: readonly Person[];
  readonly #teachers: Map<number, Person[]>;
  readonly #tas: Map<number, Person[]>;

  constructor(population: Population) {
    this.#population = population;
    this.#students = population.of('student');
    this.#designers = population.of('designer');
    this.#teachers = Map.groupBy(population.of('teacher'), ({ department }) => department);
    this.#tas = Map.groupBy(population.of('ta'), ({ department }) => department);
  }

  enroll(courses: readonly DemoCourse[], sections: readonly DemoSection[]): Row[] {
    const byCourse = Map.groupBy(sections, ({ course_id }) => course_id);
    const rows = courses
      .filter(({ state }) => state !== 'created')
      .flatMap((course) => {
        const places = (byCourse.get(course.id) ?? [])
          .filter(({ workflow_state }) => workflow_state === 'active' || course.state === 'deleted')
          .map((section) => placeOf(course, section));
        return [...this.#staff(course, places), ...this.#studentsOf(course, places)];
      });
    return [...rows, ...this.#observers(rows), ...this.#visitors(courses, byCourse)].map((row, index) => ({
      ...row,
      id: index + 1,
    }));
  }

  #staff(course: DemoCourse, places: readonly Place[]): Row[] {
    // What nobody's department offers is looked after by anybody.
    const department = course.department ?? course.id % this.#teachers.size;
    const teachers = this.#chance.shuffled(this.#teachers.get(department) ?? []);
    const rows = places.map((place, index) =>
      // Who teaches the first section often teaches the second as well.
      this.#row(place, teachers[index >> 1] as Person, 'TeacherEnrollment', staffState(course)),
    );
    const [first] = places;
    if (!first) return rows;
    if (course.term && this.#chance.happens(0.55)) {
      const tas = this.#chance.some(this.#tas.get(department) ?? [], places.length > 1 ? 2 : 1);
      for (const [index, ta] of tas.entries()) {
        const row = this.#row(places[index] ?? first, ta, 'TaEnrollment', staffState(course));
        row.limit_privileges_to_course_section = places.length > 1;
        // The second of two only grades.
        if (index === 1) row.role_id = GRADER;
        rows.push(row);
      }
    }
    if (this.#chance.happens(0.2)) {
      const designer = this.#chance.pick(this.#designers);
      rows.push(this.#row(first, designer, 'DesignerEnrollment', staffState(course)));
    }
    return rows;
  }

  #studentsOf(course: DemoCourse, places: readonly Place[]): Row[] {
    // Some unpublished courses have no students yet, the sandboxes never any.
    if (course.state === 'claimed' && (course.term === null || this.#chance.happens(0.5))) return [];
    const [least, most] = course.term ? [14, 38] : [12, 60];
    const sizes = places.map(() => this.#chance.between(least, most));
    const everybody = this.#chance.some(
      this.#students.filter(({ created_at }) => created_at <= (places[0]?.openUntil ?? '')),
      sizes.reduce((sum, size) => sum + size, 0),
    );
    return places.flatMap((place, index) => {
      const classmates = everybody.splice(0, sizes[index]);
      return classmates.map((student) => ({
        ...this.#row(place, student, 'StudentEnrollment', this.#studentState(course, student)),
        self_enrolled: course.code === 'CHESS' || course.code === 'THESIS',
      }));
    });
  }

  #studentState({ state, term }: DemoCourse, student: Person): State {
    if (state === 'deleted' || student.state === 'deleted') return 'deleted';
    if (student.state === 'creation_pending') return 'creation_pending';
    if (student.state === 'pre_registered') return 'invited';
    const luck = this.#chance.between(1, 1000);
    if (luck <= 35) return 'deleted';
    if (luck <= 50) return 'inactive';
    if (state === 'completed') return 'completed';
    if (term !== currentTerm) return 'active';
    if (luck <= 80) return 'invited';
    if (luck <= 90) return 'completed';
    return luck <= 95 ? 'rejected' : 'active';
  }

  /** Observers are in whatever course their student is in. */
  #observers(rows: readonly Row[]): Row[] {
    const byStudent = Map.groupBy(
      rows.filter(({ type, workflow_state }) => {
        return (
          type === 'StudentEnrollment' && (workflow_state === 'active' || workflow_state === 'completed')
        );
      }),
      ({ user_id }) => user_id,
    );
    return this.#population.families.flatMap(({ observer, watches }) =>
      watches
        .flatMap(({ id }) => byStudent.get(id) ?? [])
        .map((row) => ({
          ...row,
          user_id: observer.id,
          type: 'ObserverEnrollment' as const,
          role_id: roleOf('ObserverEnrollment'),
          associated_user_id: row.user_id,
          self_enrolled: false,
          last_activity_at: null,
          last_attended_at: null,
          total_activity_time: 0,
          created_at: later(row.created_at, observer.created_at),
          updated_at: later(row.updated_at, observer.created_at),
        })),
    );
  }

  /** A few look in on a course without watching anybody. */
  #visitors(courses: readonly DemoCourse[], byCourse: Map<number, DemoSection[]>): Row[] {
    const library = courses[0] as DemoCourse;
    const [section] = byCourse.get(library.id) ?? [];
    if (!section) return [];
    return this.#population
      .of('observer')
      .slice(0, 5)
      .map((visitor) => this.#row(placeOf(library, section), visitor, 'ObserverEnrollment', 'active'));
  }

  #row({ course, section, from, to }: Place, person: Person, type: Type, state: State): Row {
    const created = later(after(from, -this.#chance.between(days(2), days(60))), person.created_at);
    const until = earlier(to, TODAY);
    const takesPart =
      (state === 'active' || state === 'completed') &&
      course.state !== 'claimed' &&
      this.#chance.happens(0.9);
    const lastSeen = after(until, -this.#chance.between(600, days(6)));
    return {
      user_id: person.id,
      course_id: course.id,
      course_section_id: section.id,
      root_account_id: 1,
      type,
      role_id: roleOf(type),
      workflow_state: state,
      associated_user_id: null,
      // One in eighty comes later or leaves sooner than the others.
      ...(this.#chance.happens(0.0125)
        ? { start_at: after(from, days(7)), end_at: after(to, days(-7)) }
        : { start_at: null, end_at: null }),
      limit_privileges_to_course_section: false,
      self_enrolled: false,
      completed_at: state === 'completed' ? until : null,
      last_activity_at: takesPart ? lastSeen : null,
      last_attended_at: takesPart && this.#chance.happens(0.04) ? after(lastSeen, -3600) : null,
      total_activity_time: takesPart ? this.#chance.between(120, 90_000) : 0,
      created_at: created,
      updated_at: state === 'completed' ? later(until, created) : created,
    };
  }
}

function placeOf(course: DemoCourse, section: DemoSection): Place {
  if (course.term) {
    const { start_at, end_at } = course.term;
    return { course, section, from: start_at, to: end_at, openUntil: start_at };
  }
  const from = course.created_at;
  const to = course.state === 'completed' ? after(from, days(60)) : TODAY;
  return { course, section, from, to, openUntil: after(to, days(-7)) };
}

function staffState({ state }: DemoCourse): State {
  if (state === 'deleted') return 'deleted';
  return state === 'completed' ? 'completed' : 'active';
}

const roleOf = (type: Type): number => BUILT_IN_ROLES.indexOf(type) + 1;
