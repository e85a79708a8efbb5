import type { Correction } from '../corrections.ts';

export const accountCorrections: readonly Correction[] = [];
