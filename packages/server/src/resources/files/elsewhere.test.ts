/** Files as the pictures of courses and users, and what they count for. */
import { describe, expect, it } from 'vitest';
import { pathOf, upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const { anonymous, as, make } = await openWorld();

async function classroom() {
  const course = await make.course();
  const me = as((await make.member(course.id, 'TeacherEnrollment')).token);
  const picture = async () =>
    (await upload(me, `courses/${course.id}/files`, { name: 'p.png', on_duplicate: 'rename' }, 'png')).body;
  const show = async (...include: string[]) =>
    (await me.get(`courses/${course.id}`, { 'include[]': include })).body;
  return { course, me, picture, show };
}

describe('PUT /api/v1/courses/{id}', () => {
  it('takes one of the course’s files for its picture, or an address', async () => {
    const { course, me, picture, show } = await classroom();
    const file = await picture();
    const put = (params: object) => me.put(`courses/${course.id}`, { course: params });
    expect((await put({ image_id: file.id, banner_image_id: file.id })).status).toBe(200);
    const shown = await show('course_image', 'banner_image');
    for (const url of [shown.image_download_url, shown.banner_image_download_url]) {
      expect((await anonymous.send('GET', pathOf(url))).body).toBe('png');
    }
    expect((await me.get(`courses/${course.id}/settings`)).body).toMatchObject({
      image_id: String(file.id),
      image_url: null,
      image: shown.image_download_url,
    });
    await put({ image_url: 'https://x.example/a.png' });
    expect((await me.get(`courses/${course.id}/settings`)).body).toMatchObject({
      image_id: null,
      image: 'https://x.example/a.png',
    });
    await put({ remove_banner_image: true });
    expect((await show('banner_image')).banner_image_download_url).toBeNull();
  });

  it('takes no file of elsewhere, and none that is deleted', async () => {
    const { course, me, picture } = await classroom();
    const other = await (await classroom()).picture();
    const deleted = await picture();
    await me.delete(`files/${deleted.id}`);
    for (const id of [other.id, deleted.id, 999_999]) {
      expect(await me.put(`courses/${course.id}`, { course: { image_id: id } })).toMatchObject({
        status: 400,
        body: { message: 'The image_id is not a valid course file id.' },
      });
    }
  });
});

describe('include[]=storage_quota_used_mb', () => {
  it('is what the files count for', async () => {
    const { course, me, show } = await classroom();
    await upload(me, `courses/${course.id}/files`, { name: 'half.bin' }, Buffer.alloc(524_288));
    expect((await show('storage_quota_used_mb')).storage_quota_used_mb).toBe(0.5);
  });
});

describe('GET /api/v1/users/{user_id}/avatars', () => {
  it('offers the pictures in the folder for them, the newest first, to be chosen by their token', async () => {
    const me = as((await make.person()).token);
    const folder = { parent_folder_path: 'profile pictures' };
    const first = await upload(me, 'users/self/files', { name: '1.png', ...folder });
    await upload(me, 'users/self/files', { name: 'notes.txt', ...folder });
    const second = await upload(me, 'users/self/files', { name: '2.png', ...folder });
    expect(second.body.avatar).toMatchObject({
      type: 'attachment',
      token: expect.stringMatching(/^[0-9a-f]{40}$/),
    });

    const { body } = await me.get('users/self/avatars');
    expect(body.map(({ display_name }: { display_name: string }) => display_name)).toEqual([
      'gravatar pic',
      '2.png',
      '1.png',
      'no pic',
    ]);
    expect(body[1]).toMatchObject({ id: second.body.id, url: second.body.thumbnail_url, type: 'attachment' });
    expect(body[1].token).toBe(second.body.avatar.token);

    await me.put('users/self', { user: { avatar: { token: body[2].token } } });
    const { body: profile } = await me.get('users/self/profile');
    expect(profile.avatar_url).toBe(first.body.thumbnail_url);
  });
});
