import type { Correction } from '../corrections.ts';

export const courseCorrections: readonly Correction[] = [];
