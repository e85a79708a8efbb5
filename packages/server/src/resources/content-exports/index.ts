/**
 * Content exports: https://canvas.instructure.com/doc/api/content_exports.html
 * Differences from Canvas: docs/differences.md, "Content migrations".
 *
 * There are no quizzes yet: qti and quizzes2 give what Canvas gives of a course without any. Nobody is notified, whatever
 * skip_notifications says.
 */
import type { Operation } from '../../http/operation.ts';
import create from './create.ts';
import list from './list.ts';
import show from './show.ts';

export default [...list, ...show, ...create] as readonly Operation[];
