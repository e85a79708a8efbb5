import {
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
import { ModuleLockInfo } from '../module-items/schema.ts';
import { DisplayUser } from '../users/display.ts';

/** By its own dates, or those that an override gives the reader. */
const PageLockInfo = Shape({
  asset_string: Text,
  unlock_at: Optional(Timestamp),
  lock_at: Optional(Timestamp),
  can_view: Optional(Flag),
});

/** In the order in which Canvas sends it. */
export const Page = Shape({
  title: Text,
  created_at: Timestamp,
  url: Text,
  editing_roles: Text,
  page_id: Id,
  last_edited_by: Optional(DisplayUser),
  published: Flag,
  hide_from_students: Flag,
  front_page: Flag,
  html_url: Text,
  todo_date: Nullable(Timestamp),
  publish_at: Nullable(Timestamp),
  updated_at: Timestamp,
  locked_for_user: Flag,
  lock_info: Optional(Either(ModuleLockInfo, PageLockInfo)),
  lock_explanation: Optional(Text),
  /** Of a page by itself, or with `include[]=body`; absent where the page is locked. */
  body: Optional(Nullable(Text)),
});
export type Page = Static<typeof Page>;

export const PageRevision = Shape({
  revision_id: Id,
  updated_at: Timestamp,
  latest: Flag,
  url: Optional(Text),
  title: Optional(Text),
  body: Optional(Nullable(Text)),
  edited_by: Optional(DisplayUser),
});
export type PageRevision = Static<typeof PageRevision>;

export const Pages = List(Page);
