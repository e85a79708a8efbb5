/**
 * Access tokens: https://canvas.instructure.com/doc/api/access_tokens.html
 *
 * A token that somebody makes or renews for another is `pending` and signs nobody in, until its owner activates it on
 * his page /profile/settings.
 * Differences from Canvas: scopes narrow a token that a person made, too, and have to exist; `course_ids` and
 * `read_only` narrow it further. A narrowed token makes and changes none. A student's blank `expires_at` is "required"
 * (Canvas fails with 500).
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import update from './update.ts';

export default [list, show, create, update, destroy];
