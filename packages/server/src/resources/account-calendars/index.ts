/** Account calendars: https://canvas.instructure.com/doc/api/account_calendars.html. Their events are calendar events. */
import bulkUpdate from './bulk-update.ts';
import countVisible from './count-visible.ts';
import list from './list.ts';
import listOfAccount from './list-of-account.ts';
import show from './show.ts';
import update from './update.ts';

export default [list, show, update, bulkUpdate, listOfAccount, countVisible];
