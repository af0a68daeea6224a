-- expect: table-no-pk
create table visit (id int);
create table visit (id int unique key, at datetime not null);
create table shop.visit (id int not null, unique (id), index (id)) engine = innodb;
create table visit as select id from orders where id = 1;
-- no-hit: table-no-pk
create table visit (id int primary key);
create table visit (id int, at datetime, primary key (id, at));
create table visit like old_visit;
create temporary table visit (id int);
create table visit (id int key);
create table visit (id int primary key) as select id from orders where id = 1;
-- expect: foreign-key
create table orders (id int primary key, payer int, foreign key (payer) references people (id));
create table orders (id int primary key, payer int references people (id));
alter table orders add constraint payer_fk foreign key (payer) references people (id);
alter table orders add a int, add foreign key (payer) references people (id) on delete cascade;
-- no-hit: foreign-key
-- dialect: mysql-8.0
create table orders (id int primary key, payer int references people (id));
-- dialect: mysql-9
create table orders (id int primary key, payer int, index (payer));
alter table orders drop foreign key payer_fk;
alter table orders add unique (payer);
-- expect: partition-forbidden
create table visit (id int primary key) partition by hash (id) partitions 4;
create table visit (id int primary key) partition by key () partitions 4;
create table visit (id int primary key) partition by range (id) (partition p1 values less than (10));
alter table visit partition by key (id) partitions 8;
-- no-hit: partition-forbidden
alter table visit remove partitioning;
alter table visit add partition (partition p2 values less than (20));
create table visit (id int primary key);
alter table visit drop partition p1;
create table parts (`partition` int primary key);
-- expect: pk-many-columns
create table visit (a int, b int, c int, d int, primary key (a, b, c, d));
create table visit (a int, b int, c int, d int, e int, constraint primary key (a, b, c, d, e));
create table shop.visit (a int, b int, c int, d int, primary key using btree (d, c, b, a));
alter table visit add primary key (a, b, c, d);
-- no-hit: pk-many-columns
create table visit (a int, b int, c int, primary key (a, b, c));
create table visit (a int primary key, b int, c int, d int, index (a, b, c, d));
create table visit (a int primary key);
-- expect: columns-many
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, c9 int, c10 int, c11 int, c12 int, c13 int, c14 int, c15 int, c16 int, c17 int, c18 int, c19 int, c20 int, c21 int, c22 int, c23 int, c24 int, c25 int, c26 int, c27 int, c28 int, c29 int, c30 int, c31 int, c32 int, c33 int, c34 int, c35 int, c36 int, c37 int, c38 int, c39 int, c40 int, c41 int, c42 int, c43 int, c44 int, c45 int, c46 int, c47 int, c48 int, c49 int, c50 int, c51 int, c52 int, c53 int, c54 int, c55 int, c56 int, c57 int, c58 int, c59 int, c60 int);
create table shop.visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, c9 int, c10 int, c11 int, c12 int, c13 int, c14 int, c15 int, c16 int, c17 int, c18 int, c19 int, c20 int, c21 int, c22 int, c23 int, c24 int, c25 int, c26 int, c27 int, c28 int, c29 int, c30 int, c31 int, c32 int, c33 int, c34 int, c35 int, c36 int, c37 int, c38 int, c39 int, c40 int, c41 int, c42 int, c43 int, c44 int, c45 int, c46 int, c47 int, c48 int, c49 int, c50 int, c51 int, c52 int, c53 int, c54 int, c55 int, c56 int, c57 int, c58 int, c59 int, c60 int, c61 int, primary key (c1));
create table if not exists visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, c9 int, c10 int, c11 int, c12 int, c13 int, c14 int, c15 int, c16 int, c17 int, c18 int, c19 int, c20 int, c21 int, c22 int, c23 int, c24 int, c25 int, c26 int, c27 int, c28 int, c29 int, c30 int, c31 int, c32 int, c33 int, c34 int, c35 int, c36 int, c37 int, c38 int, c39 int, c40 int, c41 int, c42 int, c43 int, c44 int, c45 int, c46 int, c47 int, c48 int, c49 int, c50 int, c51 int, c52 int, c53 int, c54 int, c55 int, c56 int, c57 int, c58 int, c59 int, c60 int, c61 int, c62 int, c63 int, c64 int, c65 int, c66 int, c67 int, c68 int, c69 int) engine = innodb;
-- no-hit: columns-many
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, c9 int, c10 int, c11 int, c12 int, c13 int, c14 int, c15 int, c16 int, c17 int, c18 int, c19 int, c20 int, c21 int, c22 int, c23 int, c24 int, c25 int, c26 int, c27 int, c28 int, c29 int, c30 int, c31 int, c32 int, c33 int, c34 int, c35 int, c36 int, c37 int, c38 int, c39 int, c40 int, c41 int, c42 int, c43 int, c44 int, c45 int, c46 int, c47 int, c48 int, c49 int, c50 int, c51 int, c52 int, c53 int, c54 int, c55 int, c56 int, c57 int, c58 int, c59 int);
create table visit (id int primary key);
create table visit like old_visit;
-- expect: index-many
create table visit (id int primary key, c0 int unique, c1 int unique, c2 int unique, c3 int unique, c4 int unique, c5 int unique);
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, index (c0), index (c1), index (c2), index (c3), index (c4), index (c5), index (c6));
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, primary key (c1), index (c0), index (c1), index (c2), index (c3), index (c4), index (c5));
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, unique (c8), index (c0), index (c1), index (c2), index (c3), index (c4), index (c5), index (c6), index (c7));
-- no-hit: index-many
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, primary key (c5), index (c0), index (c1), index (c2), index (c3), index (c4));
create table visit (id int primary key);
create table visit like old_visit;
-- expect: index-column-repeat
create index k on visit (a, b, A);
create table visit (a int primary key, b int, index (a, b, a));
alter table visit add unique (a, A);
create table visit (a int, primary key (a, a));
-- no-hit: index-column-repeat
create unique index k on visit (a, b);
create table visit (a int primary key, b int, index (a, b), index (b, a));
alter table visit add index ((a + 1), (a + 2));
alter table visit add unique (a);
-- expect: pk-not-integer
create table t (code varchar(20) primary key, n int);
create table t (id char(36) not null, n int, primary key (id));
create table t (n int, at datetime, primary key (n, at));
create table visit (id bigint, day date, primary key (id, day));
alter table t add column code character varying(36) primary key;
alter table t add column code binary(16) not null first, add constraint pk_t primary key (code);
-- no-hit: pk-not-integer
create table t (id int4 unsigned primary key);
alter table t add primary key (id);
create table t (id bigint unsigned auto_increment primary key);
create table t (a int, b int, primary key (a, b));
create table t (a varchar(20), unique key (a));
create table visit (id bigint, day date, primary key (id, day)) partition by range columns (day) (partition p0 values less than maxvalue);
-- expect: pk-not-bigint
create table t (id int auto_increment primary key);
create table t (id mediumint unsigned not null, primary key (id));
create table t (a bigint, b int, primary key (a, b));
-- no-hit: pk-not-bigint
create table t (id int8 primary key);
create table t (id bigint unsigned auto_increment primary key);
create table t (id serial primary key);
create table t (id int, unique key (id));
-- expect: pk-not-auto-increment
create table t (id bigint not null primary key, n int);
create table t (id int, n int, primary key (id));
create table t (id varchar(36) primary key);
alter table t add column id bigint primary key;
-- no-hit: pk-not-auto-increment
alter table t add column id bigint auto_increment primary key;
create table t (id bigint auto_increment primary key);
create table t (a int, b int, primary key (a, b));
create table t (id serial primary key);
-- expect: pk-nullable
create table t (id int null, primary key (id));
create table t (a int, b int null, primary key (a, b));
create table t (id int null primary key);
create table t (id int default null, primary key (id));
alter table t add column id int null primary key;
-- no-hit: pk-nullable
create table t (id int, primary key (id));
create table t (id int not null, n int null, primary key (id));
create table t (a int null, unique key (a));
-- expect: pk-twice
create table t (id int primary key, n int, primary key (n));
create table t (id int primary key, n int primary key);
create table t (id int, n int, primary key (id), primary key (n));
alter table t add a int primary key, add primary key (b);
-- no-hit: pk-twice
alter table t drop primary key, add primary key (a);
alter table t add primary key (a);
create table t (id int primary key, n int unique);
create table t (a int, b int, primary key (a, b));
create table t (a int, unique key (a), unique key (a));
-- expect: pk-prefix
create table t (a varchar(200), primary key (a(20)));
create table t (a varchar(200), b int, primary key (b, a(20)));
alter table t add primary key (a(5));
-- no-hit: pk-prefix
create table t (a varchar(200), primary key (a));
create table t (id int primary key, a varchar(200), key (a(20)));
alter table t add unique key (a(5));
-- expect: auto-inc-signed
create table t (id int auto_increment primary key);
create table t (id bigint not null auto_increment, key (id));
alter table t add id int auto_increment primary key;
-- no-hit: auto-inc-signed
create table t (id int zerofill auto_increment primary key);
create table t (id varchar(10) auto_increment primary key);
create table t (id int unsigned auto_increment primary key);
create table t (id serial primary key);
create table t (id int primary key);
-- expect: auto-inc-small
create table t (id tinyint unsigned auto_increment primary key);
create table t (id smallint auto_increment primary key);
alter table t modify id mediumint unsigned auto_increment;
-- no-hit: auto-inc-small
create table t (id int unsigned auto_increment primary key);
create table t (id tinyint primary key);
create table t (n smallint, id bigint auto_increment primary key);
-- expect: auto-inc-type
create table t (id decimal(10,0) auto_increment primary key);
create table t (id varchar(10) auto_increment primary key);
create table t (id double auto_increment primary key);
create table t (id bit(8) auto_increment primary key);
alter table t modify id dec(10) auto_increment;
create table t (id longtext auto_increment, key (id(10)));
-- no-hit: auto-inc-type
create table t (id int4 auto_increment primary key);
create table t (id bigint auto_increment primary key);
create table t (id decimal(10,0) primary key);
create table t (id int auto_increment primary key, at datetime);
-- expect: auto-inc-many
create table t (id int auto_increment, n int, primary key (n));
create table t (id int auto_increment primary key, n int auto_increment unique);
create table t (id serial, n serial);
create table visit (id int auto_increment, b int, key (b, id), primary key (b));
alter table t add a int auto_increment primary key, add b int auto_increment unique;
alter table t add a int auto_increment;
-- no-hit: auto-inc-many
alter table t modify id bigint auto_increment;
alter table t add a int auto_increment, add key (a);
create table t (id int auto_increment, foreign key (id) references u (id));
create table t (id int auto_increment primary key);
create table t (n int primary key, id int auto_increment, key (id));
create table t (id int auto_increment, primary key (id));
create table visit (id int auto_increment, b int, key (b, id), primary key (b)) engine = myisam;
-- expect: auto-inc-start
create table t (id int auto_increment primary key) auto_increment = 1000;
create table t (id int auto_increment primary key) engine = innodb auto_increment 77;
create table if not exists t (id int auto_increment primary key) auto_increment = 2;
alter table t auto_increment = 5000;
-- no-hit: auto-inc-start
create table t (id int auto_increment primary key) auto_increment = 1;
create table t (id int auto_increment primary key);
create table t (id int primary key) avg_row_length = 1000;
-- expect: table-comment
create table t (id int primary key);
create table t (id int primary key comment 'number') engine = innodb;
create table t (id int primary key) comment = '';
alter table t comment = '';
-- no-hit: table-comment
alter table t comment 'orders of the shop';
create table t (id int primary key) comment = 'orders of the shop';
create table t like u;
create temporary table t (id int primary key);
-- expect: column-comment
create table t (id int auto_increment primary key, state tinyint);
alter table t add column state tinyint not null default 0;
create table t (state tinyint comment '') comment = 'x';
alter table t modify state tinyint;
alter table t change state status tinyint not null default 0 comment ' ';
create table t (`id` bigint unsigned not null auto_increment, primary key (`id`)) comment = 'x';
-- no-hit: column-comment
create table t (id int auto_increment primary key comment 'number', state tinyint comment '0 open, 1 paid');
alter table t drop column state;
alter table t modify state tinyint comment '0 open, 1 paid, 2 closed';
create temporary table t (state tinyint);
-- expect: table-engine
create table t (id int primary key) engine = myisam;
alter table t engine = memory;
create table t (id int primary key) engine archive;
-- no-hit: table-engine
create table t (id int primary key) engine = innodb;
create table t (id int primary key);
alter table t engine = INNODB;
create temporary table visit (id int) engine = memory;
-- expect: row-format
create table t (id int primary key) row_format = compact;
create table t (id int primary key) row_format = compressed key_block_size = 8;
alter table t row_format = redundant;
-- no-hit: row-format
create table t (id int primary key) row_format = dynamic;
create table t (id int primary key);
alter table t row_format = default;
-- expect: data-directory
create table t (id int primary key) data directory = '/mnt/b';
create table t (id int primary key) engine = myisam index directory = '/mnt/b';
create table t (id int) partition by hash (id) (partition p0 data directory = '/mnt/b');
-- no-hit: data-directory
create table t (id int primary key);
create table t (id int primary key) comment = 'data directory';
create table t (id int primary key) engine = innodb;
-- expect: tablespace-shared
create table t (id int primary key) tablespace = big;
alter table t tablespace innodb_system;
create table t (id int primary key) tablespace big storage disk;
-- no-hit: tablespace-shared
create table t (id int primary key) tablespace = innodb_file_per_table;
create table t (id int primary key);
alter table t engine = innodb;
-- expect: create-if-not-exists
create table t (id int primary key);
create table t like u;
create temporary table t (id int primary key);
-- no-hit: create-if-not-exists
create table if not exists t (id int primary key);
create table if not exists t like u;
-- dialect: mariadb-11.4
create or replace table t (id int primary key);
-- expect: create-if-not-exists-hides
create table if not exists t (id int primary key);
create table if not exists shop.t (id int primary key) engine = innodb;
create table if not exists t like u;
-- no-hit: create-if-not-exists-hides
create table t (id int primary key);
create temporary table if not exists t (id int primary key);
create database if not exists shop;
-- expect: create-table-select
create table t as select id from orders where n = 1;
create table t (id int primary key) select id from orders where n = 1;
create temporary table t select id from orders where n = 1;
-- no-hit: create-table-select
create table t like orders;
create table t (id int primary key);
insert into t (id) select id from orders where n = 1;
-- expect: temp-table
create temporary table t (id int primary key);
create temporary table if not exists t (id int);
create temporary table t as select id from orders where n = 1;
-- no-hit: temp-table
create table t (id int primary key);
create table temporary_orders (id int primary key);
drop temporary table t;
-- expect: table-no-index
create table t (id int primary key, n int);
create table t (a int, b int, primary key (a, b));
create table t (n int);
-- no-hit: table-no-index
create table t (id int primary key, n int, key (n));
create table t (id int primary key, n int unique);
create table t like u;
-- expect: columns-required
create table t (id int primary key);
create table t (created_at datetime, updated_at datetime);
create table t (number int primary key, created_at datetime, updated_at datetime);
-- no-hit: columns-required
create table t (id int primary key, created_at datetime, updated_at datetime);
create table t like u;
create table t (ID int primary key, Created_At datetime, UPDATED_AT datetime, n int);
-- expect: text-columns-many
create table t (id int primary key, a text, b text, c longtext, d json);
create table t (a blob, b mediumblob, c text, d text, e text);
create table t (a tinytext, b text, c json, d longblob, n int);
alter table t add (a text, b text, c blob, d json);
-- no-hit: text-columns-many
create table t (id int primary key, a text, b text, c text);
create table t (a varchar(100), b varchar(100), c varchar(100), d varchar(100));
create table t (id int primary key, a text);
-- expect: row-size-limit
create table t (id int primary key, a varchar(10000), b varchar(10000)) charset = utf8mb4;
create table t (a varchar(40000), b varchar(30000)) charset = latin1;
create table t (a varchar(16383), b varchar(20)) default charset utf8mb4;
create table t (id int primary key, a varchar(8000), b varchar(8000), c varchar(8000));
-- script
create table visit (id int primary key, a varchar(15000)) charset = utf8mb4;
alter table visit add b varchar(5000);
-- no-hit: row-size-limit
create table t (id int primary key, a varchar(10000)) charset = utf8mb4;
create table t (a text, b text, c longtext) charset = utf8mb4;
create table t (a varchar(40000), b varchar(20000)) charset = latin1;
-- script
create table visit (id int primary key, a varchar(15000)) charset = utf8mb4;
alter table visit modify a text, add b varchar(5000);
-- no-hit: row-size-limit
-- dialect: mysql-5.7
create table t (id int primary key, a varchar(8000), b varchar(8000), c varchar(8000));
-- expect: varchar-total
create table t (a varchar(12000), b varchar(9000)) charset = latin1;
create table t (a varchar(20001)) charset = latin1;
create table t (id int, a varchar(10000), b varchar(10000), c varchar(10)) charset = latin1;
alter table t add a char varying(15000), add b varchar(6000);
-- no-hit: varchar-total
create table t (a varchar(200), b varchar(255));
create table t (a text);
create table t (a varchar(10000), b varchar(10000)) charset = latin1;
-- expect: foreign-key-unnamed
create table t (id int primary key, p int, foreign key (p) references people (id));
alter table t add foreign key (p) references people (id);
create table t (p int, constraint foreign key (p) references people (id));
-- no-hit: foreign-key-unnamed
create table t (p int, constraint fk_p foreign key (p) references people (id));
alter table t add constraint fk_p foreign key (p) references people (id);
alter table t add foreign key fk_p (p) references people (id);
-- expect: foreign-key-cascade
create table t (p int, constraint f foreign key (p) references people (id) on delete cascade);
alter table t add constraint f foreign key (p) references people (id) on update cascade;
create table t (p int, constraint f foreign key (p) references people (id) on delete restrict on update cascade);
-- no-hit: foreign-key-cascade
create table t (p int, constraint f foreign key (p) references people (id) on delete restrict);
create table t (p int, constraint f foreign key (p) references people (id));
create table t (p int, constraint f foreign key (p) references people (id) on delete set null);
-- expect: foreign-key-set-default
create table t (p int, constraint f foreign key (p) references people (id) on delete set default);
alter table t add constraint f foreign key (p) references people (id) on update set default;
create table t (p int, constraint f foreign key (p) references people (id) on delete set default on update cascade);
-- no-hit: foreign-key-set-default
create table t (p int, constraint f foreign key (p) references people (id) on delete set null);
create table t (p int default 5, constraint f foreign key (p) references people (id));
create table t (p int, constraint f foreign key (p) references people (id) on delete cascade);
-- expect: foreign-key-set-null
create table t (p int not null, constraint f foreign key (p) references people (id) on delete set null);
create table t (p int primary key, constraint f foreign key (p) references people (id) on update set null);
create table t (a int, b int not null, constraint f foreign key (a, b) references people (a, b) on delete set null);
alter table t add p int not null, add constraint f foreign key (p) references people (id) on delete set null;
-- no-hit: foreign-key-set-null
create table t (p int, constraint f foreign key (p) references people (id) on delete set null);
create table t (p int not null, constraint f foreign key (p) references people (id) on delete cascade);
create table t (p int null, constraint f foreign key (p) references people (id) on update set null);
-- expect: foreign-key-inline
-- dialect: mysql-8.0
create table t (p int references people (id));
create table t (id int primary key, p int not null references people (id) on delete cascade);
-- dialect: mysql-5.7
alter table t add p int references people (id);
-- no-hit: foreign-key-inline
create table t (p int references people (id));
-- dialect: mysql-8.0
create table t (p int, foreign key (p) references people (id));
-- dialect: mariadb-11.4
create table t (p int references people (id));
-- expect: foreign-key-count-mismatch
create table t (a int, b int, constraint f foreign key (a, b) references people (id));
alter table t add constraint f foreign key (a) references people (id, n);
create table t (a int, b int, c int, constraint f foreign key (a, b, c) references people (id, n));
-- no-hit: foreign-key-count-mismatch
create table t (a int, b int, constraint f foreign key (a, b) references people (id, n));
create table t (a int, constraint f foreign key (a) references people (id));
alter table t add constraint f foreign key (b) references people (n);
-- expect: foreign-key-match
create table t (p int, constraint f foreign key (p) references people (id) match full);
create table t (p int, constraint f foreign key (p) references people (id) match simple on delete cascade);
alter table t add constraint f foreign key (p) references people (id) match partial;
-- no-hit: foreign-key-match
create table t (p int, constraint f foreign key (p) references people (id));
create table t (p int, constraint f foreign key (p) references people (id) on delete cascade);
select id from t where match (a) against ('x');
-- expect: check-not-enforced
create table t (n int, constraint c check (n > 0) not enforced);
-- dialect: mysql-5.7
create table t (n int, check (n > 0));
create table t (n int check (n > 0));
-- dialect: mysql-9
alter table visit alter check positive not enforced;
-- no-hit: check-not-enforced
create table t (n int, check (n > 0));
-- dialect: mariadb-11.4
create table t (n int check (n > 0));
-- dialect: mysql-5.7
create table t (n int);
-- dialect: mysql-9
alter table visit alter check positive enforced;
-- expect: check-unnamed
create table t (n int, check (n > 0));
alter table t add check (n > 0);
create table t (n int, constraint check (n > 0));
-- no-hit: check-unnamed
create table t (n int, constraint positive check (n > 0));
alter table t add constraint positive check (n > 0);
create table t (n int check (n > 0));
-- expect: column-of-key-missing
create table t (a int, key (b));
create table t (id int primary key, foreign key (p) references people (id));
create table t (a int, b int, unique key k (a, c));
-- no-hit: column-of-key-missing
create table t (a int, key (A));
create table t (a int, key ((a + 1)));
create table t (key (id)) select id from orders where n = 1;
-- expect: foreign-key-no-target
-- given: shop
create table fresh (id int primary key, constraint f foreign key (id) references nowhere (id));
create table fresh (id int primary key, constraint f foreign key (id) references orders (nothing));
alter table items add constraint f foreign key (n) references gone (id);
create table fresh (id int primary key, up int, constraint f foreign key (up) references fresh (nothing));
alter table items add p int references nowhere (id);
-- no-hit: foreign-key-no-target
create table fresh (id bigint unsigned primary key, constraint f foreign key (id) references orders (id));
create table fresh (id int primary key, up int, constraint f foreign key (up) references fresh (id));
alter table items add constraint f foreign key (n) references elsewhere.gone (id);
-- expect: foreign-key-not-unique
-- given: shop
create table fresh (id int primary key, s tinyint, constraint f foreign key (s) references orders (state));
alter table items add constraint f foreign key (title) references people (name);
create table fresh (a int, b int, constraint f foreign key (a) references loose (a));
-- no-hit: foreign-key-not-unique
create table fresh (id bigint unsigned primary key, constraint f foreign key (id) references orders (id));
create table fresh (c varchar(20), constraint f foreign key (c) references orders (code));
create table fresh (a int, b int, constraint f foreign key (a, b) references tags (a, b));
-- expect: foreign-key-type-mismatch
-- given: shop
create table fresh (id int primary key, p int, constraint f foreign key (p) references people (id));
create table fresh (id int primary key, p bigint, constraint f foreign key (p) references people (id));
alter table items add constraint f foreign key (order_id) references orders (id);
-- no-hit: foreign-key-type-mismatch
create table fresh (id int primary key, p bigint unsigned, constraint f foreign key (p) references people (id));
create table fresh (id int primary key, up int, constraint f foreign key (up) references fresh (id));
create table fresh (c varchar(50), constraint f foreign key (c) references orders (code));
create table fresh (id int primary key, p int8 unsigned, constraint f foreign key (p) references people (id));
-- script
create table owner (id serial primary key);
create table pet (o bigint unsigned not null, constraint f foreign key (o) references owner (id));
-- expect: auto-inc-exhaustion
-- given: shop
-- facts: {"statistics":{"items":{"autoIncrement":2000000000}}}
insert into items (order_id, title) values (1, 'a');
insert into items set order_id = 1, title = 'a';
replace into items (order_id, title) values (1, 'a');
-- no-hit: auto-inc-exhaustion
-- given: shop
-- facts: {"statistics":{"items":{"autoIncrement":2000}}}
insert into items (order_id, title) values (1, 'a');
-- facts: {"statistics":{"orders":{"autoIncrement":2000000000}}}
insert into orders (payer, code, amount) values (1, 'a', 5);
insert into tags (a, b) values (1, 2);
-- no-hit: table-no-pk
-- facts: {"instance":{"variables":{"sql_generate_invisible_primary_key":"ON"}}}
create table visit (id int);
-- expect: column-of-key-missing
-- given: shop
alter table items add constraint f foreign key (nothing) references orders (id);
-- expect: pk-twice
-- given: shop
alter table orders add primary key (code);
alter table people modify name varchar(50) primary key;
-- no-hit: pk-twice
-- given: shop
alter table orders drop primary key, add primary key (code);
alter table loose add primary key (a);
-- expect: pk-not-integer
-- given: shop
alter table loose add c varchar(20), add primary key (c);
alter table orders modify id char(36) not null;
-- no-hit: pk-not-integer
-- given: shop
alter table loose add primary key (a);
alter table orders modify note char(36);
-- expect: auto-inc-many
-- given: shop
alter table orders add n int auto_increment unique;
-- no-hit: auto-inc-many
-- given: shop
alter table people modify id bigint unsigned not null auto_increment;
-- expect: pk-not-bigint-unsigned
create table t (id bigint primary key);
create table t (id int unsigned auto_increment, primary key (id));
alter table t add id int8 primary key;
-- no-hit: pk-not-bigint-unsigned
create table t (id bigint unsigned primary key);
create table t (id serial primary key);
create table t (id int, unique key (id));
-- expect: pk-type-allow
create table t (id varchar(36) primary key);
create table t (id binary(16) not null, primary key (id));
alter table t add day date primary key;
-- no-hit: pk-type-allow
create table t (id bigint unsigned primary key);
create table t (id integer primary key);
create table t (id int primary key, code varchar(20) unique);
-- expect: pk-auto-increment-forbidden
create table t (id bigint auto_increment primary key);
create table t (id int unsigned not null auto_increment, primary key (id));
alter table t add id serial primary key;
-- no-hit: pk-auto-increment-forbidden
create table t (id bigint primary key);
create table t (id int primary key, n int auto_increment unique);
alter table t add n int auto_increment, add key (n);
-- expect: pk-name
create table t (uid bigint primary key);
create table t (code int, primary key (code));
alter table t add constraint orders_key primary key (id);
-- no-hit: pk-name
create table t (id bigint primary key);
create table t (a int, b int, primary key (a, b));
create table t (id int, constraint pk_t primary key (id));
-- expect: auto-inc-name
create table t (number int auto_increment primary key);
alter table t add seq bigint auto_increment unique;
create table t (counter serial);
-- no-hit: auto-inc-name
create table t (id int auto_increment primary key);
create table t (number int primary key);
create table t (`ID` bigint unsigned auto_increment primary key);
-- expect: columns-need-index
create table t (id int primary key, created_at datetime);
alter table t add update_time datetime not null;
create table t (id int primary key, updated_at datetime, key (id, updated_at));
-- no-hit: columns-need-index
create table t (id int primary key, created_at datetime, key (created_at));
alter table t add update_time datetime not null, add index (update_time, id);
create table t (id int primary key, at datetime);
-- expect: table-dual
create table `dual` (id int primary key);
create table shop.`DUAL` (id int primary key);
rename table t to `dual`;
alter table t rename to `dual`;
-- no-hit: table-dual
select 1 from dual;
create table dual_use (id int primary key);
create table t (`dual` int primary key);
-- expect: tablespace-deny
create table t (id int primary key) tablespace = innodb_system;
alter table t tablespace innodb_system;
create table t (id int primary key) tablespace `mysql`;
-- no-hit: tablespace-deny
create table t (id int primary key) tablespace = innodb_file_per_table;
create table t (id int primary key);
create table innodb_system (id int primary key);
-- expect: table-no-column
create table t;
create table t (primary key (id));
-- given: shop
alter table loose drop a, drop b;
-- no-hit: table-no-column
create table t like u;
create table t as select id from u where n = 1;
-- given: shop
alter table loose drop a;
alter table loose drop a, drop b, add c int;
-- expect: foreign-key-name-twice
create table t (a int, b int, constraint f foreign key (a) references u (id), constraint F foreign key (b) references u (id));
alter table t add constraint f foreign key (a) references u (id), add constraint f foreign key (b) references w (id);
-- given: shop
create table fresh (id bigint unsigned, constraint fk_payer foreign key (id) references people (id));
alter table items add constraint fk_payer foreign key (n) references loose (a);
-- no-hit: foreign-key-name-twice
create table t (a int, b int, constraint f foreign key (a) references u (id), constraint g foreign key (b) references u (id));
create table t (a int, b int, foreign key (a) references u (id), foreign key (b) references u (id));
-- given: shop
alter table orders drop foreign key fk_payer, add constraint fk_payer foreign key (payer) references people (id);
-- expect: constraint-needs-index
create table t (id int primary key, p int, constraint f foreign key (p) references u (id));
create table t (id int primary key, a int, b int, key (b), constraint f foreign key (a, b) references u (a, b));
-- given: shop
alter table items add constraint f foreign key (n) references loose (a);
-- no-hit: constraint-needs-index
create table t (id int primary key, p int, key (p), constraint f foreign key (p) references u (id));
create table t (id int primary key, constraint f foreign key (id) references u (id));
-- given: shop
alter table items add constraint f foreign key (order_id) references orders (id);
alter table items add index (n), add constraint f foreign key (n) references loose (a);
-- no-hit: pk-twice
-- given: shop
alter table orders drop id, add number bigint unsigned auto_increment primary key;
