import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { admin, anonymous, as, make } = await openWorld();

const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };
const unset = {
  manual_mark_as_read: false,
  collapse_global_nav: false,
  collapse_course_nav: false,
  hide_dashcard_color_overlays: false,
  release_notes_badge_disabled: false,
  comment_library_suggestions_enabled: false,
  elementary_dashboard_disabled: false,
  default_to_block_editor: false,
  widget_dashboard_user_preference: false,
  widget_dashboard_dark_mode: false,
};

describe('GET /api/v1/users/{id}/settings', () => {
  it('is all false at first, in Canvas’s order', async () => {
    const me = as((await make.person()).token);
    const { status, body } = await me.get('users/self/settings');
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toBe(JSON.stringify(unset));
  });

  it('is for oneself and for administrators', async () => {
    const { id } = await make.person();
    expect((await as((await make.person()).token).get(`users/${id}/settings`)).status).toBe(401);
    expect((await anonymous.get(`users/${id}/settings`)).status).toBe(401);
    expect((await admin.get(`users/${id}/settings`)).status).toBe(200);
    expect((await admin.get('users/99999/settings')).status).toBe(404);
  });
});

describe('PUT /api/v1/users/{id}/settings', () => {
  it('sets what is given and leaves the rest', async () => {
    const person = await make.person();
    const me = as(person.token);
    await me.put('users/self/settings', 'manual_mark_as_read=1&collapse_global_nav=yes');
    const { body } = await me.put('users/self/settings', {
      collapse_global_nav: false,
      manual_mark_as_read: null,
    });
    expect(body).toEqual({ ...unset, manual_mark_as_read: true });
    expect((await admin.put(`users/${person.id}/settings`, { default_to_block_editor: true })).body).toEqual({
      ...unset,
      manual_mark_as_read: true,
      default_to_block_editor: true,
    });
  });
});

describe('PUT /api/v1/users/{id}/colors/{asset_string}', () => {
  it('stores with a hash, in three or six digits', async () => {
    const course = await make.course();
    const me = as((await make.person()).token);
    const path = `users/self/colors/course_${course.id}`;
    expect(await me.put(path, { hexcode: 'fffeee' })).toMatchObject({
      status: 200,
      body: { hexcode: '#fffeee' },
    });
    expect((await me.put(path, { hexcode: '#ABC' })).body).toEqual({ hexcode: '#ABC' });
    expect((await me.put(`users/self/colors/course_0${course.id}`, { hexcode: '123456' })).status).toBe(200);
    expect((await me.put('users/self/colors/user_1', { hexcode: '#000000' })).status).toBe(200);
    expect((await me.get('users/self/colors')).body).toEqual({
      custom_colors: { [`course_${course.id}`]: '#123456', user_1: '#000000' },
    });
  });

  it('is 400 for what is no color', async () => {
    const { id } = await make.course();
    for (const hexcode of ['', 'red', '#12', '#12345', '1234567', undefined]) {
      expect(await admin.put(`users/self/colors/course_${id}`, { hexcode })).toMatchObject({
        status: 400,
        body: { message: 'Invalid Hexcode Provided' },
      });
    }
  });

  it('is 404 for what does not exist', async () => {
    for (const name of ['course_99999', 'group_1', 'constructor_1', 'course', 'course_x', 'account_99999']) {
      expect(await admin.put(`users/self/colors/${name}`, { hexcode: 'fff' })).toMatchObject({
        status: 404,
        body: notFound,
      });
    }
  });
});

describe('GET /api/v1/users/{id}/colors', () => {
  it('is empty at first', async () => {
    const me = as((await make.person()).token);
    expect((await me.get('users/self/colors')).body).toEqual({ custom_colors: {} });
  });
});

describe('GET /api/v1/users/{id}/colors/{asset_string}', () => {
  it('gives one, and 404 where none was given', async () => {
    const { id } = await make.course();
    const person = await make.person();
    const me = as(person.token);
    await me.put(`users/self/colors/course_${id}`, { hexcode: 'abc123' });
    expect((await admin.get(`users/${person.id}/colors/course_${id}`)).body).toEqual({ hexcode: '#abc123' });
    for (const name of ['course_99999', 'constructor', '__proto__']) {
      expect(await me.get(`users/self/colors/${name}`)).toMatchObject({ status: 404, body: notFound });
    }
  });
});

