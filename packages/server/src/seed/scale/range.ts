/** Numbers of generated things: from the one after `from` up to `to`. */
export interface Range {
  from: number;
  to: number;
}

export const numbered = ({ from, to }: Range): number[] =>
  Array.from({ length: to - from }, (_, index) => from + 1 + index);

/** A range in pieces of at most `size`. */
export function* pieces({ from, to }: Range, size: number): Generator<Range> {
  for (let start = from; start < to; start += size) yield { from: start, to: Math.min(start + size, to) };
}
