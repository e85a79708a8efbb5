import type { Context } from '../http/context.ts';
import { toIana } from './time-zones.ts';

/** Where the caller's clock is, by its IANA name. */
export const callersZone = ({ user, rootAccount }: Pick<Context, 'user' | 'rootAccount'>): string =>
  toIana(user?.time_zone ?? rootAccount.default_time_zone ?? 'UTC');
