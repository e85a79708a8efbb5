create table favorites (
  user_id bigint not null references users,
  context_type text not null check (context_type in ('Course', 'Group')),
  context_id bigint not null,
  primary key (user_id, context_type, context_id)
);
