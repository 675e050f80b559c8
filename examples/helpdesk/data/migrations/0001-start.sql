-- Every table carries tenant_id, and every foreign key includes it: a row can only ever point to rows of its own tenant.

create table tenants (
  id integer generated always as identity primary key,
  name text not null,
  last_ticket integer not null default 0
);

create table people (
  id integer generated always as identity primary key,
  tenant_id integer not null references tenants,
  role text not null check (role in ('customer', 'agent')),
  name text not null,
  email text not null,
  phone text not null default '',
  password_hash text,
  created_at timestamptz not null default now(),
  unique (tenant_id, id)
);
create unique index people_email on people (lower(email));

create table sessions (
  id text primary key, -- SHA-256 of the cookie: who reads this table cannot sign in with it
  tenant_id integer not null,
  person_id integer not null,
  expires_at timestamptz not null,
  foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);

create table tickets (
  id integer generated always as identity primary key,
  tenant_id integer not null references tenants,
  number integer not null,
  requester_id integer not null,
  assignee_id integer,
  subject text not null,
  status text not null default 'open' check (status in ('open', 'pending', 'solved')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('english', subject)) stored,
  unique (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, requester_id) references people (tenant_id, id),
  foreign key (tenant_id, assignee_id) references people (tenant_id, id)
);
create index tickets_recent on tickets (tenant_id, updated_at desc);
create index tickets_words on tickets using gin (words);

create table messages (
  id integer generated always as identity primary key,
  tenant_id integer not null,
  ticket_id integer not null,
  author_id integer not null,
  internal boolean not null default false,
  body text not null,
  created_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('english', body)) stored,
  foreign key (tenant_id, ticket_id) references tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references people (tenant_id, id)
);
create index messages_of_ticket on messages (tenant_id, ticket_id, created_at);
create index messages_words on messages using gin (words);

create table articles (
  id integer generated always as identity primary key,
  tenant_id integer not null references tenants,
  slug text not null,
  title text not null,
  body text not null,
  published boolean not null default false,
  updated_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('english', title || ' ' || body)) stored,
  unique (tenant_id, slug)
);
create index articles_words on articles using gin (words);
