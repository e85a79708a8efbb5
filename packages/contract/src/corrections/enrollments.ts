import type { Correction } from '../corrections.ts';

export const enrollmentCorrections: readonly Correction[] = [];
