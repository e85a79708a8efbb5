/**
 * Custom data: https://canvas.instructure.com/doc/api/users.html#method.custom_data.set_data
 * Differences from Canvas: the caller's right is checked before `ns`, so that nobody learns whether there is data;
 * deleting below a value that has no keys is "invalid scope for hash" (Canvas fails with 500).
 */
import destroy from './destroy.ts';
import show from './show.ts';
import store from './store.ts';

export default [store, show, destroy];
