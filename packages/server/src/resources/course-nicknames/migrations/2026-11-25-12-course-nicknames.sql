create table course_nicknames (
  user_id bigint not null references users,
  course_id bigint not null references courses,
  nickname text not null,
  primary key (user_id, course_id)
);
