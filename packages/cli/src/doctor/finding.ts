/** What an examination came to. */
export interface Finding {
  readonly what: string;
  readonly verdict: 'ok' | 'odd' | 'broken';
  readonly found: string;
  /** What to do about it. */
  readonly mend?: string;
}

export const ok = (what: string, found: string): Finding => ({ what, verdict: 'ok', found });
export const odd = (what: string, found: string, mend: string): Finding => ({
  what,
  verdict: 'odd',
  found,
  mend,
});
export const broken = (what: string, found: string, mend: string): Finding => ({
  what,
  verdict: 'broken',
  found,
  mend,
});
