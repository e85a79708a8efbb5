-- What somebody has taken out of his stream, until something happens to it again.
create table hidden_stream_items (
  user_id bigint not null references users,
  -- Of items.ts; 0 for everything.
  stream_item_id bigint not null,
  hidden_at timestamptz(0) not null,
  primary key (user_id, stream_item_id)
);
