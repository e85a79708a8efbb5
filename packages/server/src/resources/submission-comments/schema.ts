import {
  Anything,
  Count,
  Either,
  Flag,
  Id,
  List,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { File } from '../files/schema.ts';
import { DisplayUser } from '../users/display.ts';

/** Of somebody whose name isn't shown there is nothing. */
const Author = Either(DisplayUser, Shape({}));

const about = {
  author_id: Nullable(Id),
  author_name: Text,
  created_at: Timestamp,
  edited_at: Nullable(Timestamp),
  attempt: Nullable(Count),
};

const attached = {
  media_comment: Optional(Anything),
  attachments: Optional(List(File)),
  author: Author,
};

export const SubmissionComment = Shape({ id: Id, ...about, comment: Text, ...attached });
export type SubmissionComment = Static<typeof SubmissionComment>;

/** The same with its HTML. */
export const SubmissionHtmlComment = Shape({ id: Id, comment: Text, ...about, ...attached });

/** A comment that was deleted, as it was. */
export const DeletedComment = Shape({
  id: Id,
  comment: Text,
  author_id: Optional(Nullable(Id)),
  author_name: Optional(Text),
  created_at: Timestamp,
  media_comment_id: Nullable(Text),
  media_comment_type: Nullable(Text),
  group_comment_id: Nullable(Text),
  cached_attachments: List(Anything),
  draft: Flag,
  attempt: Nullable(Count),
  publishable: Flag,
  anonymous_id: Optional(Text),
});
