import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;

const base = (id: number) => `courses/${id}/content_migrations`;

/** A course with one of everything, which lead to each other. */
async function fullCourse() {
  const course = await make.course({ syllabus_body: '<p>Read.</p>', license: 'cc_by' });
  const at = `courses/${course.id}`;
  const group = (await admin.post(`${at}/assignment_groups`, { name: 'Essays', group_weight: 40 })).body;
  const context = { context_type: 'Course', context_id: course.id } as const;
  const folder = await make.folder({ ...context, name: 'course files' });
  const { key } = await world.files.store(Readable.from([Buffer.from('the plan')]));
  const named = { display_name: 'plan.txt', size: 8, content_key: key };
  const file = await make.file({ ...context, folder_id: folder.id, ...named });
  const page = (
    await admin.post(`${at}/pages`, {
      wiki_page: {
        title: 'Start here',
        published: true,
        front_page: true,
        body: `<p><a href="/courses/${course.id}/files/${file.id}/download?wrap=1">plan</a></p>`,
      },
    })
  ).body;
  const assignment = (
    await admin.post(`${at}/assignments`, {
      assignment: {
        name: 'Essay',
        points_possible: 12,
        published: true,
        due_at: '2026-09-16T12:00:00Z',
        assignment_group_id: group.id,
        submission_types: ['online_text_entry'],
        description: `<p>See <a href="/courses/${course.id}/pages/start-here">the page</a> and <a href="/courses/${course.id}/grades">grades</a></p>`,
      },
    })
  ).body;
  const topic = (
    await admin.post(`${at}/discussion_topics`, {
      title: 'Debate',
      message: `<p><a href="/courses/${course.id}/assignments/${assignment.id}">Essay</a></p>`,
      published: true,
      assignment: { points_possible: 5 },
    })
  ).body;
  const module = (await admin.post(`${at}/modules`, { module: { name: 'Week 1' } })).body;
  const second = (
    await admin.post(`${at}/modules`, { module: { name: 'Week 2', prerequisite_module_ids: [module.id] } })
  ).body;
  const item = (params: object) => admin.post(`${at}/modules/${module.id}/items`, { module_item: params });
  await item({ type: 'SubHeader', title: 'Reading' });
  await item({ type: 'Page', page_url: 'start-here', completion_requirement: { type: 'must_view' } });
  await item({
    type: 'Assignment',
    content_id: assignment.id,
    indent: 1,
    completion_requirement: { type: 'min_score', min_score: 6 },
  });
  await item({ type: 'Discussion', content_id: topic.id });
  await item({ type: 'File', content_id: file.id });
  await item({ type: 'ExternalUrl', title: 'Easel', external_url: 'https://easel.example/x' });
  await admin.put(`${at}/modules/${module.id}`, { module: { published: true } });
  const rubric = (
    await admin.post(`${at}/rubrics`, {
      rubric: {
        title: 'Clarity',
        criteria: {
          0: {
            description: 'Clear',
            ratings: { 0: { description: 'Yes', points: 12 }, 1: { description: 'No', points: 0 } },
          },
        },
      },
      rubric_association: {
        association_type: 'Assignment',
        association_id: assignment.id,
        use_for_grading: true,
        purpose: 'grading',
      },
    })
  ).body.rubric;
  await admin.post(`${at}/late_policy`, {
    late_policy: { late_submission_deduction_enabled: true, late_submission_deduction: 10 },
  });
  await admin.post(`${at}/discussion_topics`, {
    title: 'Welcome',
    message: '<p>Hello</p>',
    is_announcement: true,
  });
  await world.database.kysely
    .insertInto('external_feeds')
    .values({
      ...context,
      user_id: 1,
      url: 'http://127.0.0.1:9/feed',
      verbosity: 'truncate',
      header_match: 'News & more',
      created_at: world.clock.now(),
      updated_at: world.clock.now(),
    })
    .execute();
  const root = await make.outcomeRoot(context);
  const skills = (await admin.post(`${at}/outcome_groups/${root.id}/subgroups`, { title: 'Skills' })).body;
  await admin.post(`${at}/outcome_groups/${skills.id}/outcomes`, {
    title: 'Writes well',
    mastery_points: 3,
    ratings: [
      { description: 'Yes', points: 5 },
      { description: 'No', points: 0 },
    ],
  });
  const standard = (
    await admin.post(`${at}/grading_standards`, {
      title: 'Simple',
      grading_scheme_entry: [
        { name: 'P', value: 50 },
        { name: 'F', value: 0 },
      ],
    })
  ).body;
  await admin.put(at, { course: { grading_standard_id: standard.id } });
  return { course, group, folder, file, page, assignment, topic, module, second, rubric };
}

