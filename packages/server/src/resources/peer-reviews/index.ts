/**
 * Peer reviews: https://canvas.instructure.com/doc/api/peer_reviews.html
 * Differences from Canvas: docs/differences.md, "Peer reviews".
 */

import allocate from './allocate.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import { list, listOfSubmission } from './list.ts';

export default [...list, ...listOfSubmission, ...create, ...destroy, allocate];
