-- A file that was uploaded to be attached to comments on the work of this assignment; it is in no folder.
alter table attachments add column comment_assignment_id bigint references assignments;
create index submission_comments_group on submission_comments (group_comment_id) where group_comment_id is not null;
