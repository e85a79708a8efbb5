import { describe, expect, it } from 'vitest';
import { slugOf, titleOfSlug } from './wiki-slugs.ts';

describe('slugOf', () => {
  it.each([
    ['My Page Title', 'my-page-title'],
    ['Week 1: Introduction', 'week-1-introduction'],
    ['Q & A', 'q-and-a'],
    ['Q&A', 'q-and-a'],
    ["It's nothing at all", 'its-nothing-at-all'],
    ['It’s “quoted”', 'its-quoted'],
    ['10% off if you act now', '10-percent-off-if-you-act-now'],
    ['$12 worth of Ruby power', '12-dollars-worth-of-ruby-power'],
    ['kick it en Français', 'kick-it-en-francais'],
    ['rock it Español style', 'rock-it-espanol-style'],
    ['Straße', 'strasse'],
    ['and/or', 'and-slash-or'],
    ['a_b  c', 'a-b-c'],
    ['3.14', '3-dot-14'],
    ['Wait...', 'wait-dot-dot-dot'],
    ['i.e. this', 'ie-this'],
    ['C++', 'c-plus-plus'],
    ['#1', 'number-1'],
    ['<b>Bold</b> words', 'bold-words'],
    ['(Draft) [old]', 'draft-old'],
    ['Room 2 – Lab', 'room-2-lab'],
    ['日本語入門', '日本語入門'],
    ['Ελληνικά', 'ελληνικά'],
    ['!?', ''],
    ['', ''],
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});

describe('titleOfSlug', () => {
  it('gives every word a capital', () => {
    expect(titleOfSlug('my-new_page')).toBe('My New Page');
  });
});
