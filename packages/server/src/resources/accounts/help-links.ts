import type { JsonValue } from '../../db/json-columns.ts';
import type { Account } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { account } from './load.ts';
import { type HelpLink, HelpLinks } from './schema.ts';

const everybody = ['user', 'student', 'teacher', 'admin', 'observer', 'unenrolled'];

/** What Canvas's help menu holds until somebody changes it. */
const DEFAULTS: readonly HelpLink[] = [
  {
    available_to: ['student'],
    text: 'Ask Your Instructor a Question',
    subtext: 'Questions are submitted to your instructor',
    url: '#teacher_feedback',
    type: 'default',
    id: 'instructor_question',
  },
  {
    available_to: everybody,
    text: 'Search the Canvas Guides',
    subtext: 'Find answers to common questions',
    url: 'https://community.canvaslms.com/t5/Guides/ct-p/guides',
    type: 'default',
    id: 'search_the_canvas_guides',
  },
  {
    available_to: everybody,
    text: 'Report a Problem',
    subtext: 'If Canvas misbehaves, tell us about it',
    url: '#create_ticket',
    type: 'default',
    id: 'report_a_problem',
  },
];

export default operation('GET /api/v1/accounts/{account_id}/help_links', {
  summary: "The links of the institution's help menu",
  load: { account: account('account_id') },
  requires: 'user',
  returns: HelpLinks,
  async handle({ ctx, account }) {
    if (account.id !== ctx.rootAccount.id) return {};
    return {
      help_link_name: textOr(account.settings['help_link_name'], 'Help'),
      help_link_icon: textOr(account.settings['help_link_icon'], 'help'),
      custom_help_links: linksOf(account),
      default_help_links: [...DEFAULTS],
    };
  },
});

/** The institution's own links after Canvas's, unless it has arranged Canvas's among them. */
function linksOf({ settings }: Account): HelpLink[] {
  const stored = settings['custom_help_links'];
  const own = Array.isArray(stored) ? stored.flatMap(helpLink) : [];
  return settings['new_custom_help_links'] === true ? own : [...DEFAULTS, ...own];
}

/** A stored link; one of Canvas's own is stored without what wasn't changed. */
function helpLink(stored: JsonValue, index: number): HelpLink[] {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return [];
  const original = stored['type'] === 'default' && DEFAULTS.find(({ id }) => id === stored['id']);
  const audience = stored['available_to'];
  return [
    {
      available_to: Array.isArray(audience)
        ? audience.map(String)
        : original
          ? original.available_to
          : everybody,
      text: textOr(stored['text'], original ? original.text : ''),
      subtext: textOr(stored['subtext'], original ? original.subtext : null),
      url: textOr(stored['url'], original ? original.url : ''),
      type: original ? 'default' : 'custom',
      id: textOr(stored['id'], `link${index + 1}`),
    },
  ];
}

const textOr = <T>(value: JsonValue | undefined, otherwise: T) =>
  typeof value === 'string' && value !== '' ? value : otherwise;
