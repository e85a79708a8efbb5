import { describe, expect, it } from 'vitest';
import { parseLinkHeader } from './link-header.ts';

describe('parseLinkHeader', () => {
  it.each([
    [
      'the links of the founding thread',
      '<https://x.edu/api?opaqueA>; rel="current", <https://x.edu/api?opaqueB>; rel="next",<https://x.edu/api?opaqueC>; rel="first"',
      {
        current: 'https://x.edu/api?opaqueA',
        next: 'https://x.edu/api?opaqueB',
        first: 'https://x.edu/api?opaqueC',
      },
    ],
    [
      'commas and semicolons in a URL',
      '<https://x.edu/a?ids=1,2;3>; rel="next"',
      { next: 'https://x.edu/a?ids=1,2;3' },
    ],
    ['quoted commas and quotes', String.raw`</a>; title="a, \"b\"; rel=no"; rel="next"`, { next: '/a' }],
    ['what looks like a link inside quotes', '</a>; title="<b>; rel=prev"; rel=next', { next: '/a' }],
    ['tokens without quotes, blanks, any case', '</a> ;  REL = Next', { next: '/a' }],
    ['several relations of one link', '</a>; rel="next last"', { next: '/a', last: '/a' }],
    ['the first of two', '</a>; rel=next, </b>; rel=next', { next: '/a' }],
    ['the first `rel` of one link', '</a>; rel=next; rel=prev', { next: '/a' }],
    ['parameters without a value', '</a>; crossorigin; rel=next', { next: '/a' }],
    ['no links of other contexts', '</a>; rel=next; anchor="#x"', {}],
    ['a broken part', 'nonsense, </a>; rel=next', { next: '/a' }],
    ['a name that objects have', '</a>; rel=constructor', { constructor: '/a' }],
    ['nothing', '', {}],
  ])('reads %s', (_, header, links) => {
    expect({ ...parseLinkHeader(header) }).toEqual(links);
  });

  it('takes a missing header', () => {
    expect(parseLinkHeader(null)['next']).toBeUndefined();
    expect(parseLinkHeader(undefined)['constructor']).toBeUndefined();
  });

  it('reads a long hostile header in no time', () => {
    const started = performance.now();
    parseLinkHeader(`<a>${'; x'.repeat(20_000)}${' '.repeat(20_000)}!`);
    parseLinkHeader('<'.repeat(50_000));
    parseLinkHeader(`<a>; x="${'\\'.repeat(50_001)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
