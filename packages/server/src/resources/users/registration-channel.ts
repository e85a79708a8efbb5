import { isEmailAddress } from '../../domain/email-address.ts';
import type { ChannelParams } from './channels.ts';
import type { Policy, RegistrationParams } from './registration.ts';

const TYPES = ['email', 'push', 'sms', 'slack', 'twitter'] as const;

/** The first address of a new user: the one that is given, else the login if it is one; none is no error. */
export function channelOf(policy: Policy, params: RegistrationParams): ChannelParams | undefined {
  const { communication_channel: asked, pseudonym } = params;
  const type = TYPES.find((name) => name === (asked?.type || 'email'));
  const address = (asked ? asked.address : pseudonym?.path) || pseudonym?.unique_id?.trim();
  if (!type || !address || (type === 'email' && !isEmailAddress(address))) return undefined;
  const skips = (policy.managesStudents || policy.pairs) && asked?.skip_confirmation === true;
  return { type, address, workflow_state: skips ? 'active' : 'unconfirmed' };
}
