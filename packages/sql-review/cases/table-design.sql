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
