import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { enrollmentsIn } from './enrollments.ts';
import { fill } from './fill.ts';

const { admin, database, make, clock } = await openWorld();
const terms: number[] = [];
for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) terms.push((await make.term({ name })).id);
const accounts = [(await make.account()).id, (await make.account()).id];

const add = (users: number, courses: number, enrollments: number) =>
  fill(database.kysely, { users, courses, enrollments }, clock.now(), () => {});

const count = async (table: 'users' | 'courses' | 'course_sections' | 'enrollments') => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    database.kysely,
  );
  return rows[0]?.count;
};

describe('fill', () => {
  it('adds what is wanted', async () => {
    const { before, rows } = await add(300, 600, 3000);
    expect(before).toEqual({ users: 0, courses: 0 });
    expect(rows).toBe(300 * 3 + 600 * 2 + 3000);
    expect(await count('users')).toBe(301);
    expect(await count('courses')).toBe(600);
    expect(await count('course_sections')).toBe(600);
    expect(await count('enrollments')).toBe(3000);
  });

  it('does nothing when it is all there', async () => {
    expect(await add(300, 600, 3000)).toEqual({ before: { users: 300, courses: 600 }, rows: 0 });
  });

  it('goes on from where it was', async () => {
    await database.kysely.deleteFrom('enrollments').where('course_id', '>', 500).execute();
    await database.kysely.deleteFrom('course_sections').where('course_id', '>', 500).execute();
    await database.kysely.deleteFrom('courses').where('id', '>', 500).execute();
    const { before } = await add(320, 600, 3000);
    expect(before).toEqual({ users: 300, courses: 500 });
    expect(await count('courses')).toBe(600);
    expect(await count('enrollments')).toBe(3000);
    expect((await admin.get('courses/sis_course_id:scale-course-0000600')).status).toBe(200);
  });

  it('spreads courses over terms and accounts', async () => {
    for (const term of terms) {
      const found = await admin.all('accounts/1/courses', { 'state[]': 'all', enrollment_term_id: term });
      expect(found.length).toBeGreaterThan(60);
      expect(found.length).toBeLessThan(140);
    }
    for (const account of accounts) {
      expect((await admin.all(`accounts/${account}/courses`)).length).toBeGreaterThan(200);
    }
  });

  it('lets others go on writing', async () => {
    const course = await make.course();
    await add(330, 650, 3000);
    expect((await admin.get(`courses/${course.id}`)).status).toBe(200);
    expect((await admin.post('accounts/1/courses', { course: { name: 'Next' } })).status).toBe(200);
  });
});

describe('enrollmentsIn', () => {
  it('comes to exactly the wanted sum, in courses of different sizes', () => {
    for (const [courses, enrollments] of [
      [1, 5],
      [7, 100],
      [100, 1234],
    ] as const) {
      const sizes = Array.from({ length: courses }, (_, index) =>
        enrollmentsIn(index + 1, courses, enrollments),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(enrollments);
    }
    expect(enrollmentsIn(10, 100, 1000)).toBe(30);
    expect(enrollmentsIn(1, 100, 1000)).toBe(2);
  });
});
