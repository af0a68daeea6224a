-- expect: implicit-conversion
-- given: shop
select id from orders where code = 123;
delete from orders where note in ('a', 5);
update people set score = 1 where email = 42;
-- no-hit: implicit-conversion
select id from orders where code = '123';
select id from orders where payer = '123';
select id from orders where id = 123;
select id from elsewhere.orders where code = 123;
-- expect: where-not-null-always
-- given: shop
delete from orders where code is not null;
select id from orders where state is null;
update people set score = 1 where id is not null or country = 'DE';
-- no-hit: where-not-null-always
select id from orders where note is null;
select o.id from orders o left join people p on p.id = o.payer where p.id is null;
select id from elsewhere.orders where code is not null;
-- expect: not-in-nullable
-- given: shop
select id from people where id not in (select parent from people);
delete from orders where code not in (select note from orders where state = 1);
select id from items where n not in (select i.n from items i where i.id < 5);
-- no-hit: not-in-nullable
select id from people where id not in (select payer from orders);
select id from people where id not in (select parent from people where parent is not null);
select id from people where id in (select parent from people);
-- expect: index-leftmost-missing
-- given: shop
select id from orders where note = 'x';
update orders set state = 1 where paid_at > '2024-01-01';
delete from people where born = '2000-01-01';
select id from items where n > 5 and words = 'x';
-- no-hit: index-leftmost-missing
select id from orders where payer = 1;
select id from orders where state = 1 and paid_at > '2024-01-01';
select id from orders where note = 'x' and code = 'y';
select id from elsewhere.orders where note = 'x';
