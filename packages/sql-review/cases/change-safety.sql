-- expect: dml-no-where
update orders set state = 2;
delete from orders;
delete quick from shop.orders;
-- no-hit: dml-no-where
update orders set state = 2 where id = 1;
delete from orders where state = 3;
explain delete from orders;
select id from orders;
-- expect: where-always-true
update orders set state = 2 where 1 = 1;
delete from orders where id = 7 or true;
delete from orders where (1) and 'a' = 'a';
update orders o set state = 2 where o.id = o.id;
delete from orders where not (1 = 2);
-- no-hit: where-always-true
update orders set state = 2 where 1 = 1 and id = 3;
delete from orders where id = 7 or state = 1;
update orders set state = 2 where id = state;
select id from orders where 1 = 1;
delete from orders where 'a' = 'A';
-- expect: where-never-true
update orders set state = 2 where 1 = 2;
delete from orders where id = 7 and false;
select id from orders where null;
select id from orders where 0 or 3 < 2;
-- no-hit: where-never-true
select id from orders where id = 1;
delete from orders where id = 7 or false;
update orders set state = 2 where 2 > 1 and id = 1;
-- expect: update-set-and
update orders set state = 2 and payer = 5 where id = 1;
update orders set state = (2) and (payer = 5) where id = 1;
update orders o join people p on p.id = o.payer set o.state = 1 and p.state = 2 where o.id = 1;
-- no-hit: update-set-and
update orders set state = 2, payer = 5 where id = 1 and state = 1;
update orders set paid = amount and 1 where id = 1;
update orders set paid = (amount > 5) where id = 1 and payer = 2;
-- expect: dml-limit
update orders set state = 2 where payer = 1 limit 10;
delete from orders where payer = 1 limit 10;
delete from orders where payer = 1 order by id limit 10;
-- no-hit: dml-limit
update orders set state = 2 where payer = 1;
select id from orders limit 3;
insert into orders (id) select id from old_orders limit 5;
-- expect: dml-multi-table
update orders o join people p on p.id = o.payer set o.state = 2 where p.id = 4;
update orders o, people p set o.state = 2 where p.id = o.payer;
delete o from orders o join people p on p.id = o.payer where p.id = 4;
-- no-hit: dml-multi-table
update orders set state = 2 where id = 1;
delete from orders where payer in (select id from people);
update orders set state = (select max(id) from people) where id = 1;
-- expect: truncate-table
truncate table orders;
truncate orders;
truncate table shop.orders;
-- no-hit: truncate-table
delete from orders;
drop table orders;
select truncate(1.5, 0);
-- expect: insert-no-columns
insert into orders values (1, 2);
replace into orders select id, 2 from old_orders;
insert ignore into shop.orders values (1, 2), (3, 4);
-- no-hit: insert-no-columns
insert into orders (id, payer) values (1, 2);
insert into orders set id = 1;
insert into orders (id) select id from old_orders;
-- expect: insert-count-mismatch
insert into orders (id, payer) values (1);
insert into orders (id) values (1), (2, 3);
insert into orders values (1, 2), (3);
-- no-hit: insert-count-mismatch
insert into orders (id, payer) values (1, 2), (3, 4);
insert into orders values (1, 2), (3, 4);
insert into orders () values ();
-- expect: insert-column-twice
insert into orders (id, payer, id) values (1, 2, 3);
insert into orders (id, ID) values (1, 2);
replace into orders (payer, payer) select 1, 2;
-- no-hit: insert-column-twice
insert into orders (id, payer) values (1, 2);
insert into orders values (1, 2);
insert into orders (id) values (1), (2);
-- expect: replace-into
replace into orders (id) values (1);
replace orders set id = 1;
replace into orders (id) select 1;
-- no-hit: replace-into
insert into orders (id) values (1);
select replace('a', 'b', 'c');
insert into orders (id) values (replace('a', 'b', 'c'));
-- expect: select-for-update
select id from orders where id = 1 for update;
select id from orders where id = 1 lock in share mode;
select id from orders where id = 1 for share skip locked;
-- no-hit: select-for-update
select id from orders where id = 1;
update orders set state = 1 where id = 1;
select 'for update' from orders;
