-- expect: table-no-pk
create table visit (id int);
create table visit (id int unique key, at datetime not null);
create table shop.visit (id int not null, unique (id), index (id)) engine = innodb;
-- no-hit: table-no-pk
create table visit (id int primary key);
create table visit (id int, at datetime, primary key (id, at));
create table visit like old_visit;
create temporary table visit (id int);
create table visit (id int key);
-- expect: foreign-key
create table orders (id int primary key, payer int, foreign key (payer) references people (id));
alter table orders add constraint payer_fk foreign key (payer) references people (id);
alter table orders add a int, add foreign key (payer) references people (id) on delete cascade;
-- no-hit: foreign-key
create table orders (id int primary key, payer int, index (payer));
alter table orders drop foreign key payer_fk;
alter table orders add unique (payer);
-- expect: partition-forbidden
create table visit (id int primary key) partition by hash (id) partitions 4;
create table visit (id int primary key) partition by key () partitions 4;
create table visit (id int primary key) partition by range (id) (partition p1 values less than (10));
-- no-hit: partition-forbidden
create table visit (id int primary key);
alter table visit drop partition p1;
create table parts (`partition` int primary key);
-- expect: pk-many-columns
create table visit (a int, b int, c int, d int, primary key (a, b, c, d));
create table visit (a int, b int, c int, d int, e int, constraint primary key (a, b, c, d, e));
create table shop.visit (a int, b int, c int, d int, primary key using btree (d, c, b, a));
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
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, index (c0), index (c1), index (c2), index (c3), index (c4), index (c5), index (c6));
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, primary key (c1), index (c0), index (c1), index (c2), index (c3), index (c4), index (c5));
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, unique (c8), index (c0), index (c1), index (c2), index (c3), index (c4), index (c5), index (c6), index (c7));
-- no-hit: index-many
create table visit (c0 int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, index (c0), index (c1), index (c2), index (c3), index (c4), index (c5));
create table visit (id int primary key);
create table visit like old_visit;
-- expect: index-column-repeat
create table visit (a int primary key, b int, index (a, b, a));
alter table visit add unique (a, A);
create table visit (a int, primary key (a, a));
-- no-hit: index-column-repeat
create table visit (a int primary key, b int, index (a, b), index (b, a));
alter table visit add index ((a + 1), (a + 2));
alter table visit add unique (a);
