-- expect: name-index-required
create table t (a int, key (a));
alter table t add unique key (a);
create table t (a text, fulltext (a));
-- no-hit: name-index-required
create table t (a int, key k (a));
create table t (id int, primary key (id));
alter table t add constraint u unique (a);
-- expect: name-index-prefix
create index orders_by_state on orders (state);
create table t (a int, key k (a));
alter table t add unique key idx_a (a);
-- no-hit: name-index-prefix
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
create table `order` (id int primary key);
create table t (id int primary key, `key` varchar(10));
alter table t add `rank` int;
create view `groups` as select 1 as a;
create table visit (id int primary key, a int, key `index` (a));
-- no-hit: name-reserved
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
-- no-hit: name-reserved-next
create table t (id int primary key, state int);
-- dialect: mysql-5.7
create table t (id int primary key, state int);
-- dialect: mariadb-11.4
create table t (id int primary key, `rank` int);
-- expect: name-case
create table Orders (id int primary key);
create table t (id int primary key, paidAt datetime);
create database Shop;
-- no-hit: name-case
create table orders (id int primary key);
create table t (id int primary key, paid_at datetime);
create database shop;
-- expect: name-length
create table orders_of_people_who_bought_something_in_the_year_2024 (id int primary key);
create table t (a_column_with_a_name_that_is_far_longer_than_anybody_reads int);
create index an_index_with_a_name_that_is_far_longer_than_anybody_reads on t (a);
-- no-hit: name-length
create table orders (id int primary key);
create index k on t (a);
create table orders_of_people_who_bought_something (id int primary key);
-- expect: name-multibyte
create table 订单 (id int primary key);
create table t (id int primary key, größe int);
create index `索引` on t (a);
-- no-hit: name-multibyte
create table orders (id int primary key comment '编号');
create table t (id int primary key);
create index k on t (a);
-- expect: name-odd-sign
create table `order-lines` (id int primary key);
create table t (`paid at` datetime);
create database `shop.eu`;
-- no-hit: name-odd-sign
create table order_lines (id int primary key);
create table t (paid_at datetime);
create database shop;
-- expect: name-digit-first
create table `2024_orders` (id int primary key);
create table t (`1st` int);
create database `3d`;
-- no-hit: name-digit-first
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
