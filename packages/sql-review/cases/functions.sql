-- expect: sum-null
-- given: shop
select sum(n) from items where order_id = 1;
select order_id, sum(i.n) from items i where id < 9 group by order_id;
select sum(a) from loose where b = 1;
-- no-hit: sum-null
select sum(amount) from orders where state = 1;
select coalesce(sum(n), 0) from items where order_id = 1;
select ifnull(sum(n), 0) from items where order_id = 1;
-- expect: concat-nullable
-- given: shop
select concat(code, note) from orders where id = 1;
select id from people where concat(name, ' ', email) = 'x';
update orders set code = concat(note, 'x') where id = 1;
-- no-hit: concat-nullable
select concat(code, 'x') from orders where id = 1;
select concat_ws(' ', code, note) from orders where id = 1;
select concat(code, ifnull(note, '')) from orders where id = 1;
-- expect: count-nullable
-- given: shop
select count(note) from orders where state = 1;
select count(distinct paid_at) from orders where state = 1;
select state, count(o.note) from orders o where id < 9 group by state;
-- no-hit: count-nullable
select count(code) from orders where state = 1;
select count(*) from orders where state = 1;
select count(note) from elsewhere.orders where state = 1;
