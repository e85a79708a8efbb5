import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../domain/csv.ts';
import { decoded, inspected } from './utf8.ts';

const parse = (text: string) => parseCsv(Buffer.from(text));

describe('parseCsv', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1;2,5',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    [
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n,\n"",x\n',
      [
        ['a', 'b'],
        [null, null],
        ['', 'x'],
      ],
    ],
    ['a\n\nb', [['a'], [], ['b']]],
    ['"a ""b""","c,\nd"\n', [['a "b"', 'c,\nd']]],
  ])('reads %j', (text, rows) => {
    expect(parse(text)).toEqual(rows);
  });

  it.each([
    ['', 'File has no data'],
    ['a,"b', 'Invalid CSV File'],
    ['a,"b"c', 'Invalid CSV File'],
    ['a,b"c', 'Invalid CSV File'],
  ])('can’t read %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it('keeps bytes that are no text', () => {
    const [[cell] = []] = parseCsv(Buffer.from([0x61, 0xff, 0xc3, 0xa9]));
    expect(decoded(String(cell))).toBeUndefined();
    expect(inspected(String(cell))).toBe('"a\\xFFé"');
    expect(decoded('\u00c3\u00a9')).toBe('é');
  });
});
