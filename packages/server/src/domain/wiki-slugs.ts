/**
 * The part of a page's address that its title makes: `Week 1: Q&A` → `week-1-q-and-a`. Source: url_for of Canvas's
 * WikiPage, which is stringex's to_url. Letters of other scripts than the Latin one stay as they are, where stringex
 * spells them in Latin ones.
 */

/** What is spelt out, in this order. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/\s*&\s*/g, ' and '],
  [/\s*@\s*/g, ' at '],
  [/\s*°\s*/g, ' degrees '],
  [/\s*÷\s*/g, ' divided by '],
  [/\s*(?:\.{3,}|…)\s*/g, ' dot dot dot '],
  [/\s*=\s*/g, ' equals '],
  [/\s*#/g, ' number '],
  [/\s*%\s*/g, ' percent '],
  [/\s*\+\s*/g, ' plus '],
  [/\s*[\\/／]\s*/g, ' slash '],
  [/\s*\*\s*/g, ' star '],
  [/(?:^|\s)\$(\d[\d,]*)\.(\d+)(?=\s|$)/g, ' $1 dollars $2 cents '],
  [/(?:^|\s)\$(\d[\d,]*)(?=\s|$)/g, ' $1 dollars '],
  [/(?:^|\s)£(\d[\d,]*)(?=\s|$)/g, ' $1 pounds '],
  [/(?:^|\s)€(\d[\d,]*)(?=\s|$)/g, ' $1 euros '],
];

/** Latin letters that are no letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

const ABBREVIATION = /(^|[\s(])(\p{L}(?:\.\p{L})+\.?)(?=[\s)]|$)/gu;

/** @returns the slug, blank where the title has nothing that a slug can hold */
export function slugOf(title: string): string {
  let text = title
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/[ßæÆœŒøØđĐðÐþÞłŁı]/g, (letter) => LETTERS[letter] as string)
    // Marks go from Latin letters alone; elsewhere they are a part of the letter.
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(ABBREVIATION, (_, before: string, word: string) => before + word.replaceAll('.', ''));
  for (const [pattern, words] of SPELT) text = text.replace(pattern, words);
  return text
    .replace(/(\S)\.(?=\S)/g, '$1 dot ')
    .replace(/(^|\p{L})['`](?=\p{L}|$|\s)/gu, '$1')
    .replace(/[^\p{L}\p{M}\p{N}\s-]/gu, ' ')
    .trim()
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/** `my-new_page` → `My New Page`: the title of a page that is made by asking for its address. */
export const titleOfSlug = (slug: string): string =>
  slug
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
