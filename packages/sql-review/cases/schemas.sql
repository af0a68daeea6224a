-- schema: shop
create table people (
  id bigint unsigned not null auto_increment primary key,
  name varchar(50) not null,
  email varchar(100) collate utf8mb4_bin,
  country char(2) not null default 'DE',
  born date,
  parent bigint unsigned,
  score decimal(10, 2) not null default 0,
  updated_at datetime not null default current_timestamp on update current_timestamp,
  unique key uk_email (email),
  key idx_country_born (country, born)
) engine = innodb default charset = utf8mb4;
create table orders (
  id bigint unsigned not null auto_increment,
  payer bigint unsigned not null,
  state tinyint not null default 0,
  code varchar(20) not null,
  note varchar(200),
  paid_at datetime,
  amount decimal(10, 2) not null,
  doc json,
  cents int as (amount * 100) stored,
  primary key (id),
  unique key uk_code (code),
  key idx_payer (payer),
  key idx_state_paid (state, paid_at),
  constraint fk_payer foreign key (payer) references people (id) on delete cascade,
  constraint positive check (amount >= 0)
) engine = innodb default charset = utf8mb4;
create table items (
  id int not null auto_increment primary key,
  order_id int not null,
  title varchar(100) character set latin1 not null,
  words text,
  n int,
  key idx_order (order_id)
) engine = innodb default charset = utf8mb4;
create table logs (
  id bigint not null,
  at date not null,
  line text,
  primary key (id, at)
) engine = innodb default charset = utf8mb4
partition by range columns (at) (
  partition p0 values less than ('2024-01-01'),
  partition p1 values less than ('2025-01-01'),
  partition pmax values less than (maxvalue)
);
create table loose (a int, b int);
create table packed (id int not null primary key, a varchar(20), fulltext key words (a)) row_format = compressed;
create table tags (a int not null, b int not null, unique key uk_ab (a, b), unique key uk_b (b));
create view paid as select id, payer, amount from orders where state = 1;
create trigger orders_ai after insert on orders for each row set @n = new.id;
