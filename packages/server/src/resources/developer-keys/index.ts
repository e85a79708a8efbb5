/**
 * Developer keys and where they are on: https://canvas.instructure.com/doc/api/developer_keys.html
 *
 * Differences from Canvas: only a keyed hash of the secret is kept, so it is shown whole in the answer that made it and
 * never again, as in Canvas with developer_key_regenerate_secret. `client_type`, `public_jwk` and `public_jwk_url` can
 * be written. There is no Site Admin, so nothing is inherited; keys of LTI tools come with LTI.
 */
import bind from './bind.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import regenerateSecret from './regenerate-secret.ts';
import update from './update.ts';

export default [list, create, update, destroy, regenerateSecret, bind];
