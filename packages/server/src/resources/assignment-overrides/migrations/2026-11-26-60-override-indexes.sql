-- Whom a topic, a page or a module is for is asked whenever they are listed.
create index assignment_overrides_topic on assignment_overrides (discussion_topic_id)
  where discussion_topic_id is not null;
create index assignment_overrides_page on assignment_overrides (wiki_page_id) where wiki_page_id is not null;
create index assignment_overrides_gates on assignment_overrides (course_id) where context_module_id is not null;
