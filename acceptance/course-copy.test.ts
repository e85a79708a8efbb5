/** A course of the demo institution is copied, and exported and imported again: the same course comes out. */
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openTarget } from './target.ts';

const { url, token } = await openTarget();
/** Fall 2026's BIOL 210. */
const SOURCE = 168;

type Row = Record<string, unknown>;

async function call(method: string, path: string, body?: object): Promise<Row & Row[]> {
  const response = await fetch(path.startsWith('http') ? path : `${url}/api/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.status, `${method} ${path}`).toBe(200);
  return (await response.json()) as Row & Row[];
}

async function list(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const more = await call('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
    rows.push(...more);
    if (more.length < 100) return rows;
  }
}

async function newCourse(name: string): Promise<number> {
  return (await call('POST', 'accounts/1/courses', { course: { name } }))['id'] as number;
}

/** Waits for the Progress of a migration or an export, which must end well. */
async function finished(progressUrl: unknown): Promise<void> {
  for (;;) {
    const { workflow_state, message } = await call('GET', String(progressUrl));
    if (workflow_state === 'completed') return;
    expect(workflow_state, String(message)).not.toBe('failed');
    await setTimeout(200);
  }
}

const only = <const Names extends string[]>(row: Row, ...names: Names) =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Record<Names[number], unknown>;

/** Addresses and ids of a course as those of any. */
const anywhere = (html: unknown): unknown =>
  typeof html === 'string' ? html.replace(/\/courses\/\d+/g, '/courses/X').replace(/\/\d+/g, '/N') : html;

/** What its copies have in common with a course. */
async function contentOf(id: number) {
  const at = `courses/${id}`;
  const modules = await list(`${at}/modules?include[]=items`);
  return {
    pages: (await list(`${at}/pages?include[]=body&sort=title`)).map((page) => ({
      ...only(page, 'title', 'url', 'published', 'front_page', 'editing_roles'),
      body: anywhere(page['body']),
    })),
    groups: (await list(`${at}/assignment_groups`)).map((group) =>
      only(group, 'name', 'group_weight', 'position'),
    ),
    // The dates of all: exceptions for sections and students are of the source alone.
    assignments: (await list(`${at}/assignments?order_by=name&override_assignment_dates=false`)).map(
      (assignment) => ({
        ...only(
          assignment,
          'name',
          'points_possible',
          'due_at',
          'unlock_at',
          'lock_at',
          'published',
          'position',
        ),
        ...only(
          assignment,
          'submission_types',
          'grading_type',
          'allowed_extensions',
          'use_rubric_for_grading',
        ),
        description: anywhere(assignment['description']),
        criteria: (assignment['rubric'] as Row[] | undefined)?.map(({ description, points }) => [
          description,
          points,
        ]),
      }),
    ),
    topics: (await list(`${at}/discussion_topics`))
      .map((topic) => ({
        ...only(topic, 'title', 'published', 'discussion_type', 'pinned', 'locked', 'require_initial_post'),
        message: anywhere(topic['message']),
      }))
      .sort((a, b) => String(a['title']).localeCompare(String(b['title']))),
    modules: modules.map((module) => ({
      ...only(module, 'name', 'position', 'published', 'require_sequential_progress', 'unlock_at'),
      prerequisites: (module['prerequisite_module_ids'] as number[]).length,
      items: (module['items'] as Row[]).map((item) => ({
        ...only(item, 'title', 'type', 'position', 'indent', 'published', 'external_url'),
        requirement: (item['completion_requirement'] as Row | undefined)?.['type'],
      })),
    })),
    files: (await list(`${at}/files?sort=name`)).map((file) =>
      only(file, 'display_name', 'size', 'content-type'),
    ),
  };
}

it('copies a course of the demo, and a second time nothing more', async () => {
  const source = await contentOf(SOURCE);
  expect(source.modules.length).toBeGreaterThan(0);
  expect(source.assignments.length).toBeGreaterThan(0);
  const target = await newCourse('A copy');
  for (let time = 0; time < 2; time++) {
    const settings = { source_course_id: SOURCE };
    const params = { migration_type: 'course_copy_importer', settings };
    const migration = await call('POST', `courses/${target}/content_migrations`, params);
    await finished(migration['progress_url']);
    const issues = await list(`courses/${target}/content_migrations/${migration['id']}/migration_issues`);
    expect(issues).toEqual([]);
    expect(await contentOf(target)).toEqual(source);
  }
});

it('exports a course of the demo, and imports it as it was', async () => {
  const exported = await call('POST', `courses/${SOURCE}/content_exports`, {
    export_type: 'common_cartridge',
  });
  await finished(exported['progress_url']);
  const done = await call('GET', `courses/${SOURCE}/content_exports/${exported['id']}`);
  const { url: address, size, display_name: name } = done['attachment'] as Row;
  const archive = await (await fetch(String(address))).blob();
  expect(archive.size).toBe(size);

  // As a script does: announce the file, send it, and wait.
  const target = await newCourse('An import');
  const migration = await call('POST', `courses/${target}/content_migrations`, {
    migration_type: 'canvas_cartridge_importer',
    pre_attachment: { name, size },
  });
  const ticket = migration['pre_attachment'] as { upload_url: string; upload_params: Record<string, string> };
  const form = new FormData();
  for (const [key, value] of Object.entries(ticket.upload_params)) form.append(key, value);
  form.append('file', archive, String(name));
  const sent = await fetch(ticket.upload_url, { method: 'POST', body: form, redirect: 'manual' });
  expect([201, 302]).toContain(sent.status);
  if (sent.status === 302) await call('GET', sent.headers.get('location') as string);
  await finished(migration['progress_url']);
  expect(await contentOf(target)).toEqual(await contentOf(SOURCE));
});
