import { sanitizeHtml, withAbsoluteLinks } from '../../domain/html.ts';
import { operation } from '../../http/operation.ts';
import { Shape, Text } from '../../http/schema.ts';
import { group } from './load.ts';

export default operation('POST /api/v1/groups/{group_id}/preview_html', {
  summary: 'HTML as the group would show it',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: Shape({ html: Text }),
  async handle({ ctx, params }) {
    return { html: withAbsoluteLinks(sanitizeHtml(params.html ?? ''), (path) => ctx.url(path)) };
  },
});
