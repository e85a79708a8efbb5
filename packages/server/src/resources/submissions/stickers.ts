/** The pictures that a grader can put on a submission. Source: Canvas's Submission. */
const STICKERS = new Set(
  `apple basketball bell book bookbag briefcase bus calendar chem design pencil beaker paintbrush computer column pen
  tablet telescope calculator paperclip composite_notebook scissors ruler clock globe grad gym mail microscope mouse music
  notebook page panda1 panda2 panda3 panda4 panda5 panda6 panda7 panda8 panda9 presentation science science2 star tag tape
  target trophy`.split(/\s+/),
);

export const isSticker = (name: string): boolean => STICKERS.has(name);
