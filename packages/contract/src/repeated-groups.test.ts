import { describe, expect, it } from 'vitest';
import { restoreRepeatedGroups } from './repeated-groups.ts';

const strings = { type: 'string[]' };

describe('restoreRepeatedGroups', () => {
  it('sees a list of objects where every part is a list', () => {
    expect(
      restoreRepeatedGroups({ 'events[title]': strings, 'events[start_at]': { type: 'DateTime[]' } }),
    ).toEqual({
      'events[][title]': { type: 'string' },
      'events[][start_at]': { type: 'DateTime' },
    });
  });

  it('leaves real lists, single parts and spelled-out names alone', () => {
    const params = {
      include: strings,
      state: strings,
      'token[purpose]': { type: 'string' },
      'token[scopes]': strings,
      'filters[ips]': strings,
      'overrides[][quiz_ids]': strings,
      'overrides[][other_ids]': strings,
    };
    expect(restoreRepeatedGroups(params)).toEqual(params);
  });
});