/** What of a course its copies have in common, without ids and addresses. */
async function seen(id: number) {
  const list = async (path: string, query = {}) =>
    (
      await admin.get(path === 'announcements' ? path : `courses/${id}/${path}`, {
        per_page: 100,
        ...(path === 'announcements' && { start_date: '2020-01-01', end_date: '2030-01-01' }),
        ...query,
      })
    ).body;
  const modules = await list('modules', { 'include[]': ['items'] });
  const assignments = await list('assignments');
  return {
    pages: (await list('pages', { 'include[]': ['body'] })).map(
      (page: { title: string; published: boolean; front_page: boolean }) => [
        page.title,
        page.published,
        page.front_page,
      ],
    ),
    assignments: assignments.map((each: Record<string, unknown>) => [
      each['name'],
      each['points_possible'],
      each['due_at'],
      each['published'],
      each['submission_types'],
      (each['rubric'] as { description: string }[] | undefined)?.map(({ description }) => description),
    ]),
    groups: (await list('assignment_groups')).map((each: Record<string, unknown>) => [
      each['name'],
      each['group_weight'],
    ]),
    topics: (await list('discussion_topics')).map((each: Record<string, unknown>) => [
      each['title'],
      each['published'],
      (each['assignment'] as { points_possible: number } | undefined)?.points_possible,
    ]),
    modules: modules.map(
      (module: {
        name: string;
        published: boolean;
        prerequisite_module_ids: number[];
        items: Record<string, unknown>[];
      }) => [
        module.name,
        module.published,
        module.prerequisite_module_ids.length,
        module.items.map((item) => [
          item['type'],
          item['title'],
          item['indent'],
          (item['completion_requirement'] as { type: string } | undefined)?.type,
          item['external_url'],
        ]),
      ],
    ),
    announcements: (await list('announcements', { 'context_codes[]': [`course_${id}`] })).map(
      (each: Record<string, unknown>) => [each['title'], each['message'], each['posted_at']],
    ),
    outcomes: (await list('outcome_group_links', { outcome_style: 'full' })).map(
      (each: Record<string, Record<string, unknown>>) => [
        each['outcome']?.['title'],
        each['outcome_group']?.['title'],
        each['outcome']?.['mastery_points'],
      ],
    ),
    feeds: (await list('external_feeds')).map((each: Record<string, unknown>) => [
      each['url'],
      each['verbosity'],
      each['header_match'],
    ]),
    standards: (await list('grading_standards')).map((each: Record<string, unknown>) => [
      each['title'],
      each['grading_scheme'],
    ]),
    files: (await list('files')).map((each: Record<string, unknown>) => [each['display_name'], each['size']]),
  };
}

async function copyInto(target: number, source: number, params: object = {}) {
  const { body, status } = await admin.post(base(target), {
    migration_type: 'course_copy_importer',
    ...params,
    settings: { source_course_id: source, ...(params as { settings?: object }).settings },
  });
  expect(status).toBe(200);
  await world.runJobs();
  return (await admin.get(`${base(target)}/${body.id}`)).body;
}

