import { describe, expect, it } from 'vitest';
import { ownerUrl, placeText, readPlace } from './place.ts';

describe('readPlace', () => {
  it.each([
    ['user:self', { kind: 'user', id: 'self', path: undefined }],
    ['user:self:/Eval Reports/Fall2015', { kind: 'user', id: 'self', path: ['Eval Reports', 'Fall2015'] }],
    ['course:42:/', { kind: 'course', id: '42', path: [] }],
    ['course:sis_course_id:CHEM:101:/a:b/', { kind: 'course', id: 'sis_course_id:CHEM:101', path: ['a:b'] }],
    ['course:sis_course_id:A/B', { kind: 'course', id: 'hex:sis_course_id:412f42', path: undefined }],
    ['group:10000~7:/x', { kind: 'group', id: '10000~7', path: ['x'] }],
    ['folder:7', { kind: 'folder', id: '7', path: undefined }],
  ])('%s', (text, place) => expect(readPlace('--to', text)).toEqual(place));

  it.each(['course', 'course:', 'course:CHEM', 'section:1', 'folder:sis_x:1', '42', 'course:42:/a/../b'])(
    '%s is none',
    (text) => expect(() => readPlace('--to', text)).toThrow('--to'),
  );

  it('goes into the path of a URL as one segment', () => {
    expect(ownerUrl(readPlace('--to', 'user:sis_login_id:a@b.edu:/x'))).toBe(
      '/api/v1/users/sis_login_id:a%40b%2Eedu',
    );
    expect(placeText(readPlace('--to', 'course:42:/a/b/'))).toBe('course:42:/a/b');
  });
});
