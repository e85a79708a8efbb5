/** A course with an assignment, a teacher and students who have it to do, for tests of work and grades. */

import type * as T from '../src/db/tables/index.ts';
import { assignWork } from '../src/domain/assigned-work.ts';
import type { Context } from '../src/http/context.ts';
import type { Api } from './api.ts';
import type { Person, Row } from './maker.ts';
import type { World } from './world.ts';

type Assignment = Row<T.AssignmentsTable>;
type SomeAssignment = Partial<Parameters<World['make']['assignment']>[0]>;

export interface Classroom {
  course: Row<T.CoursesTable>;
  teacher: Person;
  students: Person[];
  /** The first of them. */
  student: Person;
  /** Another. */
  fellow: Person;
  /** The teacher's calls. */
  asTeacher: Api;
  /** `courses/1/assignments/2` */
  path(assignment: Assignment): string;
  /** Makes a published assignment that takes a text, and gives it to everybody. */
  assignment(values?: SomeAssignment): Promise<Assignment>;
}

export async function openClassroom(
  world: World,
  {
    students: count = 2,
    course: values = {},
  }: { students?: number; course?: Partial<Row<T.CoursesTable>> } = {},
): Promise<Classroom> {
  const { make } = world;
  const course = await make.course(values as object);
  const teacher = await make.member(course.id, 'TeacherEnrollment', { name: 'Tess Teacher' });
  const students: Person[] = [];
  for (let n = 1; n <= count; n++) {
    students.push(await make.member(course.id, 'StudentEnrollment', { name: `Student ${n}` }));
  }
  return {
    course,
    teacher,
    students,
    student: students[0] as Person,
    fellow: students[1] as Person,
    asTeacher: world.as(teacher.token),
    path: ({ id }) => `courses/${course.id}/assignments/${id}`,
    async assignment(given = {}) {
      const assignment = await make.assignment({ course_id: course.id, ...given });
      await giveWork(world, course.id);
      return assignment;
    },
  };
}

/** Brings what is assigned into step, as operations do. */
export async function giveWork({ database, clock }: World, courseId: number): Promise<void> {
  const ctx = { db: database.kysely, now: clock.now() } as unknown as Context;
  await assignWork(ctx, { courseId });
}
