/**
 * Signing in with a browser: pages without scripts, sessions in the database. Where Canvas has each of them:
 * /login/canvas, /logout, /login/session_token, /login/openid_connect, /profile/settings.
 */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { sendDocument } from '../console/page.ts';
import type { Site } from '../http/site.ts';
import { knownProvider } from './identity-provider.ts';
import { registerOpenIdConnect } from './open-id-connect.ts';
import { type LeadsTo, registerPasswordSignIn } from './password.ts';
import { registerPasswordChange } from './password-change.ts';
import { registerSessionTokens } from './session-token.ts';
import { registerSettings } from './settings.ts';
import { registerSignOut } from './sign-out.ts';
import { pagesOf } from './visit.ts';

export function registerLogin(app: FastifyInstance, site: Site, leadsTo: LeadsTo): void {
  const addPage = pagesOf(app, site);
  const provider = knownProvider(site);
  registerPasswordSignIn(addPage, leadsTo);
  if (provider) registerOpenIdConnect(addPage, site, provider);
  registerSignOut(addPage, provider);
  registerSessionTokens(app, site);
  registerSettings(addPage);
  registerPasswordChange(addPage);
  const styles = readFileSync(new URL('pages/sign-in.css', import.meta.url), 'utf8');
  app.get('/login/assets/sign-in.css', (_request, reply) => sendDocument(reply, 'text/css', styles));
}
