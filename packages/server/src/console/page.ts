import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Content, html, type Markup } from './markup.ts';

export interface PageParts {
  readonly title: string;
  readonly main: Content;
  /** Which entry of the navigation this page is. */
  readonly section?: 'reference' | 'live';
  /** Beside the one that all pages have. */
  readonly stylesheets?: readonly string[];
  /** Modules of browser/ that the page runs. */
  readonly scripts?: readonly string[];
  /** Takes the whole width. */
  readonly wide?: boolean;
}

const links = [
  { section: 'reference', href: '/doc/api', text: 'Reference' },
  { section: 'live', href: '/doc/api/live', text: 'Live console' },
] as const;

export function page({
  title,
  main,
  section,
  stylesheets = [],
  scripts = [],
  wide = false,
}: PageParts): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/doc/api/assets/easel.svg" type="image/svg+xml">
<link rel="stylesheet" href="/doc/api/assets/console.css">
${stylesheets.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${scripts.map((name) => html`<script type="module" src="/doc/api/assets/${name}"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
<a class="brand" href="/"><img src="/doc/api/assets/easel.svg" alt="" width="24" height="24">Easel</a>
<nav aria-label="Site">
${links.map(({ section: its, href, text }) => html`<a href="${href}"${its === section && html` aria-current="page"`}>${text}</a>`)}
<a href="/doc/api/openapi.json">OpenAPI</a>
<a href="/doc/api/postman_collection.json" download>Postman</a>
</nav>
</header>
<main id="main"${wide && html` class="wide"`}>${main}</main>
<footer class="site">Easel isn’t affiliated with Instructure. “Canvas” is a trademark of Instructure, Inc.</footer>
</body>
</html>
`;
}

/**
 * Nothing from elsewhere, nothing inline, and nobody may frame it: these pages get tokens typed into them.
 * @param formTargets where else the answer to a form of the page may lead
 */
export const securityHeaders = (formTargets: readonly string[] = []): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
});

const SECURITY = securityHeaders();

/** Answers with something that stays the same as long as this server runs, or 304. */
export function sendDocument(reply: FastifyReply, type: string, body: string): FastifyReply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.headers({ ...SECURITY, 'cache-control': 'no-cache', etag });
  if (reply.request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).send(body);
}

export const sendPage = (reply: FastifyReply, parts: PageParts) =>
  sendDocument(reply, 'text/html', page(parts).text);
