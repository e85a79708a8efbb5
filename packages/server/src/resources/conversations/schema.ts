import {
  Anything,
  Count,
  Decimal,
  Flag,
  Id,
  List,
  MapOf,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { File } from '../files/schema.ts';

/** Ids of courses or groups → what somebody is there. */
const Roles = MapOf(List(Text));

export const Participant = Shape({
  id: Id,
  name: Text,
  full_name: Text,
  pronouns: Nullable(Text),
  uuid: Optional(Text),
  common_courses: Optional(Roles),
  common_groups: Optional(Roles),
  avatar_url: Optional(Text),
});
export type Participant = Static<typeof Participant>;

export const MediaComment = Shape({
  'content-type': Text,
  display_name: Nullable(Text),
  media_id: Text,
  media_type: Nullable(Text),
  url: Text,
});

const messageFields = {
  id: Id,
  author_id: Id,
  created_at: Timestamp,
  generated: Flag,
  body: Text,
};

const messageParts = {
  attachments: List(File),
  media_comment: Nullable(MediaComment),
  participating_user_ids: List(Id),
};

/** A forwarded message may forward others in turn; these are open here, and sent in the same form. */
const ForwardedMessage = Shape({ ...messageFields, forwarded_messages: List(Anything), ...messageParts });

export const Message = Shape({
  ...messageFields,
  forwarded_messages: List(ForwardedMessage),
  ...messageParts,
});
export type Message = Static<typeof Message>;

export const DeletedMessage = Shape({
  ...Message.properties,
  deleted_at: Nullable(Timestamp),
  user_id: Id,
  conversation_id: Nullable(Id),
});

export const Conversation = Shape({
  id: Id,
  subject: Nullable(Text),
  workflow_state: OneOf('read', 'unread', 'archived'),
  last_message: Nullable(Text),
  last_message_at: Nullable(Timestamp),
  last_authored_message: Nullable(Text),
  last_authored_message_at: Nullable(Timestamp),
  message_count: Count,
  subscribed: Flag,
  private: Flag,
  starred: Flag,
  properties: List(OneOf('last_author', 'attachments', 'media_objects')),
  messages: Optional(List(Message)),
  submissions: Optional(List(Anything)),
  audience: List(Id),
  audience_contexts: Shape({ courses: Roles, groups: Roles }),
  avatar_url: Text,
  participants: List(Participant),
  visible: Flag,
  context_name: Optional(Nullable(Text)),
  context_code: Nullable(Text),
  cannot_reply: Optional(Flag),
  beta: Optional(Flag),
});
export type Conversation = Static<typeof Conversation>;

export const Batch = Shape({
  id: Id,
  workflow_state: OneOf('created', 'sending', 'sent', 'error'),
  completion: Decimal,
  recipient_count: Count,
  message: Message,
  tags: List(Text),
});
