import { expect, it } from 'vitest';
import { isThumbnailable, mayBeShown, mediaType, mimeClass, typeOfName } from './content-types.ts';

it.each([
  ['a.txt', 'text/plain'],
  ['A.PDF', 'application/pdf'],
  ['a.js', 'text/javascript'],
  ['archive.tar.gz', 'application/gzip'],
  ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a', 'unknown/unknown'],
  ['a.qqq', 'unknown/unknown'],
  ['a.constructor', 'unknown/unknown'],
  ['a.', 'unknown/unknown'],
])('%s is %s', (name, type) => {
  expect(typeOfName(name)).toBe(type);
});

it.each([
  ['text/HTML; charset=utf-8', 'text/html'],
  [' image/png ', 'image/png'],
  ['unknown/unknown', undefined],
  ['nonsense', undefined],
  ['a/b\r\nx: y', undefined],
  ['', undefined],
  [null, undefined],
])('%j names the type %s', (text, type) => {
  expect(mediaType(text)).toBe(type);
});

it.each([
  ['text/plain', 'text'],
  ['application/zip', 'zip'],
  ['image/svg+xml', 'image'],
  ['video/mp4', 'video'],
  ['video/x-ms-wmv', 'audio'],
  ['application/octet-stream', 'file'],
])('%s is of the class %s', (type, name) => {
  expect(mimeClass(type)).toBe(name);
});

it('shows only what holds no script', () => {
  for (const type of ['image/png', 'video/mp4', 'audio/mpeg', 'application/pdf', 'text/plain']) {
    expect(mayBeShown(type), type).toBe(true);
  }
  for (const type of [
    'text/html',
    'image/svg+xml',
    'application/xml',
    'text/xml',
    'application/xhtml+xml',
    'text/javascript',
    'text/css',
    'unknown/unknown',
    'multipart/related',
  ]) {
    expect(mayBeShown(type), type).toBe(false);
  }
  expect(isThumbnailable('image/svg+xml')).toBe(false);
});