describe('POST /api/v1/courses/{course_id}/content_migrations', () => {
  it('copies a course: everything, with links that lead to the copies', async () => {
    const { course, file, assignment } = await fullCourse();
    const target = await make.course();
    const { body, status } = await admin.post(base(target.id), {
      migration_type: 'course_copy_importer',
      settings: { source_course_id: course.id },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      user_id: 1,
      started_at: null,
      finished_at: null,
      migration_type: 'course_copy_importer',
      created_at: '2026-09-15T12:00:00Z',
      workflow_state: 'running',
      migration_issues_url: expect.stringContaining(
        `/api/v1/courses/${target.id}/content_migrations/${body.id}/migration_issues`,
      ),
      migration_issues_count: 0,
      settings: {
        source_course_id: course.id,
        source_course_name: course.name,
        source_course_html_url: expect.stringContaining(`/courses/${course.id}`),
      },
      progress_url: expect.stringContaining('/api/v1/progress/'),
      migration_type_title: 'Course Copy',
    });
    await world.runJobs();
    const progress = (await admin.get(body.progress_url.replace(/^.*\/api\/v1\//, ''))).body;
    expect(progress).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
      context_type: 'ContentMigration',
      tag: 'content_migration',
    });
    expect((await admin.get(`${base(target.id)}/${body.id}`)).body).toMatchObject({
      workflow_state: 'completed',
      migration_issues_count: 0,
    });
    const here = await seen(target.id);
    expect(here).toEqual(await seen(course.id));
    expect(here).toMatchObject({
      outcomes: [['Writes well', 'Skills', 3]],
      feeds: [['http://127.0.0.1:9/feed', 'truncate', 'News & more']],
      standards: [['Simple', expect.anything()]],
      announcements: [['Welcome', '<p>Hello</p>', '2026-09-15T12:00:00Z']],
    });

    const [page] = (await admin.get(`courses/${target.id}/pages`, { 'include[]': ['body'] })).body;
    const [copied] = (await admin.get(`courses/${target.id}/files`)).body;
    expect(copied.id).not.toBe(file.id);
    expect(page.body).toContain(`/courses/${target.id}/files/${copied.id}/download?wrap=1`);
    const [essay] = (await admin.get(`courses/${target.id}/assignments`, { search_term: 'Essay' })).body;
    expect(essay.description).toContain(`/courses/${target.id}/pages/start-here`);
    expect(essay.description).toContain(`/courses/${target.id}/grades`);
    expect(essay.rubric_settings).toMatchObject({ title: 'Clarity', points_possible: 12 });
    const [topic] = (await admin.get(`courses/${target.id}/discussion_topics`)).body;
    expect(topic.message).toContain(`/courses/${target.id}/assignments/${essay.id}`);
    expect(
      (await admin.get(`courses/${target.id}`, { 'include[]': ['syllabus_body', 'license'] })).body,
    ).toMatchObject({
      name: target.name,
      syllabus_body: '<p>Read.</p>',
      license: 'cc_by',
    });
    expect((await admin.get(`courses/${target.id}/late_policy`)).body.late_policy).toMatchObject({
      late_submission_deduction: 10,
    });

    const mapping = (await admin.get(`${base(target.id)}/${body.id}/asset_id_mapping`)).body;
    expect(mapping).toMatchObject({
      assignments: { [assignment.id]: String(essay.id) },
      files: { [file.id]: String(copied.id) },
    });
    const { migration_id } = await world.database.kysely
      .selectFrom('attachments')
      .select('migration_id')
      .where('id', '=', copied.id)
      .executeTakeFirstOrThrow();
    expect((await admin.get(`courses/${target.id}/files/file_ref/${migration_id}`)).body.id).toBe(copied.id);
  });

  it('changes what it copied before, instead of copying it again', async () => {
    const { course, assignment } = await fullCourse();
    const target = await make.course();
    await copyInto(target.id, course.id);
    const before = await seen(target.id);
    await copyInto(target.id, course.id);
    expect(await seen(target.id)).toEqual(before);
    await admin.put(`courses/${course.id}/assignments/${assignment.id}`, {
      assignment: { name: 'Long essay' },
    });
    await copyInto(target.id, course.id);
    expect(await seen(target.id)).toEqual(await seen(course.id));
  });

  it('copies what is selected, and what that needs', async () => {
    const { course, page, module } = await fullCourse();
    const onlyPage = await make.course();
    await copyInto(onlyPage.id, course.id, { select: { pages: [page.page_id] } });
    expect(await seen(onlyPage.id)).toMatchObject({
      pages: [['Start here', true, true]],
      assignments: [],
      modules: [],
      files: [['plan.txt', 8]],
    });
    const onlyModule = await make.course();
    await copyInto(onlyModule.id, course.id, { select: { modules: [module.id] } });
    const copied = await seen(onlyModule.id);
    expect(copied.modules).toHaveLength(1);
    expect(copied).toMatchObject({ groups: [['Imported Assignments', 0]], topics: [['Debate', true, 5]] });
    const settings = (await admin.get(`courses/${onlyModule.id}`, { 'include[]': ['license'] })).body;
    expect(settings.license).toBe('private');
  });

  it('moves dates with the course, to the day of the week that is asked for, or takes them away', async () => {
    const { course } = await fullCourse();
    const due = async (params: object) => {
      const target = await make.course();
      await copyInto(target.id, course.id, { date_shift_options: params });
      return (await admin.get(`courses/${target.id}/assignments`, { search_term: 'Essay' })).body[0].due_at;
    };
    const span = {
      shift_dates: true,
      old_start_date: '2026-09-01',
      old_end_date: '2026-12-01',
      new_start_date: '2027-02-01',
      new_end_date: '2027-05-03',
    };
    // A Wednesday, the 15th day of 91; the course is as long, and begins on a Monday instead of a Tuesday.
    expect(await due(span)).toBe('2027-02-10T13:00:00Z');
    expect(await due({ ...span, day_substitutions: { 3: 5 } })).toBe('2027-02-12T13:00:00Z');
    expect(await due({ remove_dates: true })).toBeNull();
    expect(await due({ ...span, shift_dates: false })).toBe('2026-09-16T12:00:00Z');
  });

  it('waits for a choice, and brings what was chosen', async () => {
    const { course } = await fullCourse();
    const target = await make.course();
    const { body } = await admin.post(base(target.id), {
      migration_type: 'course_copy_importer',
      settings: { source_course_id: course.id },
      selective_import: true,
    });
    expect(body.workflow_state).toBe('waiting_for_select');
    const kinds = (await admin.get(`${base(target.id)}/${body.id}/selective_data`)).body;
    expect(kinds.map((kind: { type: string; count?: number }) => [kind.type, kind.count])).toEqual([
      ['course_settings', undefined],
      ['syllabus_body', undefined],
      ['context_modules', 2],
      ['assignments', 2],
      ['discussion_topics', 1],
      ['wiki_pages', 1],
      ['announcements', 1],
      ['rubrics', 1],
      ['learning_outcomes', 1],
      ['attachments', 1],
    ]);
    expect(kinds[2]).toMatchObject({
      property: 'copy[all_context_modules]',
      title: 'Modules',
      sub_items_url: expect.stringContaining('?type=context_modules'),
    });
    const groups = (await admin.get(`${base(target.id)}/${body.id}/selective_data`, { type: 'assignments' }))
      .body;
    const essay = groups.find(({ title }: { title: string }) => title === 'Essays').sub_items[0];
    expect(essay).toMatchObject({
      type: 'assignments',
      title: 'Essay',
      property: expect.stringMatching(/^copy\[assignments\]\[id_g[0-9a-f]{32}\]$/),
    });
    const chosen = await admin.put(`${base(target.id)}/${body.id}`, {
      copy: { assignments: { [`id_${essay.migration_id}`]: '1' } },
    });
    expect(chosen.body.workflow_state).toBe('running');
    await world.runJobs();
    expect((await seen(target.id)).assignments.map(([name]: string[]) => name)).toEqual(['Essay']);
    expect((await admin.get(`${base(target.id)}/${body.id}/selective_data`, { type: 'x' })).status).toBe(400);
  });

  it('refuses what it does not know', async () => {
    const { id } = await make.course();
    const refused = async (params: object, api = admin) => {
      const { status, body } = await api.post(base(id), params);
      return [status, body.message];
    };
    expect(await refused({})).toEqual([400, 'Invalid migration_type']);
    expect(await refused({ migration_type: 'moodle_converter' })).toEqual([400, 'Invalid migration_type']);
    expect(await refused({ migration_type: 'common_cartridge_importer' })).toEqual([
      400,
      'File upload, file_url, or content_export_id is required',
    ]);
    expect(await refused({ migration_type: 'course_copy_importer' })).toEqual([
      400,
      'A course copy requires a source course.',
    ]);
    const teacher = await make.member(id, 'TeacherEnrollment');
    const other = await make.course();
    expect(
      await refused(
        { migration_type: 'course_copy_importer', settings: { source_course_id: other.id } },
        world.as(teacher.token),
      ),
    ).toEqual([400, 'You are not allowed to copy the source course.']);
    expect(
      await refused({
        migration_type: 'zip_file_importer',
        pre_attachment: { name: 'x.zip' },
        settings: { folder_id: 999_999 },
      }),
    ).toEqual([400, "The specified folder couldn't be found in this course."]);
    expect(
      await refused({ migration_type: 'canvas_cartridge_importer', settings: { content_export_id: 999 } }),
    ).toEqual([400, 'invalid content export']);
    const account = await admin.post('accounts/1/content_migrations', {
      migration_type: 'course_copy_importer',
    });
    expect(account.body).toEqual({ message: 'Unsupported migration_type for context' });
  });
});

/** Bytes of an archive with these files. */
async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  return await buffer(zip.outputStream as Readable);
}

