import { describe, expect, it } from 'vitest';
import { changedSettings, inheritedSetting } from './account-settings.ts';

const name = 'restrict_student_past_view';
const says = (entry: object) => ({ [name]: entry as never });

describe('inheritedSetting', () => {
  it('is nothing where nobody says anything', () => {
    expect(inheritedSetting([{}, {}], name)).toEqual({ value: undefined, locked: false, inherited: false });
  });

  it('is what the nearest account says', () => {
    expect(inheritedSetting([says({ value: true }), {}, says({ value: false })], name)).toMatchObject({
      value: false,
      inherited: false,
    });
    expect(inheritedSetting([says({ value: true }), {}], name)).toMatchObject({
      value: true,
      inherited: true,
    });
  });

  it('is what the account nearest to the root says that locks it', () => {
    const chain = [
      says({ value: false }),
      says({ value: true, locked: true }),
      says({ value: false, locked: true }),
      says({ value: false }),
    ];
    expect(inheritedSetting(chain, name)).toEqual({ value: true, locked: true, inherited: true });
  });

  it('takes a plain value for one that is not locked', () => {
    expect(inheritedSetting([{ [name]: true }], name)).toEqual({
      value: true,
      locked: false,
      inherited: false,
    });
  });
});

describe('changedSettings', () => {
  const flag = (value: unknown) => value === 'true' || value === true;
  const change = (asked: Record<string, unknown>, stored = {}) => changedSettings(stored, asked, flag);

  it('keeps value and lock, as yes or no', () => {
    expect(change({ [name]: { value: 'true', locked: 'false', other: 1 } })).toEqual({
      [name]: { value: true, locked: false },
    });
  });

  it('replaces what was said before, and forgets what says nothing', () => {
    expect(change({ [name]: { locked: true } }, says({ value: true }))).toEqual({ [name]: { locked: true } });
    expect(change({ [name]: { value: null, locked: false } }, says({ value: true }))).toEqual({});
  });

  it('leaves alone what the API does not change', () => {
    expect(change({ open_registration: true, [name]: true }, { open_registration: false })).toEqual({
      open_registration: false,
    });
  });

  it.each([
    ['120', '120'],
    [200, '200'],
    ['too much tuna', '255'],
    [400, '255'],
    ['-2', '255'],
    [null, '255'],
  ])('takes %j as a name length of %j', (value, stored) => {
    expect(change({ sis_assignment_name_length_input: { value } })).toEqual({
      sis_assignment_name_length_input: { value: stored },
    });
  });
});
