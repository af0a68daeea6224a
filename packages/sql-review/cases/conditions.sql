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
-- expect: filter-on-skew
-- facts: {"statistics":{"orders":{"columns":{"state":{"topShare":0.93}}}}}
select id from orders where state = 1;
delete from orders where state = 3;
update orders set note = 'x' where 2 = state;
-- no-hit: filter-on-skew
-- facts: {"statistics":{"orders":{"columns":{"state":{"topShare":0.1}}}}}
select id from orders where state = 1;
-- facts: {"statistics":{"orders":{"columns":{"state":{"topShare":0.93}}}}}
select id from orders where code = 'a';
select id from orders where state > 1;
-- expect: in-list-dive-limit
-- facts: {"instance":{"variables":{"eq_range_index_dive_limit":"3"}}}
select id from orders where payer in (1, 2, 3);
delete from orders where payer in (1, 2, 3, 4);
update orders set state = 1 where payer in (1, 2, 3, 4, 5);
-- no-hit: in-list-dive-limit
-- facts: {"instance":{"variables":{"eq_range_index_dive_limit":"200"}}}
select id from orders where payer in (1, 2, 3);
-- facts: {"instance":{"variables":{"eq_range_index_dive_limit":"0"}}}
select id from orders where payer in (1, 2, 3);
-- facts: {"instance":{"variables":{"eq_range_index_dive_limit":"3"}}}
select id from orders where payer in (1, 2);