/** Begins a migration with a file, and sends the file as a client does. */
async function upload(path: string, params: object, bytes: Buffer, name = 'package.imscc') {
  const { body } = await admin.post(`${path}/content_migrations`, {
    ...params,
    pre_attachment: { name, size: bytes.length, content_type: 'application/zip', no_redirect: true },
  });
  expect(body).toMatchObject({ workflow_state: 'pre_processing', pre_attachment: { file_param: 'file' } });
  const form = new FormData();
  for (const [key, value] of Object.entries(body.pre_attachment.upload_params))
    form.append(key, String(value));
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://easel.test/files_api', { method: 'POST', body: form });
  const sent = await world.app.inject({
    method: 'POST',
    url: new URL(body.pre_attachment.upload_url).pathname,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  if (sent.statusCode === 302) {
    const next = new URL(String(sent.headers.location));
    expect((await admin.get(next.pathname.replace('/api/v1/', '') + next.search)).status).toBe(200);
  } else expect(sent.statusCode).toBe(201);
  await world.runJobs();
  return (await admin.get(`${path}/content_migrations/${body.id}`)).body;
}

const problems = async (path: string, id: number) =>
  (await admin.get(`${path}/content_migrations/${id}/migration_issues`)).body;

const MANIFEST = `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"><organizations>
  <organization><item identifier="root"><item identifier="m1"><title>Unit &amp; One</title>
    <item identifier="i1" identifierref="r1"><title>A file</title></item>
    <item identifier="i2"><title>More</title><item identifier="i3" identifierref="r2"><title>Elsewhere</title></item></item>
    <item identifier="i4" identifierref="r3"><title>Talk</title></item>
    <item identifier="i5" identifierref="r4"><title>Work</title></item>
  </item></item></organization></organizations><resources>
  <resource identifier="r1" type="webcontent" href="docs/a%20file.txt"><file href="docs/a%20file.txt"/></resource>
  <resource identifier="r2" type="imswl_xmlv1p3"><file href="link.xml"/></resource>
  <resource identifier="r3" type="imsdt_xmlv1p3"><file href="talk.xml"/></resource>
  <resource identifier="r4" type="assignment_xmlv1p0" href="work.xml"><file href="work.xml"/></resource>
  <resource identifier="r5" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><file href="quiz.xml"/></resource>
  </resources></manifest>`;

const CARTRIDGE = {
  'imsmanifest.xml': MANIFEST,
  'docs/a file.txt': 'hello',
  'link.xml': '<webLink><title>Elsewhere</title><url href="https://example.org/a?b=1&amp;c=2"/></webLink>',
  'talk.xml':
    '<topic><title>Talk</title><text texttype="text/html">&lt;p&gt;Say &lt;script&gt;bad()&lt;/script&gt;&lt;a href="$IMS-CC-FILEBASE$/docs/a%20file.txt"&gt;it&lt;/a&gt; &lt;a href="$IMS-CC-FILEBASE$/gone.txt"&gt;gone&lt;/a&gt;&lt;/p&gt;</text></topic>',
  'work.xml':
    '<assignment><title>Work</title><text texttype="text/html">&lt;b&gt;Do&lt;/b&gt;</text><gradable points_possible="7">true</gradable><submission_formats><format type="file"/></submission_formats></assignment>',
};

describe('pre_attachment', () => {
  it('imports a cartridge that another system has written', async () => {
    const { id } = await make.course();
    const migration = await upload(
      `courses/${id}`,
      { migration_type: 'common_cartridge_importer' },
      await zipOf(CARTRIDGE),
    );
    expect(migration).toMatchObject({
      workflow_state: 'completed',
      migration_issues_count: 2,
      attachment: { display_name: 'package.imscc' },
      started_at: '2026-09-15T12:00:00Z',
      finished_at: '2026-09-15T12:00:00Z',
    });
    expect(await seen(id)).toEqual({
      pages: [],
      assignments: [['Work', 7, null, true, ['online_upload'], undefined]],
      groups: [['Assignments', 0]],
      topics: [['Talk', true, undefined]],
      modules: [
        [
          'Unit & One',
          true,
          0,
          [
            ['File', 'A file', 0, undefined, undefined],
            ['SubHeader', 'More', 0, undefined, undefined],
            ['ExternalUrl', 'Elsewhere', 1, undefined, 'https://example.org/a?b=1&c=2'],
            ['Discussion', 'Talk', 0, undefined, undefined],
            ['Assignment', 'Work', 0, undefined, undefined],
          ],
        ],
      ],
      files: [['a file.txt', 5]],
      announcements: [],
      outcomes: [],
      feeds: [],
      standards: [],
    });
    const [topic] = (await admin.get(`courses/${id}/discussion_topics`)).body;
    const [file] = (await admin.get(`courses/${id}/files`)).body;
    expect(topic.message).toContain(`/courses/${id}/files/${file.id}/preview`);
    expect(topic.message).not.toContain('script');
    const issues = await problems(`courses/${id}`, migration.id);
    expect(issues.map(({ description }: { description: string }) => description)).toEqual([
      expect.stringContaining('A quiz of the package was not imported'),
      'Missing links found in imported content - Talk',
    ]);
    expect(issues[1]).toMatchObject({
      issue_type: 'warning',
      workflow_state: 'active',
      fix_issue_html_url: expect.stringContaining('/discussion_topics/'),
    });
    const one = `courses/${id}/content_migrations/${migration.id}/migration_issues/${issues[1].id}`;
    expect((await admin.put(one, { workflow_state: 'x' })).status).toBe(403);
    expect((await admin.put(one, { workflow_state: 'resolved' })).body.workflow_state).toBe('resolved');
    expect((await admin.get(one)).body.workflow_state).toBe('resolved');
  });

  it('waits for a choice of what is in the package', async () => {
    const { id } = await make.course();
    const params = { migration_type: 'common_cartridge_importer', selective_import: true };
    const migration = await upload(`courses/${id}`, params, await zipOf(CARTRIDGE));
    expect(migration.workflow_state).toBe('waiting_for_select');
    const data = `courses/${id}/content_migrations/${migration.id}/selective_data`;
    const kinds = (await admin.get(data)).body;
    expect(kinds.map(({ type }: { type: string }) => type)).toEqual([
      'context_modules',
      'assignments',
      'discussion_topics',
      'attachments',
    ]);
    const [folder] = (await admin.get(data, { type: 'attachments' })).body;
    expect(folder).toMatchObject({
      type: 'folders',
      title: 'course files/docs',
      sub_items: [{ title: 'a file.txt' }],
    });
    await admin.put(`courses/${id}/content_migrations/${migration.id}`, { copy: { all_assignments: '1' } });
    await world.runJobs();
    expect(await seen(id)).toMatchObject({
      modules: [],
      topics: [],
      files: [],
      assignments: [['Work', 7, null, true, ['online_upload'], undefined]],
    });
  });

  it('unzips files into a folder, without what systems put beside them', async () => {
    const { id } = await make.course();
    const root = (await admin.get(`courses/${id}/folders/root`)).body;
    const zip = await zipOf({
      'a.txt': '1',
      'deep/er/b.txt': '22',
      '__MACOSX/a.txt': 'x',
      'deep/.DS_Store': 'x',
    });
    const params = { migration_type: 'zip_file_importer', settings: { folder_id: root.id } };
    const migration = await upload(`courses/${id}`, params, zip, 'files.zip');
    expect(migration).toMatchObject({ workflow_state: 'completed', migration_type_title: 'File Import' });
    expect(
      (await admin.get(`courses/${id}/files`)).body.map((file: { display_name: string; size: number }) => [
        file.display_name,
        file.size,
      ]),
    ).toEqual([
      ['a.txt', 1],
      ['b.txt', 2],
    ]);
    expect((await admin.get(`courses/${id}/folders/by_path/deep/er`)).body.at(-1)).toMatchObject({
      name: 'er',
      files_count: 1,
    });
    // The archive itself is nobody's file.
    expect((await admin.get('users/self/files')).body).toEqual([]);
  });

  it.each([
    ['that is none', async () => Buffer.from('not an archive')],
    ['without a manifest', () => zipOf({ 'x.txt': 'x' })],
    ['whose manifest is no XML', () => zipOf({ 'imsmanifest.xml': '<manifest><' })],
    [
      'that reaches out of itself',
      async () => replaced(await zipOf({ 'aaaa/etc': 'x' }), 'aaaa/etc', '../../et'),
    ],
    [
      'that becomes far larger than it is',
      () => zipOf({ 'imsmanifest.xml': MANIFEST, 'zeros.txt': '0'.repeat(80 * 1024 * 1024) }),
    ],
  ])('fails with an issue of a package %s', async (_name, make_) => {
    const { id } = await make.course();
    const migration = await upload(
      `courses/${id}`,
      { migration_type: 'canvas_cartridge_importer' },
      await make_(),
    );
    expect(migration).toMatchObject({ workflow_state: 'failed', migration_issues_count: 1 });
    expect(await problems(`courses/${id}`, migration.id)).toMatchObject([
      { issue_type: 'error', description: expect.stringMatching(/^The package could not be imported\./) },
    ]);
    expect((await admin.get(migration.progress_url.replace(/^.*\/api\/v1\//, ''))).body.workflow_state).toBe(
      'failed',
    );
  });

  it('has no room for what is larger than the quota', async () => {
    const { id } = await make.course({ storage_quota_mb: 1 });
    const { body } = await admin.post(base(id), {
      migration_type: 'common_cartridge_importer',
      pre_attachment: { name: 'x.imscc', size: 2_000_000 },
    });
    expect(body).toMatchObject({
      workflow_state: 'failed',
      pre_attachment: { error: true, message: 'file size exceeds quota' },
    });
  });
});

/** The same bytes with another name in them, of the same length. */
const replaced = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

describe('settings[file_url]', () => {
  it('fetches the package, and says where it could not', async () => {
    const bytes = await zipOf(CARTRIDGE);
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/a/package.imscc' ? 200 : 404).end(bytes);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const fetched = async (path: string) => {
      const { id } = await make.course();
      const settings = { file_url: `http://127.0.0.1:${port}${path}` };
      const { body } = await admin.post(base(id), { migration_type: 'common_cartridge_importer', settings });
      await world.runJobs();
      return (await admin.get(`${base(id)}/${body.id}`)).body;
    };
    expect(await fetched('/a/package.imscc')).toMatchObject({
      workflow_state: 'completed',
      attachment: { display_name: 'package.imscc', size: bytes.length },
    });
    expect(await fetched('/gone')).toMatchObject({ workflow_state: 'failed', migration_issues_count: 1 });
    server.close();
  });
});

describe('settings[insert_into_module_id], settings[move_to_assignment_group_id]', () => {
  it('puts what comes where it is asked to, if that is of the course', async () => {
    const { id } = await make.course();
    const module = (await admin.post(`courses/${id}/modules`, { module: { name: 'Mine' } })).body;
    const group = (await admin.post(`courses/${id}/assignment_groups`, { name: 'Mine' })).body;
    const params = (moduleId: number) => ({
      migration_type: 'common_cartridge_importer',
      settings: { insert_into_module_id: moduleId, move_to_assignment_group_id: group.id },
    });
    await upload(`courses/${id}`, params(module.id), await zipOf(CARTRIDGE));
    const items = (await admin.get(`courses/${id}/modules/${module.id}/items`)).body;
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Work', 'Talk', 'a file.txt']);
    const [work] = (await admin.get(`courses/${id}/assignments`)).body;
    expect(work.assignment_group_id).toBe(group.id);

    const other = await make.course();
    await upload(`courses/${other.id}`, params(module.id), await zipOf(CARTRIDGE));
    expect((await admin.get(`courses/${id}/modules/${module.id}/items`)).ids).toHaveLength(3);
  });
});

describe('POST /api/v1/users/{user_id}/content_migrations', () => {
  it('unzips into one’s own files', async () => {
    const root = (await admin.get('users/self/folders/root')).body;
    const params = { migration_type: 'zip_file_importer', settings: { folder_id: root.id } };
    const migration = await upload('users/self', params, await zipOf({ 'mine.txt': 'x' }), 'mine.zip');
    expect(migration).toMatchObject({
      workflow_state: 'completed',
      migration_issues_url: expect.stringContaining('/api/v1/users/1/content_migrations/'),
    });
    const files = (await admin.get('users/self/files')).body;
    expect(files.map((file: { display_name: string }) => file.display_name)).toEqual(['mine.txt']);
    const stranger = world.as((await make.person()).token);
    expect((await stranger.get('users/1/content_migrations')).status).toBe(401);
  });
});

describe('two migrations into one course', () => {
  it('run one after the other', async () => {
    const { course } = await fullCourse();
    const target = await make.course();
    const settings = { source_course_id: course.id };
    const begin = () => admin.post(base(target.id), { migration_type: 'course_copy_importer', settings });
    await Promise.all([begin(), begin(), begin()]);
    await Promise.all([world.runJobs(), world.runJobs()]);
    expect(await seen(target.id)).toEqual(await seen(course.id));
  });
});

describe('settings[importer_skips]', () => {
  it('leaves out what was chosen', async () => {
    const source = await make.course({ license: 'cc_by', is_public: true });
    const copied = async (importer_skips: string[]) => {
      const target = await make.course();
      await copyInto(target.id, source.id, { settings: { importer_skips } });
      const { license, is_public } = (await admin.get(`courses/${target.id}`, { 'include[]': ['license'] }))
        .body;
      return [license, is_public];
    };
    expect(await copied([])).toEqual(['cc_by', true]);
    expect(await copied(['visibility_settings'])).toEqual(['cc_by', false]);
    expect(await copied(['all_course_settings'])).toEqual(['private', false]);
  });
});

describe('GET /api/v1/courses/{course_id}/content_migrations/migrators', () => {
  it('lists what can be imported here', async () => {
    const { id } = await make.course();
    expect((await admin.get(`${base(id)}/migrators`)).body).toEqual([
      {
        type: 'course_copy_importer',
        requires_file_upload: false,
        name: 'Copy a Canvas Course',
        required_settings: ['source_course_id'],
      },
      {
        type: 'canvas_cartridge_importer',
        requires_file_upload: true,
        name: 'Canvas Course Export Package',
        required_settings: [],
      },
      {
        type: 'zip_file_importer',
        requires_file_upload: true,
        name: 'Unzip .zip file into folder',
        required_settings: ['source_folder_id'],
      },
      {
        type: 'common_cartridge_importer',
        requires_file_upload: true,
        name: 'Common Cartridge 1.x Package',
        required_settings: [],
      },
    ]);
    expect((await admin.get('accounts/1/content_migrations/migrators')).body).toEqual([]);
    expect((await admin.get('users/self/content_migrations/migrators')).body).toMatchObject([
      { type: 'zip_file_importer' },
    ]);
  });
});

describe('GET /api/v1/courses/{course_id}/content_migrations', () => {
  it('lists the newest first', async () => {
    const [source, target] = [await make.course(), await make.course()];
    const first = await copyInto(target.id, source.id);
    const second = await copyInto(target.id, source.id);
    expect((await admin.get(base(target.id))).ids).toEqual([second.id, first.id]);
    expect((await admin.get(`${base(source.id)}/${first.id}`)).status).toBe(404);
  });

  it('leaves one alone that is not to run yet', async () => {
    const [source, target] = [await make.course(), await make.course()];
    const params = {
      migration_type: 'course_copy_importer',
      settings: { source_course_id: source.id },
      do_not_run: true,
    };
    const { body } = await admin.post(base(target.id), params);
    expect(body.workflow_state).toBe('pre_processing');
    expect(body.progress_url).toBeUndefined();
    expect(await world.runJobs()).toBe(0);
    expect((await admin.get(`${base(target.id)}/${body.id}/asset_id_mapping`)).body).toEqual({
      message: 'Migration is incomplete',
    });
    expect((await admin.put(`${base(target.id)}/${body.id}`)).body.workflow_state).toBe('running');
    await world.runJobs();
    expect((await admin.get(`${base(target.id)}/${body.id}`)).body.workflow_state).toBe('completed');
  });
});

describe('POST /api/v1/courses/{course_id}/content_exports', () => {
  it('exports a cartridge from which a course comes back as it was', async () => {
    const { course } = await fullCourse();
    const { body } = await admin.post(`courses/${course.id}/content_exports`, {
      export_type: 'common_cartridge',
    });
    expect(body).toMatchObject({
      workflow_state: 'created',
      export_type: 'common_cartridge',
      course_id: course.id,
    });
    await world.runJobs();
    const exported = (await admin.get(`courses/${course.id}/content_exports/${body.id}`)).body;
    expect(exported).toMatchObject({
      workflow_state: 'exported',
      attachment: { 'content-type': 'application/zip' },
    });
    expect(exported.attachment.display_name).toMatch(/\.imscc$/);

    const target = await make.course();
    const { body: migration } = await admin.post(base(target.id), {
      migration_type: 'canvas_cartridge_importer',
      settings: { content_export_id: body.id },
    });
    await world.runJobs();
    const done = (await admin.get(`${base(target.id)}/${migration.id}`)).body;
    expect(done).toMatchObject({ workflow_state: 'completed', migration_issues_count: 0 });
    expect(await seen(target.id)).toEqual(await seen(course.id));
    const [essay] = (await admin.get(`courses/${target.id}/assignments`, { search_term: 'Essay' })).body;
    expect(essay.description).toContain(`/courses/${target.id}/pages/start-here`);
    expect(essay.rubric_settings).toMatchObject({ title: 'Clarity' });
  });
});
