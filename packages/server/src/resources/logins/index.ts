/**
 * Logins: https://canvas.instructure.com/doc/api/logins.html
 * Differences from Canvas: docs/differences.md, "Logins". Easel's own passwords are the only authentication provider,
 * and no mail is sent yet: a recovery makes the code that the mail would carry.
 */
import create from './create.ts';
import destroy from './destroy.ts';
import listInAccount from './list-in-account.ts';
import listOfUser from './list-of-user.ts';
import resetPassword from './reset-password.ts';
import update from './update.ts';

export default [listOfUser, listInAccount, resetPassword, create, update, destroy];
