-- expect: drop-table
drop table orders;
drop table if exists shop.orders, people;
drop table orders cascade;
-- no-hit: drop-table
drop temporary table orders;
drop view orders;
truncate table orders;
-- expect: drop-schema
drop database shop;
drop schema if exists shop;
drop database `shop-old`;
-- no-hit: drop-schema
create database shop;
drop table shop.orders;
alter database shop character set utf8mb4;
-- expect: drop-column
alter table orders drop column state;
alter table orders drop state, add made datetime;
alter table shop.orders add a int, drop column b;
-- no-hit: drop-column
alter table orders drop index state;
alter table orders add column state int;
alter table orders drop foreign key f;
-- expect: drop-primary-key
alter table orders drop primary key;
alter table orders add a int, drop primary key;
alter table shop.orders drop primary key, add unique (a);
-- no-hit: drop-primary-key
alter table orders drop primary key, add primary key (a, b);
alter table orders drop index a;
alter table orders add primary key (a);
-- expect: drop-foreign-key
alter table orders drop foreign key payer_fk;
alter table orders add a int, drop foreign key payer_fk;
alter table shop.orders drop foreign key payer_fk, drop foreign key b;
-- no-hit: drop-foreign-key
alter table orders drop index payer_fk;
alter table orders add foreign key (payer) references people (id);
alter table orders drop column payer;
-- expect: rename-object
rename table orders to old_orders;
alter table orders rename to old_orders;
alter table orders rename column a to b;
-- no-hit: rename-object
alter table orders rename index a to b;
alter table orders add column a int;
create table b like a;
-- expect: alter-engine
alter table orders engine = innodb;
alter table orders engine myisam;
alter table orders add a int, engine = InnoDB;
-- no-hit: alter-engine
create table orders (id int primary key) engine = innodb;
alter table orders comment = 'engine';
alter table orders force;
-- expect: change-column
alter table orders change a b int;
alter table orders change column a a bigint not null;
alter table orders add c int, change a b varchar(20) after c;
-- no-hit: change-column
alter table orders modify a int;
alter table orders rename column a to b;
alter table orders alter column a set default 1;
-- dialect: mysql-5.7
alter table orders change a b int;
-- expect: grant-too-wide
grant all on *.* to a@'%';
grant all privileges on shop.* to a@localhost;
grant select on shop.orders to a with grant option;
grant select on *.* to a;
-- no-hit: grant-too-wide
grant select, insert on shop.* to a;
grant all on shop.orders to a;
revoke all on *.* from a;
-- expect: alter-merge
-- script
alter table orders add a int;
alter table orders add b int;
-- script
alter table orders add a int;
create index k on orders (a);
-- script
drop index k on orders;
alter table people add a int;
alter table Orders drop column a;
-- no-hit: alter-merge
-- script
alter table orders add a int, add b int;
alter table people add a int;
-- script
create index k on orders (a);
select id from orders where a = 1;
-- script
alter table shop.orders add a int;
alter table other.orders add a int;
-- expect: create-then-alter
-- script
create table fresh (id int primary key);
alter table fresh add a int;
-- script
create table fresh (id int primary key, a int);
create index k on fresh (a);
-- script
create table shop.fresh (id int primary key);
alter table shop.fresh engine = innodb;
-- no-hit: create-then-alter
-- script
create table fresh (id int primary key);
alter table orders add a int;
-- script
create table fresh (id int primary key);
insert into fresh (id) select id from orders where id < 9;
alter table fresh add a int;
-- script
create temporary table fresh (id int primary key);
alter table fresh add a int;
-- expect: drop-then-create
-- script
drop table if exists orders;
create table orders (id int primary key);
-- script
drop table shop.orders;
create table shop.orders (id int primary key);
-- script
drop table people, orders;
create table Orders (id int primary key);
-- no-hit: drop-then-create
-- script
drop table old_orders;
create table orders (id int primary key);
-- script
create table orders (id int primary key);
-- script
drop temporary table orders;
create temporary table orders (id int primary key);
