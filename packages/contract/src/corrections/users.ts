import type { Correction } from '../corrections.ts';

export const userCorrections: readonly Correction[] = [];
