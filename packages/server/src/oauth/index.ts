/**
 * OAuth 2.0 where Canvas has it, /login/oauth2: https://canvas.instructure.com/doc/api/file.oauth_endpoints.html
 *
 * Stricter than Canvas: `redirect_uri` has to come again with the code unless PKCE binds it, `plain` challenges are
 * refused rather than passed over, a code or a rotated refresh token that comes twice ends the tokens given for it.
 * Beyond Canvas: revocation (RFC 7009), metadata (RFC 8414), loopback redirects on any port (RFC 8252).
 */
import type { FastifyInstance } from 'fastify';
import type { Site } from '../http/site.ts';
import type { Throttle } from '../http/throttle.ts';
import { pagesOf } from '../login/visit.ts';
import { registerAuthorization } from './authorization.ts';
import { makeCommandLineKey } from './command-line-key.ts';
import { registerTokenEndpoint } from './token-endpoint.ts';

export { leadsTo } from './authorization.ts';

export function registerOAuth(app: FastifyInstance, site: Site, throttle: Throttle): void {
  registerAuthorization(pagesOf(app, site));
  registerTokenEndpoint(app, site, throttle);
  app.addHook('onListen', () => makeCommandLineKey(site));
}
