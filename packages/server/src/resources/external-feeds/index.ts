/**
 * Announcement external feeds: https://canvas.instructure.com/doc/api/announcement_external_feeds.html
 * Differences from Canvas: docs/differences.md, "External feeds".
 */

import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';

export default [...list, ...create, ...destroy];
