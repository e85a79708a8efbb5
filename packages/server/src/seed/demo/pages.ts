/**
 * Pages of the demo: in each course a front page, how it works, and the notes of its units; in each group a page to begin
 * with.
 */
import type { Db } from '../../db/database.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { slugOf } from '../../domain/wiki-slugs.ts';
import { Chance } from '../chance.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { after, days, earlier, later, TODAY } from './calendar.ts';
import type { DemoCourse } from './courses.ts';
import { unitsOf } from './units.ts';

export interface DemoPage {
  id: number;
  courseId: number;
  title: string;
  /** Of the unit whose notes they are, from 0 on; null for pages about the whole course. */
  unit: number | null;
}

type Row = NewRow<'wiki_pages'>;

export async function insertPages(db: Db, courses: readonly DemoCourse[]): Promise<DemoPage[]> {
  const chance = new Chance('pages');
  const teachers = await firstTeachers(db);
  const made = [
    ...courses.flatMap((course) => pagesOf(course, teachers.get(course.id) ?? null, chance)),
    ...(await groupPages(db)),
  ];
  const rows = made.map(({ row }, index) => ({ ...row, id: index + 1 }));
  await insertRows(db, 'wiki_pages', rows);
  await insertRows(
    db,
    'wiki_page_slugs',
    rows.map(({ context_type, context_id, url, id }) => ({
      context_type,
      context_id,
      slug: url,
      wiki_page_id: id,
    })),
  );
  await insertRows(
    db,
    'wiki_page_versions',
    rows.map(({ id, url, title, body, user_id, revised_at }) => ({
      wiki_page_id: id,
      number: 1,
      url,
      title,
      body,
      user_id,
      revised_at,
    })),
  );
  await insertRows(
    db,
    'wiki_front_pages',
    rows.flatMap(({ context_type, context_id, id, url }) =>
      url === 'welcome' ? [{ context_type, context_id, wiki_page_id: id }] : [],
    ),
  );
  return made.flatMap(({ row, unit }, index) =>
    row.context_type === 'Course'
      ? [{ id: index + 1, courseId: row.context_id, title: row.title, unit }]
      : [],
  );
}

interface Made {
  readonly row: Omit<Row, 'id'>;
  readonly unit: number | null;
}

async function groupPages(db: Db): Promise<Made[]> {
  const groups = await db.selectFrom('groups').select(['id', 'name', 'created_at']).orderBy('id').execute();
  return groups.map(({ id, name, created_at }) => ({
    unit: null,
    row: {
      context_type: 'Group',
      context_id: id,
      url: 'welcome',
      title: 'Welcome',
      title_key: 'welcome',
      body: `<p>What we, ${escaped(name)}, agreed on: who does what, and until when.</p>`,
      editing_roles: 'members',
      user_id: null,
      todo_date: null,
      publish_at: null,
      workflow_state: 'active',
      revised_at: created_at,
      created_at,
      updated_at: created_at,
    },
  }));
}

async function firstTeachers(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('enrollments')
    .select((eb) => ['course_id', eb.fn.min('user_id').as('user_id')])
    .where('type', '=', 'TeacherEnrollment')
    .groupBy('course_id')
    .execute();
  return new Map(rows.map(({ course_id, user_id }) => [course_id, user_id]));
}

function pagesOf(course: DemoCourse, teacher: number | null, chance: Chance): Made[] {
  const units = unitsOf(course);
  if (units.length === 0) return [];
  const begins = course.term?.start_at ?? after(course.created_at, days(7));
  const page = (title: string, body: string, unit: number | null, draft = false) => {
    const created_at = later(course.created_at, after(begins, days(-20) + chance.between(0, days(10))));
    const revised_at = earlier(after(created_at, chance.between(0, days(12))), TODAY);
    const made = earlier(created_at, revised_at);
    return {
      unit,
      row: {
        context_type: 'Course' as const,
        context_id: course.id,
        url: slugOf(title),
        title,
        title_key: sortKey(title),
        body,
        editing_roles: title === 'Questions and Answers' ? 'teachers,students' : 'teachers',
        user_id: teacher,
        todo_date: null,
        publish_at: null,
        workflow_state: draft ? ('unpublished' as const) : ('active' as const),
        revised_at,
        created_at: made,
        updated_at: revised_at,
      },
    };
  };
  const shared = chance.happens(0.3)
    ? [page('Questions and Answers', '<p>Ask here, answer here. Please sign what you write.</p>', null)]
    : [];
  return [
    page(
      'Welcome',
      `<h2>Welcome to ${escaped(course.name)}</h2><p>Begin with <em>How This Course Works</em>, then take the units one after the other.</p>`,
      null,
    ),
    page('How This Course Works', howItWorks(units.length), null),
    ...shared,
    ...units.map((unit, index) =>
      page(
        `Notes: ${unit}`,
        `<h3>${escaped(unit)}</h3><p>What to read, and what to look for while reading.</p><ul><li>Terms to know</li><li>Questions for class</li></ul>`,
        index,
        index === units.length - 1 && chance.happens(0.2),
      ),
    ),
  ];
}

const howItWorks = (units: number) =>
  `<p>There are ${units} units. In each you read the notes, follow a link or two, and hand in what is asked.</p><p>Write to us when something is unclear; we answer within two working days.</p>`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
