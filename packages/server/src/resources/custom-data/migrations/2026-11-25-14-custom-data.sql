create table custom_data (
  user_id bigint not null references users,
  namespace text not null,
  data jsonb not null,
  primary key (user_id, namespace)
);
