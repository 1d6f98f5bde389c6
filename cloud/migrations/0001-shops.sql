-- Every text that orders or names rows is compared by its bytes, as desks do. Rows and mutations are kept as the very text
-- their hashes were made of: jsonb would reorder fields and refuse letters.

-- `hash` and `genesis` are blank until the shop has its first rows.
create table shops (
  id text collate "C" primary key,
  epoch bigint not null,
  seq bigint not null,
  hash text,
  genesis text,
  begun_at bigint not null
);

create table rows (
  shop_id text collate "C" not null references shops,
  tbl text collate "C" not null,
  id text collate "C" not null,
  body text not null,
  primary key (shop_id, tbl, id)
);

-- What declared keys of tables say of rows: `value` is the digest of the key's fields.
create table row_keys (
  shop_id text collate "C" not null,
  tbl text collate "C" not null,
  id text collate "C" not null,
  key text collate "C" not null,
  value text collate "C" not null,
  primary key (shop_id, tbl, id, key)
);
create index row_keys_value on row_keys (shop_id, tbl, key, value, id);

create table log_groups (
  shop_id text collate "C" not null references shops,
  last bigint not null,
  first bigint not null,
  decided_at bigint not null,
  replica text not null,
  inc text not null,
  n_first bigint not null,
  n_last bigint not null,
  told text not null,
  not_applied text not null,
  hash text not null,
  size bigint not null,
  primary key (shop_id, last)
);

create table parts (
  shop_id text collate "C" not null,
  last bigint not null,
  scope text collate "C" not null,
  digest text not null,
  body text not null,
  primary key (shop_id, last, scope)
);

create table lines (
  shop_id text collate "C" not null references shops,
  replica text collate "C" not null,
  inc text collate "C" not null,
  from_n bigint not null,
  from_hash text not null,
  last_n bigint not null,
  last_hash text not null,
  primary key (shop_id, replica, inc)
);

create table decisions (
  shop_id text collate "C" not null,
  replica text collate "C" not null,
  inc text collate "C" not null,
  n bigint not null,
  hash text not null,
  seq bigint not null,
  body text not null,
  primary key (shop_id, replica, inc, n)
);
