import { describe, expect, it } from 'vitest';
import { nameParts, sortableName } from './person-names.ts';

describe('names', () => {
  it.each([
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Augusta Ada King', 'King, Augusta Ada'],
    ['Plato', 'Plato'],
    ['John Doe, Sr.', 'Doe, John Sr.'],
    ['John Doe III', 'Doe, John III'],
    ['Doe, John', 'Doe, John'],
    ['Ho, Chi, Min', 'Ho, Chi Min'],
    ['  ', ''],
  ])('%s sorts as %s', (name, sortable) => {
    expect(sortableName(name)).toBe(sortable);
  });

  it('finds a surname of several words again', () => {
    expect(sortableName('Theo van Gogh', 'van Gogh, Vincent')).toBe('van Gogh, Theo');
    expect(sortableName('Theo van Gogh')).toBe('Gogh, Theo van');
  });

  it('takes a sortable name apart', () => {
    expect(nameParts('Lovelace, Ada', { sortable: true })).toEqual({
      given: 'Ada',
      surname: 'Lovelace',
      suffix: null,
    });
    // A given name that looks like a suffix is none behind the comma of a sortable name.
    expect(nameParts('van Dyke, V', { sortable: true })).toEqual({
      given: 'V',
      surname: 'van Dyke',
      suffix: null,
    });
  });
});
