/** What a request to the token endpoint brings, wherever it stands. */
import type { FastifyRequest } from 'fastify';
import type { RequestFacts } from '../http/context.ts';
import { factsOf } from '../http/request-facts.ts';
import type { Site } from '../http/site.ts';

export interface TokenRequest {
  facts: RequestFacts;
  clientId: string | undefined;
  clientSecret: string | undefined;
  text(name: string): string | undefined;
}

export function tokenRequestOf(site: Site, request: FastifyRequest): TokenRequest {
  const facts = factsOf(request, [], site.settings.publicUrl);
  const text = (name: string): string | undefined => {
    const value = facts.params[name];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const basic = basicCredentials(request.headers.authorization);
  return {
    facts,
    text,
    clientId: text('client_id') ?? basic?.name,
    clientSecret: text('client_secret') ?? basic?.password,
  };
}

/** `Authorization: Basic …`; both halves are encoded as in a form (RFC 6749 2.3.1). */
function basicCredentials(header: string | undefined): { name: string; password: string } | undefined {
  const [scheme, encoded] = header?.split(' ', 2) ?? [];
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon === -1) return undefined;
  try {
    return { name: decode(text.slice(0, colon)), password: decode(text.slice(colon + 1)) };
  } catch {
    return undefined;
  }
}

const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
