import { operation } from '../../http/operation.ts';
import { Anything, MapOf } from '../../http/schema.ts';

/** The settings of the institution that pages may know, in Canvas's order. */
const SHOWN = [
  'calendar_contexts_limit',
  'open_registration',
  'enable_inbox_signature_block',
  'disable_inbox_signature_block_for_students',
  'enable_inbox_auto_response',
  'disable_inbox_auto_response_for_students',
];

export default operation('GET /api/v1/settings/environment', {
  summary: 'What the institution has set of the settings that pages may know',
  requires: 'public',
  returns: MapOf(Anything),
  async handle({ ctx }) {
    const { settings } = ctx.rootAccount;
    return Object.fromEntries(
      SHOWN.filter((name) => Object.hasOwn(settings, name)).map((name) => [name, settings[name]]),
    );
  },
});
