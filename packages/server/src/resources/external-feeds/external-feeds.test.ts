import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Row } from '../../../testing/maker.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import type { CoursesTable } from '../../db/tables/index.ts';

let world: World;
let course: Row<CoursesTable>;
let teacher: Person;
let student: Person;
let server: Server;
let url: string;
/** What the feeds' server answers. */
let answer = { status: 200, body: '', type: 'application/rss+xml' };

beforeAll(async () => {
  world = await openWorld();
  server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': answer.type });
    response.end(answer.body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
});
afterAll(() => server.close());
beforeEach(async () => {
  course = await world.make.course();
  teacher = await world.make.member(course.id, 'TeacherEnrollment');
  student = await world.make.member(course.id);
});

interface Item {
  id?: string;
  title: string;
  text?: string;
  date?: string;
}

const rss = (...items: Item[]) => `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
  <link>https://news.example/</link><description>d</description>${items
    .map(
      ({
        id,
        title,
        text = 'x',
        date,
      }) => `<item><title>${title}</title><link>https://news.example/${id ?? title}</link>
      ${id ? `<guid isPermaLink="false">${id}</guid>` : ''}<description><![CDATA[${text}]]></description>
      ${date ? `<pubDate>${new Date(date).toUTCString()}</pubDate>` : ''}</item>`,
    )
    .join('')}</channel></rss>`;

const atom = (
  title: string,
  date: string,
) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><id>b</id>
  <entry><id>tag:1</id><title type="html">${title}</title><link href="https://blog.example/1"/>
  <published>${date}</published><content type="html">&lt;p&gt;Well&lt;/p&gt;</content></entry></feed>`;

const serves = (body: string, status = 200) => {
  answer = { status, body, type: 'application/xml' };
};
const feeds = () => `courses/${course.id}/external_feeds`;
const add = (params: object = {}) => world.as(teacher.token).post(feeds(), { url, ...params });
const announcements = async () =>
  (await world.as(teacher.token).get(`courses/${course.id}/discussion_topics`, { only_announcements: true }))
    .body;
const titles = async () => (await announcements()).map(({ title }: { title: string }) => title).toSorted();
/** Lets what waits for its time wait no longer. */
async function later() {
  await sql`update jobs set available_at = now()`.execute(world.database.kysely);
  await world.runJobs();
}
const rowOf = (id: number) =>
  world.database.kysely
    .selectFrom('external_feeds')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const waitOf = async (id: number) => {
  const { rows } = await sql<{ seconds: number }>`
    select round(extract(epoch from available_at - now()))::int as seconds from jobs
    where args ->> 'feed_id' = ${String(id)}`.execute(world.database.kysely);
  return rows.map(({ seconds }) => seconds);
};

describe('POST /api/v1/courses/{course_id}/external_feeds', () => {
  it('adds a feed, called by its host until it has said its name', async () => {
    serves(rss());
    const { status, body } = await add({ header_match: ' Exam ', verbosity: 'truncate' });
    expect([status, body]).toEqual([
      200,
      {
        id: body.id,
        url,
        header_match: 'Exam',
        created_at: world.clock.now(),
        verbosity: 'truncate',
        display_name: `${url.replace('/feed', '')} feed`,
        external_feed_entries_count: 0,
      },
    ]);
    await world.runJobs();
    expect((await world.as(teacher.token).get(feeds())).body).toMatchObject([{ display_name: 'News' }]);
  });

  it('announces what is posted from then on, once, by whoever added it', async () => {
    const now = world.clock.now();
    const old = { id: 'old', title: 'Old', date: '2020-01-01T00:00:00Z' };
    serves(rss({ id: 'a', title: 'Fresh', text: '<p onclick="x()">Hi</p>', date: now }, old));
    const { body } = await add();
    await world.runJobs();
    const [topic, ...others] = await announcements();
    expect(others).toEqual([]);
    expect(topic).toMatchObject({
      title: 'Fresh',
      is_announcement: true,
      author: { id: teacher.id },
      message: expect.stringContaining('<a href="https://news.example/a">Original article</a>'),
    });
    expect(topic.message).toContain('<p>Hi</p>');

    serves(
      rss({ id: 'b', title: 'Next', date: now }, { id: 'a', title: 'Fresh, corrected', date: now }, old),
    );
    await later();
    expect(await titles()).toEqual(['Fresh, corrected', 'Next']);
    await later();
    expect(await titles()).toHaveLength(2);
    const { body: listed } = await world.as(teacher.token).get(feeds());
    expect(listed).toMatchObject([{ id: body.id, external_feed_entries_count: 2 }]);
  });

  it('takes titles that match, and as much as it is told to', async () => {
    const text = `<p>${'word '.repeat(100)}</p>`;
    serves(rss({ title: 'EXAM soon', text }, { title: 'Weather', text }));
    await add({ header_match: 'exam', verbosity: 'truncate' });
    await world.runJobs();
    const [{ title, message }] = await announcements();
    expect(title).toBe('EXAM soon');
    expect(message.split('<br />').at(-1)).toHaveLength(250);

    await add({ header_match: 'weather', verbosity: 'link_only' });
    await world.runJobs();
    const weather = (await announcements()).find((each: { title: string }) => each.title === 'Weather');
    expect(weather.message).not.toContain('word');
  });

  it('reads Atom', async () => {
    serves(atom('Look &lt;i&gt;here&lt;/i&gt;', world.clock.now()));
    await add();
    await world.runJobs();
    expect(await announcements()).toMatchObject([
      { title: 'Look here', message: expect.stringContaining('<p>Well</p>') },
    ]);
  });

  it('comes back every hour, and ever later while it fails, until it gives up', async () => {
    serves(rss());
    const { id } = (await add()).body;
    await world.runJobs();
    expect(await waitOf(id)).toEqual([3600]);
    serves('gone', 500);
    const waits: number[][] = [];
    for (let i = 0; i < 5; i++) {
      await later();
      waits.push(await waitOf(id));
    }
    expect(waits).toEqual([[1800], [3600], [7200], [14_400], []]);
    expect(await rowOf(id)).toMatchObject({ failures: 5, consecutive_failures: 5 });
  });

  it('takes what is no feed for a failure', async () => {
    serves('<html>Hello</html>');
    const { id } = (await add()).body;
    await world.runJobs();
    expect(await rowOf(id)).toMatchObject({ consecutive_failures: 1 });
    serves(rss());
    await later();
    expect(await rowOf(id)).toMatchObject({ consecutive_failures: 0, failures: 1 });
  });

  it('leaves a course alone that is over', async () => {
    serves(rss({ title: 'Late' }));
    const { id } = (await add()).body;
    await world.database.kysely
      .updateTable('courses')
      .set({ workflow_state: 'completed' })
      .where('id', '=', course.id)
      .execute();
    await world.runJobs();
    expect(await waitOf(id)).toEqual([48 * 3600]);
    expect(await rowOf(id)).toMatchObject({ title: null });
  });

  it('refuses what is no address, and the same again', async () => {
    const refused = async (params: object) => (await add(params)).body.errors.url[0].message;
    expect(await refused({ url: '' })).toBe("can't be blank");
    expect(await refused({ url: 'ftp://news.example' })).toBe('is not a valid URL');
    await add();
    expect(await refused({})).toBe('has already been taken');
    expect((await add({ verbosity: 'truncate' })).status).toBe(200);
    expect((await world.as(student.token).post(feeds(), { url })).status).toBe(401);
  });
});

describe('DELETE /api/v1/courses/{course_id}/external_feeds/{external_feed_id}', () => {
  it('ends it, and keeps what it announced', async () => {
    serves(rss({ title: 'Stays' }));
    const { id } = (await add()).body;
    await world.runJobs();
    const { body } = await world.as(teacher.token).delete(`${feeds()}/${id}`);
    expect(body).toMatchObject({ id, display_name: 'News' });
    await later();
    expect(await titles()).toEqual(['Stays']);
    expect((await world.as(teacher.token).get(feeds())).body).toEqual([]);
    expect((await world.as(teacher.token).delete(`${feeds()}/${id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/groups/{group_id}/external_feeds', () => {
  it('announces in the group', async () => {
    const group = await world.make.group({ context_type: 'Course', context_id: course.id });
    await world.make.groupMember(group.id, student.id);
    serves(rss({ title: 'For us' }));
    const api = world.as(student.token);
    expect((await api.post(`groups/${group.id}/external_feeds`, { url })).status).toBe(200);
    await world.runJobs();
    const { body } = await api.get(`groups/${group.id}/discussion_topics`, { only_announcements: true });
    expect(body).toMatchObject([{ title: 'For us' }]);
    expect((await api.get(`groups/${group.id}/external_feeds`)).ids).toHaveLength(1);
  });
});
