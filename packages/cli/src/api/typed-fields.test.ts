import { formFields, type Params } from '@easel/client';
import { describe, expect, it } from 'vitest';
import { textField, treeOf, typedField } from './typed-fields.ts';

const tree = (...typed: string[]) => treeOf(typed.map(textField));

describe('treeOf', () => {
  it.each<[string[], Params]>([
    [['a=1'], { a: '1' }],
    [['a=b=c'], { a: 'b=c' }],
    [['course[name]=X', 'course[term_id]=3'], { course: { name: 'X', term_id: '3' } }],
    [['include[]=term', 'include[]=teachers'], { include: ['term', 'teachers'] }],
    [
      ['m[][user_id]=1', 'm[][role]=a', 'm[][user_id]=2'],
      { m: [{ user_id: '1', role: 'a' }, { user_id: '2' }] },
    ],
    [['m[][ids][]=1', 'm[][ids][]=2'], { m: [{ ids: ['1', '2'] }] }],
    [['externaltool[0][name]=X'], { externaltool: { '0': { name: 'X' } } }],
  ])('%j', (typed, expected) => {
    expect(tree(...typed)).toEqual(expected);
  });

  it('is what the client turns back into the same names', () => {
    const typed = [
      'assignment[name]=Post Test',
      'assignment[submission_types][]=external_tool',
      'assignment[external_tool_tag_attributes][url]=https://tool.example.net/x',
    ];
    expect(formFields(tree(...typed)).map(([name, value]) => `${name}=${String(value)}`)).toEqual(typed);
  });

  it.each([['=x'], ['x'], ['a[b=1'], ['a[b]c=1'], ['[a]=1'], ['a]b=1'], ['__proto__[x]=1']])(
    'refuses %s',
    (typed) => {
      expect(() => tree(typed)).toThrow();
    },
  );

  it('refuses a name that is two things', () => {
    expect(() => tree('a=1', 'a[b]=2')).toThrow('has fields here, but is something else before');
    expect(() => tree('a[b]=1', 'a[]=2')).toThrow('is a list here, but something else before');
  });
});

describe('typedField', () => {
  it.each([
    ['a=true', true],
    ['a=false', false],
    ['a=null', null],
    ['a=12', 12],
    ['a=-1.5', -1.5],
    ['a=007', '007'],
    ['a=1e3', '1e3'],
    ['a=12345678901234567', '12345678901234567'],
    ['a=yes', 'yes'],
    ['a=', ''],
  ])('%s', async (typed, value) => {
    expect(await typedField(typed, process.stdin)).toEqual(['a', value]);
  });
});
