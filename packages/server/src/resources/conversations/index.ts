/**
 * Conversations, the inbox: https://canvas.instructure.com/doc/api/conversations.html, and of the Search API the search
 * for recipients. The last three are the undocumented ones of administrators.
 * Differences from Canvas: docs/differences.md, "Conversations".
 *
 * Nothing is mailed.
 */

import addMessage from './add-message.ts';
import addRecipients from './add-recipients.ts';
import batches from './batches.ts';
import bulkUpdate from './bulk-update.ts';
import create from './create.ts';
import deleteForAll from './delete-for-all.ts';
import destroy from './destroy.ts';
import findRecipients from './find-recipients.ts';
import list from './list.ts';
import listDeleted from './list-deleted.ts';
import markAllRead from './mark-all-read.ts';
import removeMessages from './remove-messages.ts';
import restore from './restore.ts';
import show from './show.ts';
import unreadCount from './unread-count.ts';
import update from './update.ts';

export default [
  list,
  create,
  batches,
  show,
  update,
  markAllRead,
  destroy,
  addRecipients,
  addMessage,
  removeMessages,
  bulkUpdate,
  ...findRecipients,
  unreadCount,
  listDeleted,
  restore,
  deleteForAll,
];
