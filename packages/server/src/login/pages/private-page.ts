import type { FastifyReply } from 'fastify';
import { type Content, html, type Markup } from '../../console/markup.ts';
import { type PageParts, page, securityHeaders } from '../../console/page.ts';

export interface Sending {
  status?: number;
  /** Where else the answer to a form of the page may lead. */
  formTargets?: readonly string[];
}

/** Sends a page that is one person's alone, and that nothing may keep. */
export function sendPrivatePage(
  reply: FastifyReply,
  parts: PageParts,
  { status = 200, formTargets }: Sending = {},
): FastifyReply {
  return reply
    .code(status)
    .headers({ ...securityHeaders(formTargets), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(page({ ...parts, stylesheets: ['/login/assets/sign-in.css'] }).text);
}

export const errorPage = (title: string, text: string): PageParts => ({
  title: `${title} · Easel`,
  main: html`<div class="card"><h1>${title}</h1><p>${text}</p><p><a href="/login/canvas">Sign in</a></p></div>`,
});

/** A message that is read out when the page comes. */
export const alertBox = (text: string): Markup => html`<p class="alert" role="alert">${text}</p>`;

/** A form that posts, bound to the browser. */
export const form = (action: string, csrf: string, content: Content, attributes: Content = ''): Markup =>
  html`<form method="post" action="${action}"${attributes}><input type="hidden" name="authenticity_token" value="${csrf}">${content}</form>`;
