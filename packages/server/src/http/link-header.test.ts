import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkHeader, type PageTokens } from './link-header.ts';
import { nestParams, parseQueryString } from './rack-params.ts';

const url = 'https://easel.test/api/v1/courses';
const header = (query: string, pages: PageTokens, perPage = 10) =>
  linkHeader({ url, query: nestParams(parseQueryString(query)), pages, perPage });

describe('linkHeader', () => {
  test('order, separators, encoding', () => {
    expect(
      header('per_page=2&include[]=term&page=2&access_token=s3cret&api_key=k&as_user_id=5', {
        last: 9,
        first: 1,
        prev: 1,
        next: 3,
        current: 2,
      }),
    ).toBe(
      ['current', 'next', 'prev', 'first', 'last']
        .map((rel, index) => {
          const page = [2, 3, 1, 1, 9][index];
          return `<${url}?as_user_id=5&include%5B%5D=term&page=${page}&per_page=10>; rel="${rel}"`;
        })
        .join(','),
    );
  });

  test('bookmarks', () => {
    expect(header('', { current: 'first', first: 'first', next: 'bookmark:WzEsMl0' }, 50)).toBe(
      `<${url}?page=first&per_page=50>; rel="current",` +
        `<${url}?page=bookmark:WzEsMl0&per_page=50>; rel="next",` +
        `<${url}?page=first&per_page=50>; rel="first"`,
    );
  });

  test('nested access_token is an ordinary parameter', () => {
    expect(header('a[page]=1', { next: 2 })).toBe(`<${url}?a%5Bpage%5D=1&page=2&per_page=10>; rel="next"`);
  });

  test('no pages, no header', () => {
    expect(header('a=1', {})).toBeUndefined();
    expect(header(`a=${'x'.repeat(7000)}`, { next: 2 })).toBeUndefined();
  });

  test.each([
    [1000, ['current', 'next', 'prev', 'first', 'last']],
    [1300, ['current', 'next', 'prev', 'last']],
    [1700, ['next', 'prev', 'last']],
    [2500, ['next', 'last']],
    [4000, ['next']],
  ])('a query of %i characters leaves %j', (length, rels) => {
    const value =
      header(`a=${'x'.repeat(length)}`, { current: 2, next: 3, prev: 1, first: 1, last: 9 }) ?? '';
    expect([...value.matchAll(/rel="(\w+)"/g)].map((match) => match[1])).toEqual(rels);
  });

  test('a token never leaves its link', () => {
    expect(header('', { current: '1>; rel="next",<x' })).toMatch(/^<[^<>"]*>; rel="current"$/);
  });

  test('every link keeps the query and stays within a header', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.dictionary(
          text.filter((name) => !/[[\]]/.test(name) && name !== ''),
          text,
        ),
        (query) => {
          const value = linkHeader({ url, query, pages: { current: 1, next: 2 }, perPage: 10 });
          const next = /<([^>]*)>; rel="next"$/.exec(value ?? '')?.[1] ?? '';
          expect(value).toMatch(/^[\x21-\x7e ]+$/);
          const { page: _page, per_page: _perPage, access_token: _token, api_key: _key, ...rest } = query;
          expect(nestParams(parseQueryString(next.slice(url.length + 1)))).toEqual({
            ...rest,
            page: '2',
            per_page: '10',
          });
        },
      ),
    );
  });
});
