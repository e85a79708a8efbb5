/**
 * API token scopes: https://canvas.instructure.com/doc/api/api_token_scopes.html
 *
 * Differences from Canvas: `controller` and `action` are the names of the documentation's heading and operation, since
 * there are no Rails controllers here; of the scopes outside the API there is `/auth/userinfo`.
 */
import list from './list.ts';

export default [list];
