/** A discussion of as many entries as one wants, for trying out what is slow: `npm run seed -- --entries 10000`. */
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { Chance } from '../chance.ts';
import { insertRows } from '../insert-rows.ts';
import { reserveIds } from '../scale/reserve-ids.ts';
import { converse } from './conversation.ts';

const TITLE = 'A long discussion';
const WEEKS_MS = 60 * 86_400_000;

/**
 * Adds the topic to a course, by its teacher; its students and teachers talk in it.
 * @returns the topic's id
 * @throws Error where the course has no teacher or no students
 */
export async function addLongTopic(db: Db, courseId: number, entries: number, now: string): Promise<number> {
  const people = await db
    .selectFrom('enrollments')
    .select(['user_id', 'type'])
    .distinct()
    .where('course_id', '=', courseId)
    .where('type', 'in', ['StudentEnrollment', 'TeacherEnrollment'])
    .where('workflow_state', '=', 'active')
    .orderBy('user_id')
    .execute();
  const of = (type: string) => people.filter((each) => each.type === type).map(({ user_id }) => user_id);
  const [students, teachers] = [of('StudentEnrollment'), of('TeacherEnrollment')];
  const [teacher] = teachers;
  if (teacher === undefined || students.length === 0) {
    throw new Error(`course ${courseId} has nobody to talk in it`);
  }
  const from = new Date(Date.parse(now) - WEEKS_MS).toISOString().slice(0, 19);
  const { id } = await db
    .insertInto('discussion_topics')
    .values({
      context_type: 'Course',
      context_id: courseId,
      user_id: teacher,
      title: TITLE,
      title_key: sortKey(TITLE),
      message: `<p>${entries} entries.</p>`,
      workflow_state: 'active',
      discussion_type: 'threaded',
      posted_at: `${from}Z`,
      last_reply_at: now,
      created_at: `${from}Z`,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ids = await reserveIds(db, 'discussion_entries', entries);
  const said = converse(new Chance(`long topic ${courseId} ${entries}`), {
    topicId: id,
    idOf: (index) => ids[index] as number,
    entries,
    students,
    teachers,
    taught: 0.05,
    answering: 0.7,
    threaded: true,
    rated: false,
    from: `${from}Z`,
    to: now,
  });
  await insertRows(db, 'discussion_entries', said);
  return id;
}
