import { VERSION } from '../frame/version.ts';

/** By which the people who run a Canvas know whom they serve. */
export const USER_AGENT = `easel-cli/${VERSION}`;
