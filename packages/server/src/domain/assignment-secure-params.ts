/**
 * What names an assignment to an LTI tool before it exists: a signed text that comes back with the assignment made of
 * it. Source: secure_params of Canvas's AbstractAssignment.
 */
import { createHmac } from 'node:crypto';
import type { Site } from '../http/site.ts';
import { isSameSecret } from './keyed-hash.ts';

interface Payload {
  lti_assignment_id: string;
  lti_assignment_description?: string;
}

/** As much of a description as goes into an address. */
const MOST_TEXT = 1000;

export function secureParams(
  site: Pick<Site, 'secret'>,
  { lti_context_id, description }: { lti_context_id: string; description?: string | null },
): string {
  const payload: Payload = {
    lti_assignment_id: lti_context_id,
    ...(description && { lti_assignment_description: description.slice(0, MOST_TEXT) }),
  };
  const signed = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(payload)}`;
  return `${signed}.${signatureOf(site, signed)}`;
}

/** The `lti_context_id` that they stand for; undefined where they aren't ours. */
export function ltiContextIdOf(site: Pick<Site, 'secret'>, token: string): string | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (!isSameSecret(signature, signatureOf(site, `${header}.${payload}`))) return undefined;
  const { lti_assignment_id } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Partial<Payload>;
  return typeof lti_assignment_id === 'string' ? lti_assignment_id : undefined;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const signatureOf = ({ secret }: Pick<Site, 'secret'>, signed: string) =>
  createHmac('sha256', `assignments:${secret}`).update(signed).digest('base64url');
