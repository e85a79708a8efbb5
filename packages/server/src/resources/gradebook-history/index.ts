/** Gradebook History: https://canvas.instructure.com/doc/api/gradebook_history.html */

import day from './day.ts';
import days from './days.ts';
import feed from './feed.ts';
import submissions from './submissions.ts';

export default [days, day, submissions, feed];
