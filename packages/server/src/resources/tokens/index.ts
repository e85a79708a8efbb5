/**
 * Access tokens: https://canvas.instructure.com/doc/api/access_tokens.html
 *
 * A token that somebody makes or renews for another is `pending` and signs nobody in. Canvas activates it on a page of
 * its owner's, by a request that is no part of the documented API; Easel has neither yet.
 * Difference from Canvas: a student's blank `expires_at` is "required" (Canvas fails with 500).
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import update from './update.ts';

export default [list, show, create, update, destroy];
