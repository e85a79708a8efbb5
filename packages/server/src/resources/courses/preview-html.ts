import { sanitizeHtml, withAbsoluteLinks } from '../../domain/html.ts';
import { operation } from '../../http/operation.ts';
import { Shape, Text } from '../../http/schema.ts';
import { course } from './load.ts';

export default operation('POST /api/v1/courses/{course_id}/preview_html', {
  summary: 'HTML as the course would show it',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: Shape({ html: Text }),
  async handle({ ctx, params }) {
    return { html: withAbsoluteLinks(sanitizeHtml(params.html ?? ''), (path) => ctx.url(path)) };
  },
});
