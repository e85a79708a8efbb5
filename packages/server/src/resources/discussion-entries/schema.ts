import {
  Anything,
  Count,
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
import { DisplayUser } from '../users/display.ts';

/** What every reader sees of an entry, in the order in which Canvas sends it. Source: lib/api/v1/discussion_topics.rb. */
const base = {
  id: Id,
  user_id: Optional(Nullable(Id)),
  parent_id: Nullable(Id),
  created_at: Timestamp,
  updated_at: Timestamp,
  editor_id: Optional(Nullable(Id)),
  rating_count: Nullable(Count),
  rating_sum: Nullable(Count),
};

const content = {
  message: Optional(Text),
  deleted: Optional(Flag),
};

const attached = {
  attachment: Optional(File),
  attachments: Optional(List(File)),
};

const state = { read_state: OneOf('read', 'unread'), forced_read_state: Flag };

const reply = {
  ...base,
  user_name: Optional(Text),
  ...content,
  user: Optional(Nullable(DisplayUser)),
  ...attached,
  // To nobody nothing is new, and Canvas says nothing of it.
  read_state: Optional(state.read_state),
  forced_read_state: Optional(state.forced_read_state),
};

export const DiscussionEntry = Shape({
  ...reply,
  /** The newest ten below a top-level entry, where there are any. */
  recent_replies: Optional(List(Shape(reply))),
  has_more_replies: Optional(Flag),
});
export type DiscussionEntry = Static<typeof DiscussionEntry>;

const Participant = Shape({
  ...DisplayUser.properties,
  isInactive: Optional(Flag),
  is_student: Optional(Flag),
  course_id: Optional(Text),
});

/** Replies hang on what they answer, to any depth; that below is the same again. */
export const ViewedEntry = Shape({
  ...base,
  ...content,
  ...attached,
  replies: Optional(List(Anything)),
});
export type ViewedEntry = Static<typeof ViewedEntry>;

export const TopicView = Shape({
  unread_entries: List(Id),
  forced_entries: List(Id),
  entry_ratings: MapOf(Count),
  participants: List(Participant),
  view: List(ViewedEntry),
  new_entries: List(ViewedEntry),
});
export type TopicView = Static<typeof TopicView>;
