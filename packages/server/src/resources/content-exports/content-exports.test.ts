import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Entry, fromBuffer } from 'yauzl';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;

/** The names in an archive. */
const namesIn = (bytes: Buffer): Promise<string[]> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, (error, zip) => {
      if (error) return reject(error);
      const names: string[] = [];
      zip.on('entry', (entry: Entry) => names.push(entry.fileName));
      zip.on('end', () => resolve(names.sort()));
    });
  });

async function download(url: string): Promise<Buffer> {
  const { pathname, search } = new URL(url);
  const answer = await world.app.inject({ method: 'GET', url: pathname + search });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

async function courseWithFiles() {
  const course = await make.course({ course_code: 'BIO 1' });
  const context = { context_type: 'Course', context_id: course.id } as const;
  const root = await make.folder({ ...context, name: 'course files' });
  const inside = { parent_folder_id: root.id, name: 'week 1', full_name: 'course files/week 1' };
  const folder = await make.folder({ ...context, ...inside });
  const file = async (name: string, folder_id: number, values: object = {}) => {
    const { key } = await world.files.store(Readable.from([Buffer.from(name)]));
    const named = { display_name: name, size: name.length, content_key: key };
    return await make.file({ ...context, folder_id, ...named, ...values });
  };
  return {
    course,
    folder,
    plan: await file('plan.txt', root.id),
    notes: await file('notes.txt', folder.id),
    hidden: await file('key.txt', folder.id, { file_state: 'hidden' }),
  };
}

async function exported(path: string, params: object, api = admin) {
  const { body, status } = await api.post(`${path}/content_exports`, params);
  expect(status).toBe(200);
  await world.runJobs();
  return (await api.get(`${path}/content_exports/${body.id}`)).body;
}

describe('POST /api/v1/courses/{course_id}/content_exports', () => {
  it('packs the files that its maker sees', async () => {
    const { course } = await courseWithFiles();
    const { body } = await admin.post(`courses/${course.id}/content_exports`, { export_type: 'zip' });
    expect(body).toEqual({
      id: expect.any(Number),
      user_id: 1,
      created_at: '2026-09-15T12:00:00Z',
      workflow_state: 'created',
      export_type: 'zip',
      course_id: course.id,
      progress_url: expect.stringContaining('/api/v1/progress/'),
    });
    await world.runJobs();
    expect((await admin.get(body.progress_url.replace(/^.*\/api\/v1\//, ''))).body).toMatchObject({
      workflow_state: 'completed',
      context_type: 'ContentExport',
      tag: 'content_export',
    });
    const { attachment } = (await admin.get(`courses/${course.id}/content_exports/${body.id}`)).body;
    expect(attachment.display_name).toBe('bio-1_files_2026-09-15.zip');
    expect(await namesIn(await download(attachment.url))).toEqual([
      'plan.txt',
      'week 1/key.txt',
      'week 1/notes.txt',
    ]);

    const student = world.as((await make.member(course.id, 'StudentEnrollment')).token);
    const own = await exported(`courses/${course.id}`, { export_type: 'zip' }, student);
    expect(await namesIn(await download(own.attachment.url))).toEqual(['plan.txt', 'week 1/notes.txt']);
  });

  it('packs what is selected', async () => {
    const { course, folder, plan } = await courseWithFiles();
    const namesOf = async (select: object) => {
      const { attachment } = await exported(`courses/${course.id}`, { export_type: 'zip', select });
      return await namesIn(await download(attachment.url));
    };
    expect(await namesOf({ files: [plan.id] })).toEqual(['plan.txt']);
    expect(await namesOf({ folders: [String(folder.id)] })).toEqual(['week 1/key.txt', 'week 1/notes.txt']);
  });

  it('writes a cartridge as Canvas does', async () => {
    const { course } = await courseWithFiles();
    await admin.post(`courses/${course.id}/pages`, { wiki_page: { title: 'Start & here', published: true } });
    const { attachment } = await exported(`courses/${course.id}`, { export_type: 'common_cartridge' });
    expect(attachment.display_name).toBe('bio-1-export-2026-09-15.imscc');
    expect(await namesIn(await download(attachment.url))).toEqual([
      'course_settings/assignment_groups.xml',
      'course_settings/canvas_export.txt',
      'course_settings/course_settings.xml',
      'course_settings/external_feeds.xml',
      'course_settings/files_meta.xml',
      'course_settings/grading_standards.xml',
      'course_settings/learning_outcomes.xml',
      'course_settings/module_meta.xml',
      'course_settings/rubrics.xml',
      'imsmanifest.xml',
      'web_resources/plan.txt',
      'web_resources/week 1/key.txt',
      'web_resources/week 1/notes.txt',
      'wiki_content/start-and-here.html',
    ]);
  });

  it('has no quizzes to export', async () => {
    const course = await make.course();
    for (const export_type of ['qti', 'quizzes2']) {
      const { attachment } = await exported(`courses/${course.id}`, { export_type });
      expect(await namesIn(await download(attachment.url))).toEqual(['imsmanifest.xml']);
    }
  });

  it('exports a course for its staff alone, and knows four types', async () => {
    const { course } = await courseWithFiles();
    const student = world.as((await make.member(course.id, 'StudentEnrollment')).token);
    const path = `courses/${course.id}/content_exports`;
    expect((await student.post(path, { export_type: 'common_cartridge' })).status).toBe(401);
    expect(await admin.post(path, { export_type: 'epub' })).toMatchObject({
      status: 400,
      body: { message: 'invalid export_type' },
    });
    const self = await admin.post('users/self/content_exports', { export_type: 'common_cartridge' });
    expect(self.status).toBe(400);
  });

  it('is not used for an import before it is done', async () => {
    const course = await make.course();
    const { body } = await admin.post(`courses/${course.id}/content_exports`, {
      export_type: 'common_cartridge',
    });
    const settings = { content_export_id: body.id };
    const params = { migration_type: 'canvas_cartridge_importer', settings };
    expect((await admin.post(`courses/${course.id}/content_migrations`, params)).body).toEqual({
      message: 'content export is incomplete',
    });
    await world.runJobs();
  });
});

describe('GET /api/v1/courses/{course_id}/content_exports', () => {
  it('lists archives of the course for its staff, and one’s own of files', async () => {
    const { course } = await courseWithFiles();
    const at = `courses/${course.id}`;
    const student = world.as((await make.member(course.id, 'StudentEnrollment')).token);
    const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
    const own = await exported(at, { export_type: 'zip' }, student);
    const whole = await exported(at, { export_type: 'common_cartridge' });
    const files = await exported(at, { export_type: 'zip' });
    expect((await student.get(`${at}/content_exports`)).ids).toEqual([own.id]);
    expect((await teacher.get(`${at}/content_exports`)).ids).toEqual([whole.id]);
    expect((await admin.get(`${at}/content_exports`)).ids).toEqual([files.id, whole.id]);
    expect((await teacher.get(`${at}/content_exports/${whole.id}`)).status).toBe(200);
    expect((await teacher.get(`${at}/content_exports/${files.id}`)).status).toBe(401);
    expect((await student.get(`${at}/content_exports/${whole.id}`)).status).toBe(401);
  });
});

describe('POST /api/v1/users/{user_id}/content_exports', () => {
  it('packs the files of a user', async () => {
    const exportOf = await exported('users/self', { export_type: 'zip' });
    expect(exportOf).toMatchObject({
      workflow_state: 'exported',
      attachment: { display_name: 'user_files_2026-09-15.zip' },
    });
    expect(exportOf.course_id).toBeUndefined();
  });
});
