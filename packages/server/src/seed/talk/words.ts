/** What people say in the demo's discussions. */
import type { Chance } from '../chance.ts';

const OPENINGS = [
  'I read the chapter twice before it made sense to me.',
  'My first thought was the opposite.',
  'For me the second example settled it.',
  'I tried this at home over the weekend.',
  'We talked about this in our study group.',
  'The figure on page 42 helped me most.',
  'I am still not sure about the last step.',
  'Coming from another field, I find this surprising.',
  'What struck me was how old the idea is.',
  'I think the question has two parts.',
];

const MIDDLES = [
  'If you change only one of the conditions, the result stays the same.',
  'The reading takes that for granted, and I am not convinced that one can.',
  'There is a difference between what was measured and what was concluded.',
  'In the lecture it was put the other way round, which I found easier.',
  'An example from my own job: we count everything twice and still get it wrong.',
  'The numbers in the table do not add up unless one leaves the first row out.',
  'It only holds for small samples, as far as I can see.',
  'Somebody asked about this last week and the answer was that it depends.',
  'The older study found nothing of the kind.',
  'I would want to see it tried with more people.',
  'That is also what the handout says, in smaller print.',
  'Once you draw it, it is almost obvious.',
];

const CLOSINGS = [
  'Does anybody see it differently?',
  'I may well be wrong.',
  'That is as far as I got.',
  'I will bring the notes on Thursday.',
  'Could we go through this in class?',
  'Thanks for starting this.',
];

const REPLIES = [
  'I agree, mostly.',
  'That is a good point.',
  'I had not thought of that.',
  'I do not think that follows.',
  'Thanks, that helps.',
  'Same here.',
  'Could you say more about the second part?',
  'I found the opposite in the other article.',
  'Yes, and it explains the figure as well.',
];

const TEACHING = [
  'Good question. Look again at what is held constant.',
  'Several of you have asked this: both readings are allowed, if you say which one you use.',
  'Nicely put. What would you expect for the other group?',
  'Not quite: compare the units on both sides.',
  'I will come back to this on Tuesday.',
  'Please cite the page, so that others can find it.',
  'Exactly. And now try it without the first assumption.',
];

/** Some say a line, most a paragraph, and a few have three. */
export function post(chance: Chance): string {
  const length = chance.happens(0.15)
    ? 0
    : chance.happens(0.2)
      ? chance.between(5, 12)
      : chance.between(1, 4);
  const sentences = [
    chance.pick(OPENINGS),
    ...Array.from({ length }, () => chance.pick(MIDDLES)),
    ...(chance.happens(0.4) ? [chance.pick(CLOSINGS)] : []),
  ];
  return paragraphs(sentences);
}

export function reply(chance: Chance): string {
  const length = chance.happens(0.45) ? 0 : chance.between(1, 3);
  return paragraphs([chance.pick(REPLIES), ...Array.from({ length }, () => chance.pick(MIDDLES))]);
}

export const teaching = (chance: Chance): string => paragraphs([chance.pick(TEACHING)]);

function paragraphs(sentences: readonly string[]): string {
  const parts: string[] = [];
  for (let from = 0; from < sentences.length; from += 5)
    parts.push(sentences.slice(from, from + 5).join(' '));
  return parts.map((part) => `<p>${part}</p>`).join('\n');
}
