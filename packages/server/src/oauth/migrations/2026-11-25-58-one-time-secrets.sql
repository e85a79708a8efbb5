-- What is handed out to be brought back once, within minutes: codes, session tokens, states of a sign-in elsewhere.
-- The spent ones are kept until they expire, so that a second use is noticed.
create table one_time_secrets (
  hmac text primary key,
  purpose text not null,
  data jsonb not null,
  expires_at timestamptz(0) not null,
  spent_at timestamptz(0)
);
create index one_time_secrets_expiry on one_time_secrets (expires_at);

-- Keys whose public half is published under /login/oauth2/jwks.
create table signing_keys (
  kid text primary key,
  private_jwk jsonb not null,
  created_at timestamptz(0) not null
);
