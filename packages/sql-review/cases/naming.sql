-- expect: name-index-required
create table t (a int, key (a));
alter table t add unique key (a);
create table t (a text, fulltext (a));
-- no-hit: name-index-required
create table t (a int, key k (a));
create table t (id int, primary key (id));
alter table t add constraint u unique (a);
-- expect: name-index-prefix
alter table t add constraint a_once unique (a);
alter table t rename index idx_a to a_x;
create index orders_by_state on orders (state);
create table t (a int, key k (a));
alter table t add unique key idx_a (a);
-- no-hit: name-index-prefix
create unique index uniq_a on t (a);
alter table t add constraint uk_a unique (a);
alter table t rename index a_x to idx_a;
alter table t drop index a_x;
create index idx_state on orders (state);
create table t (a int, unique key uk_a (a));
create table t (a text, fulltext key words (a));
-- expect: name-foreign-key-prefix
create table t (p int, constraint people_of_t foreign key (p) references people (id));
alter table t add constraint x foreign key (p) references people (id);
create table t (p int, foreign key y (p) references people (id));
-- no-hit: name-foreign-key-prefix
create table t (p int, constraint fk_people foreign key (p) references people (id));
create table t (p int, foreign key (p) references people (id));
create table t (p int, key p_key (p));
-- expect: name-table-prefix
create table orders (id int primary key);
create table shop.orders (id int primary key);
create table if not exists people like t_people;
-- no-hit: name-table-prefix
create table t_orders (id int primary key);
create table shop.T_orders (id int primary key);
create temporary table orders (id int primary key);
-- expect: name-view-prefix
create view paid as select id from orders where state = 1;
create or replace view shop.paid as select id from orders where state = 1;
create view paid (n) as select id from orders where state = 1;
-- no-hit: name-view-prefix
create view v_paid as select id from orders where state = 1;
create view shop.V_paid as select id from orders where state = 1;
create table paid (id int primary key);
-- expect: name-reserved
rename table t to `group`;
alter table t rename column a to `lead`;
alter table t rename index a to `index`;
create table t (id int primary key, constraint `check` check (id > 0));
create database `schema`;
create procedure `call`() select 1;
create table `order` (id int primary key);
create table t (id int primary key, `key` varchar(10));
alter table t add `rank` int;
create view `groups` as select 1 as a;
create table visit (id int primary key, a int, key `index` (a));
-- no-hit: name-reserved
rename table `order` to orders;
drop table `order`;
alter table t modify `desc` varchar(20);
alter table t change `desc` note varchar(20);
create table orders (id int primary key, state int);
create table visit (id int primary key, a int, key (a));
-- dialect: mysql-5.7
create table t (id int primary key, `rank` int);
create view v as select 1 as a;
-- expect: name-reserved-next
-- dialect: mysql-5.7
create table `rank` (id int primary key);
create table t (id int primary key, `groups` int);
-- dialect: mysql-8.0
create table t (manual int primary key);
-- dialect: mysql-5.7
rename table t to `system`;
alter table t change a `groups` int;
-- no-hit: name-reserved-next
create table t (id int primary key, state int);
-- dialect: mysql-5.7
create table t (id int primary key, state int);
-- dialect: mariadb-11.4
create table t (id int primary key, `rank` int);
-- expect: name-case
rename table t to Orders;
alter table t rename column a to aB;
create index IDX_A on t (a);
create view vPaid as select 1 as a;
create table Orders (id int primary key);
create table t (id int primary key, paidAt datetime);
create database Shop;
-- no-hit: name-case
alter table Orders add a int;
rename table Orders to orders;
alter table t change paidAt paid_at datetime;
alter table t modify paidAt datetime;
create table orders (id int primary key);
create table t (id int primary key, paid_at datetime);
create database shop;
-- expect: name-length
rename table t to orders_of_people_who_bought_something_in_the_year_2024;
create table t (id int primary key, a int, key an_index_with_a_name_that_is_far_longer_than_anybody_reads (a));
create table orders_of_people_who_bought_something_in_the_year_2024 (id int primary key);
create table t (a_column_with_a_name_that_is_far_longer_than_anybody_reads int);
create index an_index_with_a_name_that_is_far_longer_than_anybody_reads on t (a);
-- no-hit: name-length
rename table orders_of_people_who_bought_something_in_the_year_2024 to orders;
create table orders (id int primary key);
create index k on t (a);
create table orders_of_people_who_bought_something (id int primary key);
-- expect: name-multibyte
rename table orders to `订单`;
alter table t add key `索引` (a);
alter table t rename column a to 名称;
select id as `编号` from t where id = 1;
create table 订单 (id int primary key);
create table t (id int primary key, größe int);
create index `索引` on t (a);
-- no-hit: name-multibyte
rename table `订单` to orders;
select id from `订单` where id = 1;
insert into t (id, a) values (1, '订单');
create table orders (id int primary key comment '编号');
create table t (id int primary key);
create index k on t (a);
-- expect: name-odd-sign
rename table t to `order-lines`;
alter table t rename column a to `paid at`;
create table t (id int primary key, a int, key `k-1` (a));
create table `order-lines` (id int primary key);
create table t (`paid at` datetime);
create database `shop.eu`;
-- no-hit: name-odd-sign
rename table `order-lines` to order_lines;
alter table t drop column `paid at`;
create table order_lines (id int primary key);
create table t (paid_at datetime);
create database shop;
-- expect: name-digit-first
rename table t to `2024_orders`;
alter table t add key `1st` (a);
create table `2024_orders` (id int primary key);
create table t (`1st` int);
create database `3d`;
-- no-hit: name-digit-first
rename table `2024_orders` to orders;
create table orders_2024 (id int primary key);
create table t (first int);
create database shop3;
-- expect: name-backup-left
create table orders_bak (id int primary key);
create table tmp_orders like orders;
create table shop.orders_old as select id from orders where n = 1;
-- no-hit: name-backup-left
create table orders (id int primary key);
create table template (id int primary key);
create temporary table tmp_orders (id int primary key);
-- expect: name-column-repeats-table
create table orders (orders_state int);
create table people (id int primary key, people_name varchar(20));
create table shop.orders (Orders_State int, n int);
-- no-hit: name-column-repeats-table
create table orders (id int primary key, state int);
create table orders (orders_id int primary key);
create table orders (ordersize int);
-- expect: alias-same-name
select id as id from orders where n = 1;
select orders.id from orders as orders where n = 1;
select o.n n from orders o where id = 1;
-- no-hit: alias-same-name
select id as number from orders where n = 1;
select o.id from orders o where n = 1;
select count(*) as count from orders where n = 1;
-- expect: alias-no-as
select id number from orders where n = 1;
select n + 1 m from orders where n = 1;
select o.id a, o.n b from orders o where n = 1;
-- no-hit: alias-no-as
select id as number from orders where n = 1;
select id, number from orders where n = 1;
select id AS number from orders where n = 1;
-- expect: alias-repeated
select o.id, p.id from orders o join people p on p.id = o.payer where o.n = 1;
select id as a, n as a from orders where n = 1;
select id, n as ID from orders where n = 1;
-- no-hit: alias-repeated
select o.id, p.id as payer from orders o join people p on p.id = o.payer where o.n = 1;
select id, n from orders where n = 1;
select 1, 1;
-- expect: operator-nonstandard
select id from orders where n != 1;
delete from orders where n = 1 and state != 2;
update orders set n = 1 where (n) != 5;
-- no-hit: operator-nonstandard
select id from orders where n <> 1;
select id from orders where not n = 1;
select id from orders where n = '!=';
-- expect: schema-qualified
select id from orders where n = 1;
update orders set n = 1 where id = 1;
select o.id from shop.orders o join people p on p.id = o.payer where o.n = 1;
-- no-hit: schema-qualified
select id from shop.orders where n = 1;
with a as (select 1 as x) select x from a where x = 1;
select 1;
-- expect: invisible-character
select id from orders where code = 'a​b';
update orders set note = 'x﻿y' where id = 1;
select `id​` from orders where id = 1;
-- no-hit: invisible-character
select id from orders where code = 'a b';
select id from orders where code = '订单';
select id from orders where id = 1;
-- expect: fullwidth-sign
select id from orders where code = ‘abc’;
select id，code from orders where n = 1;
delete from orders where code = “abc”;
-- no-hit: fullwidth-sign
select id from orders where code = '（abc）';
select `数量（个）` from orders where id = 1;
select 数量 from orders where id = 1;
-- expect: name-plural
create table orders (id int primary key);
create table t (id int primary key, tags varchar(20));
rename table person to persons;
-- no-hit: name-plural
create table address (id int primary key, status int);
create table person (id int primary key);
rename table orders to order_line;
-- expect: name-schema-suffix
create database shop;
create schema if not exists `Shop`;
create database db_shop;
-- no-hit: name-schema-suffix
create database shop_db;
create schema SHOP_DB;
drop database shop;
-- expect: name-deny
create table test (id int primary key);
alter table t add column xxx int;
rename table t to `TMP`;
-- no-hit: name-deny
create table test_result (id int primary key);
alter table test add a int;
rename table test to result;
-- expect: space-after-dot
select orders. id from orders where orders.id = 3;
select id from shop . orders where id = 3;
delete from shop. orders where id = 3;
-- no-hit: space-after-dot
select orders.id from shop.orders where orders.id = 3;
select 1. * id from orders where id = 3;
select id from orders where note = 'shop. orders';
