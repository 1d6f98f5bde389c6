-- Who may speak for a shop. Of tokens only the hash is kept: who reads this table can speak for nobody.
create table desks (
  shop_id text collate "C" not null references shops,
  replica text collate "C" not null,
  inc text not null,
  name text not null,
  public_key text not null,
  token_hash text collate "C" not null unique,
  joined_at bigint not null,
  last_seen_at bigint not null,
  revoked_at bigint,
  primary key (shop_id, replica)
);

-- `wrapped` is the shop's key under a key that only the code tells; the master never has the code itself.
create table codes (
  id text collate "C" primary key,
  shop_id text collate "C" not null references shops,
  verifier text not null,
  wrapped text not null,
  expires_at bigint not null,
  wrong int not null default 0,
  used_by text
);
create index codes_shop on codes (shop_id);

-- The key by which desks know this master again, also after a restore.
create table identity (
  single boolean primary key default true check (single),
  public_key text not null,
  private_key text not null
);

-- What has been sent of a shop that begins.
create table genesis_chunks (
  shop_id text collate "C" not null references shops,
  sha text collate "C" not null,
  packed bytea not null,
  primary key (shop_id, sha)
);
