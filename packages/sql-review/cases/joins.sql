-- expect: natural-join
select o.id from orders o natural join people p where p.n = 1;
select o.id from orders o natural left join people p where o.n = 1;
delete o from orders o natural join people p where p.n = 1;
-- no-hit: natural-join
select o.id from orders o join people p using (id) where p.n = 1;
select o.id from orders o join people p on p.id = o.payer where p.n = 1;
select id from orders where n = 1;
-- expect: right-join
select o.id from orders o right join people p on p.id = o.payer where p.n = 1;
select o.id from orders o right outer join people p using (id) where p.n = 1;
select o.id from orders o natural right join people p where p.n = 1;
-- no-hit: right-join
select o.id from orders o left join people p on p.id = o.payer where o.n = 1;
select right(name, 2) from orders where n = 1;
select o.id from orders o join people p on p.id = o.payer where p.n = 1;
-- expect: join-mixed-style
delete x from x, y join z on z.y = y.id where x.id = y.x;
select o.id from orders o, people p join items i on i.o = p.id where o.payer = p.id;
select o.id from orders o join people p on p.id = o.payer, items i where i.o = o.id;
insert into seen (id) select o.id from orders o, people p left join items i on i.o = p.id where o.payer = p.id;
-- no-hit: join-mixed-style
select o.id from orders o, people p where o.payer = p.id;
select o.id from orders o join people p on p.id = o.payer where p.n = 1;
select o.id from orders o, lateral (select 1) x where o.n = 1;
-- expect: join-comma
select o.id from orders o, people p where o.payer = p.id;
select o.id from orders o, people p, items i where o.payer = p.id and i.o = o.id;
insert into seen (id) select o.id from orders o, people p where o.payer = p.id;
-- no-hit: join-comma
select o.id from orders o join people p on p.id = o.payer where p.n = 1;
select o.id from orders o, lateral (select 1) x where o.n = 1;
select id from orders where n = 1;
-- expect: join-no-condition
select o.id from orders o, people p where o.n = 1;
select o.id from orders o join people p where o.id = 1 and p.id = 2;
select o.id from orders o join people p on p.id = o.payer join items i on i.n = 5 where o.n = 1;
select o.id from orders o, people p, items i where o.id = i.o and o.n = 1;
-- no-hit: join-no-condition
select o.id from orders o, people p where o.payer = p.id;
select o.id from orders o join people p using (id) where o.n = 1;
select o.id from orders o join people p on p.id = o.payer where p.n = 1;
select id from orders, people where payer = pid;
select o.id from orders o, json_table(o.doc, '$[*]' columns (a int path '$')) j where o.n = 1;
select o.id from orders o cross join people p where o.id = 1;
select o.id, x.top from orders o, (select max(id) as top from people) x where o.n = 1;
-- expect: join-on-constant
select o.id from orders o join people p on 1 = 1 where o.n = 1;
select o.id from orders o left join people p on true where o.n = 1;
select o.id from orders o join people p on p.id = p.id where o.n = 1;
-- no-hit: join-on-constant
select o.id from orders o join people p on p.id = o.payer where o.n = 1;
select o.id from orders o left join people p on p.id = o.payer and 1 = 1 where o.n = 1;
select o.id from orders o cross join people p where o.n = 1;
select p.id from people p left join lateral (select id from orders o where o.payer = p.id limit 1) x on true where p.id = 1;
-- expect: join-cross-schema
update shop.a join pay.b on b.i = a.i set a.n = 1 where a.x = 1;
select o.id from shop.orders o join crm.people p on p.id = o.payer where o.n = 1;
select o.id from shop.orders o, crm.people p where p.id = o.payer;
insert into seen (id) select o.id from shop.orders o join crm.people p on p.id = o.payer where o.n = 1;
-- no-hit: join-cross-schema
select o.id from shop.orders o join shop.people p on p.id = o.payer where o.n = 1;
select o.id from orders o join people p on p.id = o.payer where o.n = 1;
select id from crm.people where n = 1;
-- expect: outer-join-defeated
update a left join b on b.a = a.id set a.x = 1 where b.y = 3;
select a.id from a left join b on b.a_id = a.id join c on c.id = b.c_id where a.y = 1;
select o.id from orders o left join people p on p.id = o.payer where p.state = 1;
select o.id from orders o left join people p on p.id = o.payer where o.n = 1 and p.n in (1, 2);
select o.id from orders o left join people p on p.id = o.payer where p.id is not null;
select o.id from people p right join orders o on p.id = o.payer where p.state = 1;
-- no-hit: outer-join-defeated
select a.id from a left join b on b.a_id = a.id join c on c.id = a.c_id where a.y = 1;
select a.id from a join c on c.id = a.c_id left join b on b.a_id = a.id where a.y = 1;
select o.id from orders o left join people p on p.id = o.payer and p.state = 1 where o.n = 1;
select o.id from orders o left join people p on p.id = o.payer where p.id is null;
select o.id from orders o left join people p on p.id = o.payer where o.n = 1 or p.n = 2;
select o.id from orders o left join people p on p.id = o.payer where coalesce(p.n, 0) = 0;
select o.id from people p right join orders o on p.id = o.payer where o.state = 1;
-- expect: anti-join-wrong-column
delete a from a left join b on a.k = b.k where b.v is null;
select a.id from a left join b using (k) where b.v is null;
select o.id from orders o left join people p on p.id = o.payer where p.name is null;
select o.id from orders o left join people p on p.id = o.payer where o.n = 1 and p.name is null;
select o.id from orders o left join people p on p.id = o.payer left join items i on i.o = o.id where i.n is null;
-- no-hit: anti-join-wrong-column
select a.id from a left join b using (k) where b.k is null;
select o.id from orders o left join people p on p.id = o.payer where p.id is null;
select o.id from orders o left join people p on p.id = o.payer where o.name is null;
select o.id from orders o join people p on p.id = o.payer where p.name is null;
select o.id from orders o left join people p on p.mail = o.mail where p.id is null;
-- expect: join-same-table-twice
select o.id from orders o join people p on p.id = o.payer join people q on q.id = o.payer where o.n = 1;
select o.id from orders o left join people p on p.id = o.payer left join people q on o.payer = q.id where o.n = 1;
select o.id from orders o join shop.people p on p.id = o.payer join items i on i.o = o.id join shop.people q on q.id = o.payer where o.n = 1;
-- no-hit: join-same-table-twice
select o.id from orders o join people p on p.id = o.payer join people q on q.id = o.seller where o.n = 1;
select o.id from orders o join people p on p.id = o.payer where o.n = 1;
select o.id from orders o join people p on p.id = o.payer join people q on q.id = p.parent where o.n = 1;
-- expect: join-type-mismatch
-- given: shop
select o.id from orders o join people p on p.name = o.payer where o.state = 1;
select i.id from items i join orders o on o.code = i.order_id where o.state = 1;
select o.id from orders o, items i where i.n = o.note and o.id = 1;
-- no-hit: join-type-mismatch
select o.id from orders o join people p on p.id = o.payer where o.state = 1;
select o.id from orders o join items i on i.order_id = o.id where o.state = 1;
select o.id from orders o join elsewhere.x on x.a = o.payer where o.id = 1;
-- expect: join-collation-mismatch
-- given: shop
select o.id from orders o join items i on i.title = o.code where o.id = 1;
select p.id from people p join orders o on o.note = p.email where o.id = 1;
select i.id from items i, people p where p.name = i.title and i.id = 1;
-- no-hit: join-collation-mismatch
select o.id from orders o join people p on p.name = o.note where o.id = 1;
select o.id from orders o join people p on p.id = o.payer where o.id = 1;
select i.id from items i where i.title = 'x';
-- expect: join-no-index
-- given: shop
select o.id from orders o left join items i on i.n = o.id where o.id = 1;
select o.note from orders o join loose l on l.a = o.amount where o.id = 1;
select p.id from people p left join orders o on o.note = p.name where p.id = 1;
-- no-hit: join-no-index
select o.id from orders o left join people p on p.id = o.payer where o.id = 1;
select p.id from items i join orders o on o.id = i.n join people p on p.id = o.payer where i.id = 1;
select o.id from orders o join elsewhere.x on x.a = o.note where o.id = 1;
-- expect: join-cross
select o.id from orders o cross join people p where o.n = 1;
select o.id from orders o cross join people p;
select o.id from orders o join items i on i.o = o.id cross join people p where o.n = 1;
-- no-hit: join-cross
select o.id from orders o cross join people p on p.id = o.payer where o.n = 1;
select o.id from orders o cross join people p where p.id = o.payer;
select o.id from orders o cross join (select @n := 0) x where o.n = 1;
-- expect: join-type-width
-- given: shop
select o.id from orders o join items i on i.order_id = o.id where o.state = 1;
select o.id from orders o, items i where i.order_id = o.id and o.state = 1;
update people p join items i on p.id = i.n set p.score = 1 where i.id = 3;
-- no-hit: join-type-width
-- given: shop
select o.id from orders o join people p on p.id = o.payer where o.state = 1;
select a.id from items a join items b on b.n = a.order_id where a.id = 3;
select o.id from orders o join people p on p.email = o.code where o.state = 1;
select id from orders where state = 3;
-- expect: lateral-no-index
-- given: shop
select p.id, x.note from people p, lateral (select note from orders o where o.note = p.name limit 1) x where p.id = 1;
select p.id, x.k from people p join lateral (select max(amount) as k from orders o where p.score = o.amount) x on true where p.id = 1;
select p.id, x.k from people p left join lateral (select count(*) as k from items i where i.n = p.id) x on true where p.id = 1;
-- no-hit: lateral-no-index
-- given: shop
select p.id, x.note from people p, lateral (select note from orders o where o.payer = p.id limit 1) x where p.id = 1;
select p.id, x.note from people p, (select note from orders where note = 'x') x where p.id = 1;
select p.id, x.note from people p, lateral (select note from elsewhere.orders o where o.note = p.name limit 1) x where p.id = 1;
-- expect: union-collation-mixed
-- given: shop
select email from people where id = 1 union all select code from orders where id = 1;
select id from people where email in (select code from orders where id < 9);
select title from items where id = 1 union select name from people where id = 1;
-- no-hit: union-collation-mixed
-- given: shop
select name from people where id = 1 union all select code from orders where id = 1;
select id from people where name in (select code from orders where id < 9);
select id from people where id = 1 union all select payer from orders where id = 1;
