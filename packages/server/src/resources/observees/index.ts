/**
 * User Observees: https://canvas.instructure.com/doc/api/user_observees.html
 * Differences from Canvas: docs/differences.md, "User Observees".
 */
import create from './create.ts';
import createPairingCode from './create-pairing-code.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import listObservers from './list-observers.ts';
import show from './show.ts';
import showObserver from './show-observer.ts';
import update from './update.ts';

export default [list, listObservers, create, show, showObserver, update, destroy, createPairingCode];
