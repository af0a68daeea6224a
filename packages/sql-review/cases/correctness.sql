-- expect: object-missing
-- given: shop
select id from nowhere where id = 1;
alter table nowhere add a int;
insert into nowhere (id) values (1);
drop table nowhere;
create index k on nowhere (a);
rename table nowhere to somewhere;
-- script
drop table items;
select id from items where id = 1;
-- script
rename table items to things;
update items set n = 1 where id = 2;
-- no-hit: object-missing
select id from orders where id = 1;
select id from paid where id = 1;
drop table if exists nowhere;
select id from elsewhere.nowhere where id = 1;
with nowhere as (select 1 as x) select x from nowhere where x = 1;
-- script
create table fresh (id int primary key);
insert into fresh (id) values (1);
-- script
create temporary table fresh (id int primary key);
select id from fresh where id = 1;
-- script
rename table items to things;
update things set n = 1 where id = 2;
-- expect: object-exists
-- given: shop
alter table orders rename to items;
create table orders (id int primary key);
create view paid as select 1 as a;
rename table items to orders;
-- script
create table fresh (id int primary key);
create table fresh (id int primary key, a int);
-- script
create view v as select 1 as a;
create table v (id int primary key);
-- no-hit: object-exists
create table fresh (id int primary key);
create table if not exists orders (id int primary key);
create or replace view paid as select 1 as a;
rename table items to things;
rename table items to old_items, orders to items;
-- script
drop table items;
create table items (id int primary key);
-- expect: column-missing
-- given: shop
insert into orders (payer, code, amount) values (1, 'x', 2) as new(p, c, a) on duplicate key update amount = new.amount;
select nothing from orders where id = 1;
select o.nothing from orders o join people p on p.id = o.payer where o.id = 1;
update orders set nothing = 1 where id = 1;
delete from orders where nothing = 1;
insert into orders (id, nothing) values (1, 2);
replace into tags (a, b, nothing) select 1, 2, 3;
create procedure p(in nr int) select nothing from orders where id = nr;
create trigger t before update on orders for each row set new.note = old.nothing;
-- script
alter table orders drop column note;
select note from orders where id = 1;
-- script
alter table orders rename column note to remark;
update orders set note = 'x' where id = 1;
-- script
create table fresh as select id from orders where id = 1;
select anything from fresh where id = 1;
-- no-hit: column-missing
insert into orders (payer, code, amount) values (1, 'x', 2) as new on duplicate key update amount = new.amount + orders.amount;
insert into orders (payer, code, amount) values (1, 'x', 2) as new(p, c, a) on duplicate key update amount = a, payer = new.p;
insert into tags (a, b) values (1, 2);
insert into elsewhere.tags (nothing) values (1);
select note from orders where id = 1;
select x from (select id as x from orders where id = 1) d where x = 1;
select unheard from elsewhere.orders where id = 1;
select o.id, (select p.name from people p where p.id = o.payer) from orders o where o.id = 1;
insert into tags (a, b) select * from (select id, payer from orders where id = 1) d on duplicate key update b = tags.b + d.payer;
create procedure p(in nr int) update orders set note = nr where id = nr;
create trigger t before update on orders for each row set new.note = old.id;
-- script
alter table orders add remark int;
select remark from orders where id = 1;
-- script
create table fresh as select id + 1 from orders where id = 1;
select anything from fresh where id = 1;
-- expect: column-ambiguous
-- given: shop
select id from orders o join people p on p.id = o.payer where p.name = 'x';
select o.id from orders o join people p on p.id = o.payer where id = 1;
update orders o join items i on i.order_id = o.id set o.state = 1 where id = 5;
-- no-hit: column-ambiguous
select o.id from orders o join people p on p.id = o.payer where o.id = 1;
select name from orders o join people p on p.id = o.payer where o.id = 1;
select id from orders join items using (id) where id = 1;
select colour from unheard u join unseen s on u.k = s.k where colour = 1;
-- expect: ambiguous-when-altered
-- given: shop
select name from orders o join people p on p.id = o.payer where o.id = 1;
select o.id from orders o join people p on p.id = o.payer where name = 'x';
select o.id from orders o join people p on payer = p.id where o.id = 1;
-- no-hit: ambiguous-when-altered
select p.name from orders o join people p on p.id = o.payer where o.id = 1;
select name from people where id = 1;
update orders set state = 1 where id = 1;
-- expect: alter-column-missing
-- given: shop
alter table orders rename column note to state;
alter table orders drop column nothing;
alter table orders add state int;
alter table orders modify nothing int;
alter table orders add key k (nothing);
alter table orders drop index nothing;
alter table orders rename column nothing to something;
alter table orders add a int, drop column b;
-- script
alter table orders drop column note;
alter table orders drop column note;
-- given: shop
alter table orders alter index nothing invisible;
alter table orders rename column note to remark, drop column remark;
-- no-hit: alter-column-missing
alter table orders drop column note;
alter table orders add fresh int, add key k (fresh);
alter table orders drop index idx_payer, add key idx_payer (payer, state);
alter table elsewhere.orders drop column nothing;
alter table orders add key k (remark), rename column note to remark;
alter table orders add key k (fresh), add fresh int;
alter table orders add key idx_payer (payer, state), drop key idx_payer;
alter table orders alter index idx_payer invisible;
-- expect: index-object-missing
-- given: shop
create index k on orders (nothing);
create index idx_payer on orders (payer);
drop index nothing on orders;
-- script
drop index idx_payer on orders;
drop index idx_payer on orders;
-- no-hit: index-object-missing
create index k on orders (note);
drop index idx_payer on orders;
create index k on elsewhere.orders (nothing);
-- script
alter table orders add fresh int;
create index k on orders (fresh);
-- expect: insert-null-not-null
-- given: shop
insert into orders (payer, code, amount) select id, null, 3 from people where id = 4;
insert into orders (payer, code, amount) values (1, null, 5);
insert into orders set payer = null, code = 'a', amount = 5;
insert into people (name) values ('a'), (null);
-- no-hit: insert-null-not-null
insert into orders (payer, code, amount, note) values (1, 'a', 5, null);
insert into orders (id, payer, code, amount) values (null, 1, 'a', 5);
insert into elsewhere.orders (code) values (null);
-- expect: insert-missing-required
-- given: shop
insert into orders () values ();
insert into orders (payer, code) values (1, 'a');
insert into people (country) values ('FR');
insert into orders set payer = 1, amount = 5;
insert into items (title) select title from items where id = 1;
-- no-hit: insert-missing-required
insert into orders (payer, code, amount) values (1, 'a', 5);
insert into people (name) values ('a');
insert into elsewhere.orders (payer) values (1);
-- expect: insert-generated
-- given: shop
insert into orders (payer, code, amount, cents) values (1, 'a', 5, 500);
insert into orders set payer = 1, code = 'a', amount = 5, cents = 1;
replace into orders (id, payer, code, amount, cents) values (1, 1, 'a', 5, 500);
-- no-hit: insert-generated
insert into orders (payer, code, amount) values (1, 'a', 5);
insert into orders (payer, code, amount, cents) values (1, 'a', 5, default);
insert into items (order_id, title, n) values (1, 'a', 500);
-- expect: insert-auto-increment
-- given: shop
insert into orders (id, payer, code, amount) values (7, 1, 'a', 5);
insert into people set id = 9, name = 'a';
insert into items (id, order_id, title) values (null, 1, 'a'), (8, 1, 'b');
-- no-hit: insert-auto-increment
insert into orders (payer, code, amount) values (1, 'a', 5);
insert into orders (id, payer, code, amount) values (null, 1, 'a', 5);
insert into tags (a, b) values (1, 2);
-- expect: value-too-long
-- given: shop
insert into orders (payer, code, amount) values (1, 'a', 3) on duplicate key update code = 'abcdefghijklmnopqrstuvwxyz';
insert into people (name, country) values ('a', 'DEU');
insert into people (name, country) values ('a', 'GER');
update people set country = 'Germany' where id = 1;
insert into orders set payer = 1, code = 'abcdefghijklmnopqrstuvwxyz', amount = 1;
-- no-hit: value-too-long
insert into people (name, country) values ('a', 'DE');
update people set name = 'a' where id = 1;
update items set words = 'a very long text of many words' where id = 1;
-- expect: value-out-of-range
-- given: shop
insert into orders (payer, code, amount, state) values (1, 'a', 5, 300);
update orders set state = -200 where id = 1;
insert into people (name, parent) values ('a', -1);
update items set n = 3000000000 where id = 1;
-- no-hit: value-out-of-range
insert into orders (payer, code, amount, state) values (1, 'a', 5, 127);
update items set n = -5 where id = 1;
update orders set state = state + 300 where id = 1;
-- expect: value-bad-date
-- given: shop
update people set born = '2021/02/30' where id = 1;
update people set born = '20230230' where id = 1;
insert into people (name, born) values ('a', '2023-02-29');
update orders set paid_at = '2024-13-01 10:00:00' where id = 1;
-- no-hit: value-bad-date
update people set born = '2020/02/29' where id = 1;
update people set born = '20240229' where id = 1;
update people set born = '0000-00-00' where id = 1;
insert into people (name, born) values ('a', '2024-02-29');
update orders set paid_at = '2024-12-01 10:00:00' where id = 1;
update orders set note = '2023-02-30' where id = 1;
-- expect: value-type-mismatch
-- given: shop
insert into orders (payer, code, amount) values ('someone', 'a', 5);
update orders set amount = 'much' where id = 1;
update items set n = '' where id = 1;
-- no-hit: value-type-mismatch
insert into orders (payer, code, amount) values (1, 'a', 5);
update orders set amount = '12.50' where id = 1;
update orders set note = 'much' where id = 1;
-- expect: update-not-null
-- given: shop
update orders set code = null where id = 1;
update people set name = 'a', country = null where id = 1;
update orders o join people p on p.id = o.payer set o.amount = null where p.id = 1;
-- no-hit: update-not-null
update orders set note = null where id = 1;
update orders set code = 'a' where id = 1;
update elsewhere.orders set code = null where id = 1;
-- expect: target-read-only
-- facts: {"instance":{"variables":{"super_read_only":"ON"}}}
update orders set state = 1 where id = 1;
alter table orders add a int;
-- facts: {"instance":{"variables":{"read_only":"ON","super_read_only":"OFF"}}}
insert into orders (id) values (1);
-- no-hit: target-read-only
-- facts: {"instance":{"variables":{"read_only":"OFF"}}}
update orders set state = 1 where id = 1;
-- facts: {"instance":{"variables":{"super_read_only":"ON"}}}
select id from orders where id = 1;
-- facts: {"instance":{}}
alter table orders add a int;
-- expect: date-impossible
insert into visit (seen) values ('2024-02-30');
select id from visit where seen > '2023-02-29 10:00:00';
update visit set seen = '2024-01-01 25:00:00' where id = 1;
delete from visit where seen between '2024-13-01' and '2024-12-31';
-- no-hit: date-impossible
insert into visit (seen) values ('2024-02-29');
insert into visit (seen) values ('0000-00-00');
select id from visit where code = '99-99-99';
insert into visit (seen) values ('2024-01-01 23:59:59.999');
