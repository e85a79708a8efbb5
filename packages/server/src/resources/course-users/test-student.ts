import { createHmac, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables/index.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { activeSections, defaultSection } from '../../domain/course-sections.ts';
import { enrollUser } from '../../domain/enrolling.ts';
import { randomToken } from '../../domain/random-token.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Context, type User } from '../../http/context.ts';

const NAME = 'Test Student';
const SORTABLE_NAME = 'Student, Test';

/**
 * The course's Test Student, enrolled in every section of it. He is made at the first request, which is a reading
 * one: it gets a transaction here, in which of several requests one makes him and the others wait.
 */
export function testStudentOf(ctx: Context, course: CourseRow): Promise<User> {
  return (ctx.db as Kysely<Tables>).transaction().execute(async (db) => {
    const inside = new Context({ ...partsOf(ctx), db });
    await db.selectFrom('courses').select('id').where('id', '=', course.id).forUpdate().execute();
    const student = (await findTestStudent(inside, course)) ?? (await createTestStudent(inside, course));
    // A template takes nobody, and Canvas shows its Test Student all the same.
    if (!course.template) await enrollEverywhere(inside, course, student);
    return student;
  });
}

const partsOf = ({ site, caller, request, now, rootAccount }: Context) => ({
  site,
  caller,
  request,
  now,
  rootAccount,
});

function findTestStudent(ctx: Context, course: CourseRow): Promise<User | undefined> {
  return ctx.db
    .selectFrom('users')
    .innerJoin('enrollments', 'enrollments.user_id', 'users.id')
    .selectAll('users')
    .where('enrollments.course_id', '=', course.id)
    .where('enrollments.type', '=', 'StudentViewEnrollment')
    .where('enrollments.workflow_state', '<>', 'deleted')
    .where('users.workflow_state', '<>', 'deleted')
    .orderBy('users.id')
    .limit(1)
    .executeTakeFirst();
}

async function createTestStudent(ctx: Context, course: CourseRow): Promise<User> {
  const times = { created_at: ctx.now, updated_at: ctx.now };
  const student = await ctx.db
    .insertInto('users')
    .values({
      uuid: randomToken(40),
      lti_context_id: randomUUID(),
      lti_id: randomUUID(),
      name: NAME,
      short_name: NAME,
      sortable_name: SORTABLE_NAME,
      sortable_name_key: sortKey(SORTABLE_NAME),
      fake_student: true,
      ...times,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  // A name that nobody types by accident into a list of people to enroll.
  const uniqueId = createHmac('sha1', ctx.site.secret).update(`${NAME}_${student.id}`).digest('hex');
  await ctx.db
    .insertInto('pseudonyms')
    .values({
      user_id: student.id,
      account_id: course.root_account_id,
      unique_id: uniqueId,
      unique_id_key: uniqueId,
      ...times,
    })
    .execute();
  return student;
}

/** In all sections, so that whoever grades only one of them finds him too. */
async function enrollEverywhere(ctx: Context, course: CourseRow, student: User): Promise<void> {
  const sections = await activeSections(ctx, course);
  const enrolled = await ctx.db
    .selectFrom('enrollments')
    .select('course_section_id')
    .where('user_id', '=', student.id)
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'active')
    .execute();
  const done = new Set(enrolled.map(({ course_section_id }) => course_section_id));
  for (const section of sections.length > 0 ? sections : [await defaultSection(ctx, course)]) {
    if (done.has(section.id)) continue;
    await enrollUser(ctx, course, student, { type: 'StudentViewEnrollment', section, state: 'active' });
  }
}
