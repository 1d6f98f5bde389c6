-- Copies of shops as they were at a place in their logs, cut into chunks that never change.
create table snapshots (
  shop_id text collate "C" not null references shops,
  epoch bigint not null,
  seq bigint not null,
  hash text not null,
  chunks text not null,
  made_at bigint not null,
  primary key (shop_id, epoch, seq)
);

create table snapshot_chunks (
  shop_id text collate "C" not null,
  epoch bigint not null,
  seq bigint not null,
  sha text collate "C" not null,
  packed bytea not null,
  primary key (shop_id, sha, epoch, seq),
  foreign key (shop_id, epoch, seq) references snapshots on delete cascade
);
