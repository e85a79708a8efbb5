/**
 * What people write is hostile: everything that is sent out as HTML is cleaned on its way in. Each place that takes HTML
 * gets every payload, and the answer and what is stored are looked through for anything that a browser would run.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { openWorld, type World } from '../testing/world.ts';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button>go</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<body onload=alert(1)>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<div style="width: expression(alert(1))">x</div>',
  '<style>@import "javascript:alert(1)";</style>',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//">',
  '<video><source onerror="alert(1)"></video>',
  '<details open ontoggle=alert(1)>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<table background="javascript:alert(1)"><tr><td>x</td></tr></table>',
  '<!--><img src=x onerror=alert(1)-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<p onmouseover\n=\nalert(1)>x</p>',
  '<img """><script>alert(1)</script>">',
  '<xss onafterscriptexecute=alert(1)>',
];

/** An element or a handler that runs something; looked for where no attribute's value is. */
const RUNNING = [
  /<\s*(?:script|style|svg|form|input|button|body|link|meta|base|noscript|xss)\b/i,
  /<[^>]*\son\w+\s*=/i,
];

/** An address or a style that runs something. */
const RUNNING_VALUES = [
  /<[^>]*\s(?:href|src|data|action|background|srcdoc|xlink:href)\s*=\s*"?\s*(?:javascript|vbscript|data):/i,
  /<[^>]*\ssrcdoc\s*=/i,
  /<[^>]*\sstyle\s*=\s*"[^"]*(?:expression|javascript)/i,
];

interface Place {
  name: string;
  /** Writes the HTML and gives back what is answered then. */
  write(html: string): Promise<unknown>;
}

let world: World;
let places: Place[];
beforeAll(async () => {
  world = await openWorld();
  places = await openPlaces();
});

async function openPlaces(): Promise<Place[]> {
  const course = await world.make.course();
  const teacher = world.as((await world.make.member(course.id, 'TeacherEnrollment')).token);
  const student = world.as((await world.make.member(course.id)).token);
  const in_ = `courses/${course.id}`;
  const topic = await world.make.topic({ context_type: 'Course', context_id: course.id });
  const assignment = await world.make.assignment({ course_id: course.id });
  await teacher.put(`${in_}/assignments/${assignment.id}`, {
    assignment: { due_at: '2030-01-01T00:00:00Z' },
  });
  const post = (api: Api, path: string, body: object, field: string) => async () =>
    (await api.post(path, body)).body[field];
  return [
    {
      name: 'the syllabus',
      write: async (html) => {
        await teacher.put(in_, { course: { syllabus_body: html } });
        return (await teacher.get(in_, { 'include[]': ['syllabus_body'] })).body.syllabus_body;
      },
    },
    {
      name: 'a topic',
      write: (html) => post(teacher, `${in_}/discussion_topics`, { message: html }, 'message')(),
    },
    {
      name: 'an entry',
      write: (html) =>
        post(student, `${in_}/discussion_topics/${topic.id}/entries`, { message: html }, 'message')(),
    },
    {
      name: 'the view of a topic',
      write: async (html) => {
        await student.post(`${in_}/discussion_topics/${topic.id}/entries`, { message: html });
        return (await student.get(`${in_}/discussion_topics/${topic.id}/view`)).body.view.at(-1).message;
      },
    },
    {
      name: 'a page',
      write: (html) =>
        post(teacher, `${in_}/pages`, { wiki_page: { title: 'A page', body: html } }, 'body')(),
    },
    {
      name: 'an assignment',
      write: (html) =>
        post(
          teacher,
          `${in_}/assignments`,
          { assignment: { name: 'A', description: html } },
          'description',
        )(),
    },
    {
      name: 'what is handed in',
      write: (html) =>
        post(
          student,
          `${in_}/assignments/${assignment.id}/submissions`,
          { submission: { submission_type: 'online_text_entry', body: html } },
          'body',
        )(),
    },
    {
      name: 'an outcome',
      write: async (html) => {
        const root = await teacher.get(`${in_}/root_outcome_group`);
        const id = /(\d+)$/.exec(root.headers['location'] ?? '')?.[1] ?? root.body.id;
        const made = await teacher.post(`${in_}/outcome_groups/${id}/outcomes`, {
          title: 'O',
          description: html,
        });
        return (await teacher.get(`outcomes/${made.body.outcome.id}`)).body.description;
      },
    },
  ];
}

describe('hostile HTML', () => {
  it.each(PAYLOADS)('runs nowhere: %s', async (payload) => {
    for (const { name, write } of places) {
      const html = await write(`<p>before</p>${payload}<p>after</p>`);
      expect(typeof html, name).toBe('string');
      const bare = String(html).replace(/"[^"]*"/g, '""');
      for (const pattern of RUNNING) expect(bare, name).not.toMatch(pattern);
      for (const pattern of RUNNING_VALUES) expect(html, name).not.toMatch(pattern);
      expect(html, name).toContain('before');
    }
  });
});