describe('PUT /api/v1/users/{id}/text_editor_preference', () => {
  it('takes an editor, or a blank for none', async () => {
    const put = (text_editor_preference?: string | null) =>
      admin.put('users/self/text_editor_preference', { text_editor_preference });
    expect((await put('block_editor')).body).toEqual({ text_editor_preference: 'block_editor' });
    expect((await put('rce')).body).toEqual({ text_editor_preference: 'rce' });
    expect((await put('')).body).toEqual({ text_editor_preference: null });
    for (const wrong of ['vi', null, undefined]) expect((await put(wrong)).status).toBe(400);
  });
});

describe('PUT /api/v1/users/{id}/files_ui_version_preference', () => {
  it('takes v1 and v2', async () => {
    const put = (files_ui_version?: string) =>
      admin.put('users/self/files_ui_version_preference', { files_ui_version });
    expect((await put('v2')).body).toEqual({ files_ui_version: 'v2' });
    for (const wrong of ['v3', '', undefined]) {
      expect(await put(wrong)).toMatchObject({
        status: 400,
        body: { message: 'Invalid files_ui_version provided' },
      });
    }
  });
});

describe('GET /api/v1/users/{id}/dashboard_positions', () => {
  it('is empty at first', async () => {
    const me = as((await make.person()).token);
    expect((await me.get('users/self/dashboard_positions')).body).toEqual({ dashboard_positions: {} });
  });
});

describe('PUT /api/v1/users/{id}/dashboard_positions', () => {
  it('adds to the positions that are there, as integers', async () => {
    const course = await make.course();
    const other = await make.course();
    const person = await make.member(course.id);
    await make.enroll(person.id, other.id);
    const me = as(person.token);
    await me.put('users/self/dashboard_positions', `dashboard_positions[course_${course.id}]=3`);
    const { status, body } = await me.put('users/self/dashboard_positions', {
      dashboard_positions: { [`course_${other.id}`]: '-2', [`user_${person.id}`]: 0 },
    });
    const all = { [`course_${course.id}`]: 3, [`course_${other.id}`]: -2, [`user_${person.id}`]: 0 };
    expect({ status, body }).toEqual({ status: 200, body: { dashboard_positions: all } });
    expect((await me.get('users/self/dashboard_positions')).body).toEqual({ dashboard_positions: all });
  });

  it('is 400 for a position that is none, and changes nothing', async () => {
    const course = await make.course();
    const me = as((await make.member(course.id)).token);
    const put = (position: unknown) =>
      me.put('users/self/dashboard_positions', {
        dashboard_positions: { [`course_${course.id}`]: position },
      });
    for (const wrong of ['abc', '', '1.5', true, null, { a: 1 }]) {
      expect(await put(wrong)).toMatchObject({ status: 400, body: { message: 'Invalid position provided' } });
    }
    expect(await put(-1001)).toMatchObject({
      status: 400,
      body: {
        message:
          'Position -1001 is too high. Your dashboard cards can probably be sorted with numbers 1-5, you could even use a 0.',
      },
    });
    expect((await put(1000)).status).toBe(200);
    expect(await me.put('users/self/dashboard_positions', {})).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'dashboard_positions is missing' }] },
    });
  });

  it('is refused for what one may not read, 404 for what does not exist', async () => {
    const course = await make.course();
    const section = await make.section({ course_id: course.id });
    const me = as((await make.person()).token);
    const put = (name: string) =>
      me.put('users/self/dashboard_positions', { dashboard_positions: { [name]: 1 } });
    for (const name of [`course_${course.id}`, `course_section_${section.id}`, 'account_1', 'user_1']) {
      expect((await put(name)).status, name).toBe(401);
    }
    for (const name of ['course_99999', 'group_1', 'nonsense']) expect((await put(name)).status).toBe(404);
    expect(
      (
        await admin.put('users/self/dashboard_positions', {
          dashboard_positions: { [`course_section_${section.id}`]: 1, account_1: 2 },
        })
      ).status,
    ).toBe(200);
  });
});

describe('POST /api/v1/users/self/pandata_events_token', () => {
  it('is for Instructure’s own apps', async () => {
    expect(await admin.post('users/self/pandata_events_token', { app_key: 'x' })).toMatchObject({
      status: 403,
      body: { message: 'Developer key not authorized' },
    });
    expect((await anonymous.post('users/self/pandata_events_token')).status).toBe(401);
  });
});
