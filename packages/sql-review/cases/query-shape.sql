-- expect: select-star
select * from orders;
select o.* from orders o where id = 1;
insert into orders select id, o.* from old_orders o;
-- no-hit: select-star
select id from orders o where exists (select * from items i where i.order_id = o.id union all select * from old_items i where i.order_id = o.id);
select count(*) from orders;
select id from orders;
select 2 * id from orders;
select id from orders o where exists (select * from people p where p.id = o.payer);
-- expect: equals-null
select id from orders where payer = null;
delete from orders where null <> payer;
select id from orders where id = 1 and (payer != (null));
select case payer when null then 1 else 0 end from orders where id = 1;
-- no-hit: equals-null
select id from orders where payer is null;
select id from orders where payer <=> null;
update orders set payer = null where id = 1;
select case when payer is null then 1 else 0 end from orders where id = 1;
-- expect: in-null
select id from orders where payer in (1, null);
select id from orders where payer not in (null);
delete from orders where payer in (1, (null), 3);
-- no-hit: in-null
select id from orders where payer in (1, 2);
select id from orders where payer in ('null');
insert into orders (id, payer) values (1, null);
-- expect: compare-chain
select id from orders where 1 < id < 9;
select id from orders where a = b = c;
delete from orders where 1 <= id <= 9;
-- no-hit: compare-chain
select id from orders where 1 < id and id < 9;
select id from orders where id between 1 and 9;
select id from orders where (a = b) = true;
-- expect: order-by-rand
delete from orders where n = 1 order by rand() limit 5;
select id from orders where n = 1 order by uuid() limit 4;
select id from orders order by rand() limit 1;
select id from orders order by state, RAND(3);
insert into winners (id) select id from people order by rand() limit 3;
select id, rand() as chance from orders where n = 1 order by chance limit 3;
select id from orders where n = 1 order by -log(rand()) / weight limit 3;
-- no-hit: order-by-rand
select id from orders order by id;
select rand() from orders;
select id from orders where id > rand() order by id;
select id from orders where n = 1 order by (select rand()) limit 3;
-- expect: like-leading-wildcard
select id from people where name like '%son';
delete from people where name not like '_a%';
select id from people where id = 1 or (name like ('%a'));
select id from people where name like concat('%', ?, '%');
-- no-hit: like-leading-wildcard
select id from people where name like 'son%';
select id from people where name like '\%a';
select id from people where name rlike '%a';
select name like '%son' from people where id = 1;
select id from people where name like concat(?, '%');
-- expect: sysdate
select sysdate();
select id from orders where made < SYSDATE(6);
update orders set made = sysdate() where id = 1;
-- no-hit: sysdate
select now();
select sysdate from orders;
select 'sysdate()' from orders;
-- expect: in-list-long
select id from t where id in (0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101,102,103,104,105,106,107,108,109,110,111,112,113,114,115,116,117,118,119,120,121,122,123,124,125,126,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,161,162,163,164,165,166,167,168,169,170,171,172,173,174,175,176,177,178,179,180,181,182,183,184,185,186,187,188,189,190,191,192,193,194,195,196,197,198,199,200);
update t set a = 1 where b not in (0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101,102,103,104,105,106,107,108,109,110,111,112,113,114,115,116,117,118,119,120,121,122,123,124,125,126,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,161,162,163,164,165,166,167,168,169,170,171,172,173,174,175,176,177,178,179,180,181,182,183,184,185,186,187,188,189,190,191,192,193,194,195,196,197,198,199,200);
delete from t where a = 1 and (b in (0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101,102,103,104,105,106,107,108,109,110,111,112,113,114,115,116,117,118,119,120,121,122,123,124,125,126,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,161,162,163,164,165,166,167,168,169,170,171,172,173,174,175,176,177,178,179,180,181,182,183,184,185,186,187,188,189,190,191,192,193,194,195,196,197,198,199,200));
-- no-hit: in-list-long
select id from t where id in (1, 2);
select id from t where id in (select id from u);
insert into t (a) values (1), (2);
-- expect: select-no-where
insert into old_orders (id) select id from orders;
create table c as select id from orders;
select id from orders order by payer;
select id from orders;
select id, payer from orders order by payer limit 5;
select id from orders group by id;
select o.id from orders o join people p on p.id = o.payer;
select o.id from orders o left join people p on p.id = o.payer and p.n = 1;
-- no-hit: select-no-where
select id from orders order by id limit 5;
select id from orders where n = (select max(n) from orders);
select max(id) from orders;
-- facts: {"statistics":{"orders":{"rows":40}}}
select id from orders where id = 1;
select 1;
select id from orders limit 5;
with o as (select id from orders where id = 1) select id from o;
select o.id from orders o join people p on p.id = o.payer and p.n = 1;
select table_name from information_schema.tables;
select o.id from orders o join (select id from people where n = 1) p on p.id = o.payer;
-- facts: {"statistics":{"orders":{"rows":40}}}
select id from orders;
-- expect: select-limit-required
select id from orders;
select id from orders where payer = 1 order by id;
insert into orders (id) select id from old_orders;
-- no-hit: select-limit-required
select id from orders limit 5;
select 1;
delete from orders where id = 1;
-- expect: limit-no-order
select id from a where n = 1 union all select id from b where n = 2 limit 10;
select name from orders where n > 3 limit 1;
select id from orders where payer = 1 limit 10;
select id from orders limit 20 offset 40;
select id from orders where payer = 1 limit 40, 20;
-- no-hit: limit-no-order
create procedure p(in which varchar(20)) select id from orders where code = which limit 1;
select code from orders where id = 5 limit 10;
select count(*) from orders where n = 1 limit 10;
select name from orders where code = 'a' limit 1;
select id from orders where payer = 1 order by id limit 10;
select 1 from orders where payer = 1 limit 1;
delete from orders where payer = 1 limit 10;
-- given: shop
select state from orders where code = 'a' limit 5;
-- expect: limit-deep-offset
select id from orders order by id limit 20 offset 100000;
select id from orders order by id limit 10001, 20;
insert into a (id) select id from orders order by id limit 50000, 5;
-- no-hit: limit-deep-offset
select id from orders order by id limit 20 offset 100;
select id from orders order by id limit 100000;
select id from orders order by id limit 20 offset ?;
-- expect: union-distinct
select 1 union select 2;
select id from a union distinct select id from b;
select id from a union all select id from b union select id from c;
-- no-hit: union-distinct
with recursive t as (select 1 n union select n + 1 from t where n < 9) select n from t;
select 1 union all select 2;
select id from a intersect select id from b;
select distinct id from a;
-- expect: count-distinct-multi
select count(distinct a, b) from t;
select count(distinct a, b, c) from t group by d;
select id from t group by id having COUNT(DISTINCT a, b) > 1;
-- no-hit: count-distinct-multi
select count(distinct a) from t;
select count(*) from t;
select count(distinct concat(a, b)) from t;
-- given: shop
select count(distinct state, code) from orders where id > 1;
-- expect: found-rows
select sql_calc_found_rows id from orders limit 5;
select found_rows();
select distinct SQL_CALC_FOUND_ROWS id from orders limit 5;
-- no-hit: found-rows
select count(*) from orders;
select row_count();
select 'found_rows()' from orders;
-- expect: injection-function
select sleep(5);
select id from orders where id = 1 or Benchmark(100000, md5('a'));
select load_file('/etc/passwd') from orders;
-- no-hit: injection-function
select sleep from orders;
select id from orders where name = 'sleep(5)';
select md5('a');
-- expect: join-many
update a join b on b.i=a.i join c on c.i=a.i join d on d.i=a.i join e on e.i=a.i join f on f.i=a.i set a.n = 1 where a.x = 1;
select a.id from a join b on a.i = b.i join c on b.i = c.i join d on c.i = d.i join e on d.i = e.i join f on e.i = f.i;
select a.id from a, b, c, d, e, f where a.i = 1;
select a.id from a join (b, c, d, e, f) on a.i = b.i;
-- no-hit: join-many
select a.id from a join b on a.i = b.i;
select a.id from a, b, c, d, e where a.i = 1;
select 1;
-- expect: index-hint
select id from orders force index (payer) where payer = 1;
select id from orders use index () where payer = 1;
update orders ignore index (payer) set state = 1 where payer = 1;
-- no-hit: index-hint
select id from orders where payer = 1;
alter table orders add index (payer);
select id from orders partition (p1) where payer = 1;
-- expect: function-on-column
select id from orders where isnull(note);
select id from orders where binary code = 'a';
select id from orders where date(made) = '2026-01-01';
update orders set state = 1 where lower(code) = 'a' and id = 1;
delete from orders where id = 1 or 5 < abs(payer);
select id from orders where cast(payer as char) = '1';
select id from orders where substring(code, 1, 2) = 'ab';
select o.id from orders o join people p on lower(p.mail) = o.mail where o.n = 1;
select id from orders where extract(year from made) = 2026;
-- no-hit: function-on-column
select id from places where st_contains(geo, point(1, 2)) = 1;
select id from orders where code = upper('abc');
select id from orders where made = date('2026-01-01');
select date(made) from orders where id = 1;
select id from orders where made > now();
create procedure p(in hi datetime) select id from orders where made = date(hi);
select o.id from orders o join people p on p.id = o.payer where o.made > date_sub(now(), interval 1 day);
-- expect: like-no-wildcard
select id from people where name like 'anna';
delete from people where name not like 'anna' and id = 1;
select id from people where name like ('');
-- no-hit: like-no-wildcard
select id from people where name like 'ann_';
select id from people where name like '%anna';
select id from people where name rlike 'anna';
select id from people where name like ?;
-- expect: select-into-outfile-star
select * from orders where id < 5 into outfile '/tmp/a';
select * into outfile '/tmp/a' from orders where id < 5;
select o.* into dumpfile '/tmp/a' from orders o where id = 5;
-- no-hit: select-into-outfile-star
select id from orders where id < 5 into outfile '/tmp/a';
select * from orders where id = 1;
select id into @a from orders where id = 1;
-- expect: order-by-constant
select id from orders where n = 1 order by 1 + 1;
select o.id from orders o where o.n = 3 order by n, o.id;
select id from orders where id > 3 order by now();
select id from orders where id > 3 order by ?;
select id from orders where n = 1 order by 'id';
select id from orders where n = 1 order by null;
select id from orders where n = 1 order by id, (2);
select id from orders where state = 1 order by state;
-- no-hit: order-by-constant
select id from orders where id > 3 order by field(n, 3, 1);
select id from orders where n = 1 order by rand();
select o.id from orders o join items i on i.order_id = o.id where o.n = 3 order by i.n;
select id from orders where n = 1 order by id;
select id from orders where n = 1 order by 1;
select id from orders where n = 1 order by n + 1;
select id from orders where state > 1 order by state;
-- no-hit: order-by-constant
-- dialect: mysql-5.7
select payer, count(*) from orders where n = 1 group by payer order by null;
-- expect: order-by-position
select id, n from orders where n = 1 order by 2;
select n, count(*) from orders where id < 9 group by 1;
select id from orders where n = 1 union all select id from people where n = 1 order by 1 desc;
-- no-hit: order-by-position
select id, n from orders where n = 1 order by n;
select n, count(*) from orders where id < 9 group by n;
select id from orders where n = 1 order by n + 1;
-- expect: order-by-expression
select id from orders where n = 1 order by substring(code from 2);
select id from orders where n = 1 order by -n;
select id from orders where n = 1 order by abs(n);
select id from orders where n = 1 order by n + 1, id;
select id from orders where n = 1 order by case n when 1 then 0 else 1 end;
-- no-hit: order-by-expression
select payer, sum(n) / count(*) from orders where n > 1 group by payer order by sum(n) / count(*);
select id from orders where n = 1 order by n;
select id, abs(n) as a from orders where n = 1 order by a;
select id from orders where n = 1 order by n collate utf8mb4_bin;
-- expect: order-by-mixed
-- dialect: mysql-5.7
select id from orders where n = 1 order by n desc, id;
select id from orders where n = 1 order by n asc, id desc;
-- dialect: mariadb-10.6
select id from orders where n = 1 order by n, id desc, state;
-- dialect: mysql-9
-- given: shop
select id from orders where amount > 3 order by state, paid_at desc;
-- no-hit: order-by-mixed
select id from old_orders where n = 1 order by n desc, id;
-- dialect: mysql-5.7
select id from orders where n = 1 order by n desc, id desc;
select id from orders where n = 1 order by n, id;
-- given: shop
select id from orders where state = 3 order by state desc, paid_at desc;
select id from orders where payer = 3 order by note desc, id desc;
-- expect: order-by-many
select a from t where a = 1 order by a, b, c, d;
select a from t where a = 1 order by a, b, c, d desc, e;
select a from t where a = 1 union all select a from u where a = 1 order by a, b, c, d;
-- no-hit: order-by-many
select a from t where a = 1 order by a, b, c;
select a from t where a = 1;
select a from t where a = 1 group by a, b, c, d order by null;
-- expect: group-by-constant
select count(*) from orders where n = 1 group by 1 + 1;
select count(*) from orders where id < 9 group by 'n';
select count(*) from orders where id < 9 group by n, null;
select count(*) from orders where id < 9 group by 1.5;
-- no-hit: group-by-constant
select n, count(*) from orders where id < 9 group by n;
select n, count(*) from orders where id < 9 group by n + 1;
select n, count(*) from orders where id < 9 group by 1;
-- expect: group-by-expression
select count(*) from orders where n = 1 group by -n;
select date(paid_at), count(*) from orders where id < 9 group by date(paid_at);
select count(*) from orders where id < 9 group by n div 10;
select count(*) from orders where id < 9 group by state, extract(year from paid_at);
-- no-hit: group-by-expression
select n, count(*) from orders where id < 9 group by n;
select date(paid_at) as d, count(*) from orders where id < 9 group by d;
select count(*) from orders where id < 9 group by 1;
-- expect: group-by-sorts-implicitly
-- dialect: mysql-5.7
select n, count(*) from orders where id < 9 group by n;
select n, state, count(*) from orders where id < 9 group by n, state;
select a.n from (select n, max(id) from orders where id < 9 group by n) a where a.n = 1;
-- no-hit: group-by-sorts-implicitly
select n, count(*) from orders where id < 9 group by n;
-- dialect: mysql-5.7
select n, count(*) from orders where id < 9 group by n order by null;
select n, count(*) from orders where id < 9 group by n order by n;
-- expect: group-by-order-removed
-- dialect: mysql-5.7
select n, count(*) from orders where id < 9 group by n desc;
select n, count(*) from orders where id < 9 group by n asc, state;
select n, count(*) from orders where id < 9 group by state, n desc;
-- no-hit: group-by-order-removed
select n, count(*) from orders where id < 9 group by n order by n desc;
-- dialect: mysql-5.7
select n, count(*) from orders where id < 9 group by n order by n desc;
select n, count(*) from orders where id < 9 group by n;
-- expect: having-without-group
select id from orders where n = 1 having id > 5;
select id, n from orders having n = 3;
select distinct id from orders where n = 1 having id in (1, 2);
-- no-hit: having-without-group
select n, count(*) from orders where id < 9 group by n having count(*) > 1;
select max(id) as m from orders where n = 1 having m > 5;
select id from orders where n = 1;
-- expect: having-could-be-where
select o.payer, count(*) from orders o where o.n = 1 group by o.payer having payer = 5 and count(*) > 3;
select n, count(*) from orders where id < 9 group by n having n > 5;
select n, count(*) from orders where id < 9 group by n having n > 5 and count(*) > 1;
select n, state, count(*) from orders where id < 9 group by n, state having state in (1, 2);
-- no-hit: having-could-be-where
select n, count(*) from orders where id < 9 group by n having count(*) > 1;
select n, max(id) as m from orders where id < 9 group by n having m > 5;
select n, count(*) from orders where id < 9 group by n with rollup having n is null;
-- expect: distinct-with-group-by
select distinct count(*) from orders where n = 1;
select distinct n from orders where id < 9 group by n;
select distinct n, count(*) from orders where id < 9 group by n;
select distinct n, state from orders where id < 9 group by state, n;
-- no-hit: distinct-with-group-by
select distinct count(*) from orders where n = 1 group by payer;
select distinct count(*) over () from orders where n = 1;
select distinct count(*) from orders where id < 9 group by n;
select n from orders where id < 9 group by n;
select distinct n from orders where id < 9;
-- expect: distinct-star
select distinct * from orders where id < 9;
select distinct * from shop.orders o where id < 9;
insert into seen select distinct * from orders where id < 9;
select distinct o.* from orders o where n = 1;
-- no-hit: distinct-star
select distinct n from orders where id < 9;
select * from orders where id < 9;
select distinct o.* from orders o join people p on p.id = o.payer where p.n = 1;
-- given: shop
select distinct * from loose where a = 1;
-- expect: distinct-looks-like-call
select distinct (n), state from orders where id < 9;
select distinct(n), id from orders where id < 9;
select distinct (n) as a, state b from orders where id < 9;
-- no-hit: distinct-looks-like-call
select distinct n, state from orders where id < 9;
select distinct (n) from orders where id < 9;
select (n), state from orders where id < 9;
-- expect: union-column-count
select id from orders where n = 1 union all select id, n from people where n = 1;
select id, n from orders where n = 1 union select id from people where n = 1;
select id, n from orders where n = 1 union all (select 1);
-- no-hit: union-column-count
select id from orders where n = 1 union all select id from people where n = 1;
select * from orders where n = 1 union all select id, n from people where n = 1;
select id, n from orders where n = 1 union all values row(1, 2);
-- expect: union-limit-outside
select id from orders where n = 1 union select id from people where n = 1 order by id limit 5;
select id from orders where n = 1 union all select id from people where n = 1 order by id limit 10;
select id from orders where n = 1 union all select id from people where n = 1 limit 5;
select id from a where n = 1 union all select id from b where n = 1 union all select id from c where n = 1 limit 5;
(select id from orders where n = 1) union all (select id from old_orders where n = 1) order by id limit 10;
-- no-hit: union-limit-outside
(select id from orders where n = 1 order by id limit 10) union all (select id from people where n = 1 order by id limit 10) order by id limit 10;
select id from orders where n = 1 union all select id from people where n = 1 order by id;
select id from orders where n = 1 order by id limit 5;
-- expect: subquery-depth
select a from (select a from (select a from (select a from (select a from t where a = 1) e where a = 1) d where a = 1) c where a = 1) b where a = 1;
select a from t where a in (select a from t where a in (select a from t where a in (select a from t where a in (select a from t where a = 1))));
delete from t where a in (select a from (select a from (select a from (select a from (select a from u where a = 1) e where a = 1) d where a = 1) c where a = 1) b where a = 1);
-- no-hit: subquery-depth
select a from (select a from (select a from (select a from t where a = 1) c where a = 1) b where a = 1) x where a = 1;
select a from t where a = 1;
select (select 1), (select 2), (select 3), (select 4), (select 5) from t where a = 1;
-- expect: subquery-scalar
select id, ifnull((select n from items i where i.order_id = o.id), 0) c from orders o where o.n = 1;
select id, (select name from people p where p.id = o.payer) from orders o where id < 9;
select (select max(id) from people) as m from orders where id = 1;
select id, ((select count(*) from items i where i.o = o.id)) as n from orders o where id < 9;
-- no-hit: subquery-scalar
select o.id, p.name from orders o join people p on p.id = o.payer where o.id < 9;
select id, (select 1) from orders where id < 9;
select exists (select 1 from orders where id = 1);
set @n = (select if((select count(*) from orders where n = 1) > 0, 'yes', 'no'));
-- expect: subquery-in-limit
-- dialect: mariadb-10.11
select id from orders where payer in (select id from people order by id limit 5);
delete from orders where payer not in (select id from people order by id limit 5);
select id from orders where n > all (select n from people order by n limit 3);
-- no-hit: subquery-in-limit
select id from orders where payer in (select id from (select id from people order by id limit 5) p);
select id from orders where payer = (select id from people order by id limit 1);
select id from orders where payer in (select id from people);
-- expect: not-in-subquery
select id from orders where payer not in (select id from people);
delete from orders where payer not in (select id from people where n = 1);
select id from orders where not (payer not in (select id from people));
-- no-hit: not-in-subquery
select id from orders where payer in (select id from people);
select id from orders where not exists (select 1 from people p where p.id = orders.payer);
select id from orders where payer not in (1, 2, 3);
-- expect: exists-select-list
select id from orders o where exists (select distinct p.id from people p where p.id = o.payer);
select id from orders o where exists (select 1 from people p where p.id = o.payer order by p.id);
delete from orders where exists (select distinct n from people where n = 1);
-- no-hit: exists-select-list
select id from orders o where exists (select 1 from people p where p.id = o.payer);
select id from orders o where not exists (select * from people p where p.id = o.payer);
select distinct id from orders where n = 1;
-- expect: cte-unused
with a as (select id from orders where n = 1) select id from people where n = 1;
with a as (select 1 as x), b as (select x from a) select 1;
with a as (select id from orders where n = 1) delete from people where n = 1;
-- no-hit: cte-unused
with a as (select id from orders where n = 1) select id from a where id = 1;
with a as (select 1 as x), b as (select x from a) select x from b where x = 1;
with a as (select id from orders where n = 1) delete from people where id in (select id from a);
-- expect: cte-recursive-unbounded
with recursive n as (select 1 as x union all select x + 1 from n) select x from n where x < 9;
with recursive n (x) as (select 1 union all select x * 2 from n) select x from n where x < 9;
with recursive a as (select 1 as y), n as (select 1 as x union all select n.x + 1 from n) select x from n where x < 9;
-- no-hit: cte-recursive-unbounded
with recursive n as (select 1 as x union all select x + 1 from n where x < 9) select x from n where x < 5;
with recursive n as (select 1 as x union all select x + 1 from n limit 9) select x from n where x < 5;
with recursive r as (select id from items where id = 1 union all select i.id from r join items i on i.up = r.id) select id from r where id < 9;
-- expect: window-no-order
select row_number() over () from orders where id < 9;
select rank() over (partition by n) from orders where id < 9;
select lag(n) over w from orders where id < 9 window w as (partition by state);
-- no-hit: window-no-order
select row_number() over (order by id) from orders where id < 9;
select sum(n) over () from orders where id < 9;
select lag(n) over w from orders where id < 9 window w as (order by id);
-- expect: last-value-frame
select last_value(n) over (order by id) from orders where id < 9;
select last_value(n) over (partition by state order by id) from orders where id < 9;
select id, last_value(n) over (order by id desc) as l from orders where id < 9;
-- no-hit: last-value-frame
select last_value(n) over (order by id rows between unbounded preceding and unbounded following) from orders where id < 9;
select first_value(n) over (order by id) from orders where id < 9;
select last_value(n) over (partition by state) from orders where id < 9;
-- expect: count-star-no-where
select count(*) from orders;
select count(*) as n from shop.orders o;
select id from people where n > (select count(*) from orders);
select count(1) from orders;
-- no-hit: count-star-no-where
select count(*) from orders where id < 9;
select n, count(*) from orders group by n;
select count(*) from orders o join people p on p.id = o.payer;
-- facts: {"statistics":{"orders":{"rows":40}}}
select count(*) from orders;
-- expect: count-column
select count(id) from orders where n = 1;
select count(1) from orders where n = 1;
select n, count(state) from orders where id < 9 group by n;
-- no-hit: count-column
select count(*) from orders where n = 1;
select count(distinct n) from orders where id < 9;
select count(n > 5 or null) from orders where id < 9;
select o.id, count(i.id) from orders o left join items i on i.o = o.id where o.n = 1 group by o.id;
-- expect: aggregate-in-where
insert into orders (n) values (sum(1));
update orders set n = sum(n) where id = 3;
select o.id from orders o join people p on p.id = max(o.payer) where o.id = 3;
select payer from orders where id = 3 group by max(n);
select id from orders where row_number() over (order by id) = 1;
select payer from orders where id > 1 group by payer having row_number() over (order by payer) = 1;
select id from orders where count(*) > 5;
select id from orders where n = 1 and max(id) = id;
delete from orders where sum(n) > 5;
-- no-hit: aggregate-in-where
select sum(sum(n)) over (order by payer) from orders where id = 3 group by payer;
update orders set n = (select sum(i.n) from items i where i.order_id = 3) where id = 3;
select n from orders where id < 9 group by n having count(*) > 5;
select id from orders where id = (select max(id) from orders where n = 1);
select max(id) from orders where n = 1;
-- expect: aggregate-nested
select max(count(*)) from orders where id < 9 group by n;
select sum(avg(n) + 1) from orders where id < 9;
select count(distinct max(n)) from orders where id < 9;
-- no-hit: aggregate-nested
select max(c) from (select count(*) as c from orders where id < 9 group by n) x where c > 1;
select sum(count(*)) over () from orders where id < 9 group by n;
select max((select count(*) from people)) from orders where id < 9;
-- expect: group-concat-no-order
select group_concat(n) from orders where id < 9;
select state, group_concat(distinct n separator '-') from orders where id < 9 group by state;
select group_concat(n, state) from orders where id < 9;
-- no-hit: group-concat-no-order
select group_concat(n order by n) from orders where id < 9;
select concat(n) from orders where id < 9;
select group_concat(distinct n order by n desc separator '-') from orders where id < 9;
-- expect: straight-join
select o.id from orders o straight_join people p on p.id = o.payer where p.n = 1;
select straight_join o.id from orders o join people p on p.id = o.payer where p.n = 1;
update orders o straight_join people p on p.id = o.payer set o.n = 1 where p.n = 1;
-- no-hit: straight-join
select o.id from orders o join people p on p.id = o.payer where p.n = 1;
select o.id from orders o left join people p on p.id = o.payer where p.n = 1;
select id from orders where n = 1;
-- expect: select-option-old
-- dialect: mysql-9
select sql_no_cache id from orders where n = 1;
select high_priority id from orders where n = 1;
select sql_big_result n, count(*) from orders where id < 9 group by n;
-- no-hit: select-option-old
select id from orders where n = 1;
select sql_calc_found_rows id from orders where n = 1 limit 5;
select id from orders where note = 'sql_no_cache';
-- expect: optimizer-hint
select /*+ NO_INDEX_MERGE(orders) */ id from orders where n = 1;
update /*+ NO_MERGE(o) */ orders o set n = 1 where id = 1;
delete /*+ BKA(t) */ from orders where id = 1;
-- no-hit: optimizer-hint
select /* plain */ id from orders where n = 1;
select id from orders use index (k) where n = 1;
update orders set n = 1 where id = 1;
-- expect: limit-without-number
select id from orders where n = 1 order by id limit 18446744073709551615;
select id from orders where n = 1 order by id limit 5, 100000;
delete from orders where n = 1 limit 1000000;
-- no-hit: limit-without-number
select id from orders where n = 1 order by id limit 100;
select id from orders where n = 1 order by id limit ?;
select id from orders where n = 100000;
-- expect: limit-zero
select id from orders where n = 1 limit 0;
select id from orders limit 5, 0;
select id from orders where n = 1 union all select id from people where n = 1 limit 0;
-- no-hit: limit-zero
select id from orders where n = 1 limit 1;
select id from orders where n = 0 limit 10;
select id from orders where n = 1;
-- expect: distinct-on-unique
-- given: shop
select distinct id from orders where state = 1;
select distinct code, note from orders where state = 1;
select distinct a, b from tags where a = 1;
-- no-hit: distinct-on-unique
select distinct state from orders where payer = 1;
select distinct email from people where id < 9;
select id from orders where state = 1;
-- expect: order-by-long
-- given: shop
select id from items where n = 1 order by words;
select id from logs where at = '2024-01-01' order by line desc;
select words, count(*) from items where n = 1 group by words;
-- no-hit: order-by-long
select id from items where n = 1 order by title;
select id from orders where state = 1 order by paid_at;
select id from elsewhere.items where n = 1 order by words;
-- expect: select-big-no-where
-- facts: {"statistics":{"orders":{"rows":90000000}}}
select id from orders;
select count(*) from orders;
select id from orders order by note limit 5;
-- no-hit: select-big-no-where
-- facts: {"statistics":{"orders":{"rows":900}}}
select id from orders;
-- facts: {"statistics":{"orders":{"rows":90000000}}}
select id from orders where payer = 1;
select id from orders limit 5;
-- expect: handler-statement
handler orders open;
handler orders read first;
handler orders read k = (1) where n = 2 limit 5;
-- no-hit: handler-statement
select id from orders where id = 1;
create table handlers (id int primary key);
show open tables;
-- expect: filter-always-true
select id from orders where 1 = 1;
select id from orders where id = 1 or 2 = 2;
select id from orders where id = id;
-- no-hit: filter-always-true
select id from orders where 1 = 1 and id = 3;
select id from orders where id = n;
select 1 where 1 = 1;
-- expect: group-by-nondeterministic
select payer, state, count(*) from orders where n = 1 group by payer;
select payer, count(*) from orders;
select *, count(*) from orders where n = 1 group by payer;
select o.payer, concat(o.code, '-') from orders o where o.n > 1 group by o.payer;
-- no-hit: group-by-nondeterministic
select payer, count(*), max(state), any_value(code) from orders where n = 1 group by payer;
select year(made), count(*) from orders where n = 1 group by year(made);
select year(made) as y, count(*) from orders where n = 1 group by y;
select payer, count(*) from orders where n = 1 group by 1;
select id, code, count(*) from orders where n = 1 group by id;
select o.id, p.name, sum(i.n) from orders o join people p on p.id = o.payer join items i on i.o = o.id where o.n = 1 group by o.id;
select state, count(*) from orders where state = 5;
select count(*), 'x', now() from orders where n = 1;
create procedure p(in since datetime) select payer, since, count(*) from orders where n = 1 group by payer;
select payer, sum(n) over (partition by payer) from orders where n = 1;
select id, (select max(p.n) + orders.n from people p where p.id = 1) from orders where id = 1;
-- given: shop
select p.id, p.name, sum(o.amount) from people p join orders o on p.id = o.payer where o.amount > 1 group by o.payer;
-- expect: group-order-two-tables
select o.payer, count(*) from orders o join people p on p.id = o.payer where o.n = 1 group by o.payer order by p.name;
select o.payer from orders o, people p where p.id = o.payer group by o.payer order by o.payer, p.name;
select o.payer from orders o join people p on p.id = o.payer where o.n = 1 group by (o.payer) order by p.born desc;
-- no-hit: group-order-two-tables
select o.payer, count(*) from orders o join people p on p.id = o.payer where o.n = 1 group by o.payer order by o.payer;
select o.payer, p.name from orders o join people p on p.id = o.payer where o.n = 1 group by o.payer, p.name order by p.name;
select payer, count(*) as c from orders where n = 1 group by payer order by c;
-- expect: group-by-fixed-column
select o.n, count(*) from orders o where o.n = 4 and o.id > 3 group by n, payer;
select state, count(*) from orders where state = 1 group by state;
select payer, state from orders where n > 1 and state = ? group by payer, state;
select o.state from orders o where 5 = o.state group by o.state;
-- no-hit: group-by-fixed-column
select state, count(*) from orders where state > 1 group by state;
select state, count(*) from orders where payer = 1 group by state;
select state, count(*) from orders where state = payer group by state;
-- expect: statement-long
-- parameters: {"characters":100}
select id from orders where note = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
update orders set note = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' where id = 3;
delete from orders where note in ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb');
-- no-hit: statement-long
-- parameters: {"characters":100}
select id from orders where id = 3;
delete from orders where note = 'a';
insert into orders (id, note) values (1, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), (2, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), (3, 'a');
-- expect: order-by-whole-table
select id, code from orders order by code;
select o.id from orders o join items i on i.order_id = o.id order by i.n;
insert into c (id) select id from orders order by amount limit 5;
-- no-hit: order-by-whole-table
select id from orders where n = 1 order by code;
select id from orders order by id limit 3;
select x.id from (select id from orders where n = 1) x order by x.id;
select n, count(*) from orders group by n order by n;
select count(*) from orders order by count(*);
-- expect: order-by-big-table
-- facts: {"statistics":{"orders":{"rows":9000000},"items":{"rows":40}}}
select id from orders where state > 3 order by amount;
select o.id from orders o join items i on i.order_id = o.id where o.state > 3 order by o.amount;
delete from items where order_id in (select o.id from orders o where o.state = 3 order by o.amount);
-- no-hit: order-by-big-table
-- facts: {"statistics":{"orders":{"rows":9000000},"items":{"rows":40}}}
select id from items where n > 3 order by title;
select id from orders where state > 3;
select id from old_orders where state > 3 order by amount;
select id from orders where state > 3 order by id limit 10;
-- expect: order-by-forbidden
select id from orders where id > 3 order by id;
delete from orders where n = 1 order by id limit 3;
select x.id from (select id from orders where n = 1 order by n limit 3) x;
-- no-hit: order-by-forbidden
select id from orders where id = 3;
select n, count(*) from orders where id > 3 group by n;
select row_number() over (order by id) from orders where n = 1;
-- expect: in-forbidden
select id from orders where code in ('a', 'b');
select id from orders where payer in (select id from people where n = 1);
delete from orders where code not in ('a', 'b');
-- no-hit: in-forbidden
select id from orders where code = 'a';
select id from orders where note = ' in (1, 2)';
select id from orders o where exists (select 1 from people p where p.id = o.payer);
-- expect: is-null-predicate
select id from orders where note is null;
delete from orders where note is not null;
select o.id from orders o join people p on p.id = o.payer and p.born is null where o.id = 3;
-- no-hit: is-null-predicate
select note is null from orders where id = 3;
update orders set note = null where id = 3;
select id from orders where (n = 1) is true;
-- expect: aggregate-forbidden
select max(n) from orders where id > 3;
select payer, count(*) from orders where id > 3 group by payer;
update orders set n = (select sum(n) from items where order_id = 3) where id = 3;
-- no-hit: aggregate-forbidden
select n from orders where id > 3;
select row_number() over (order by id) from orders where id > 3;
select greatest(n, 1) from orders where id = 3;
-- expect: subquery-any
select id from orders where payer in (select id from people where n = 1);
select x.id from (select id from orders where n = 1) x;
update orders set n = (select max(n) from items) where id = 3;
select id from orders o where exists (select 1 from people p where p.id = o.payer);
-- no-hit: subquery-any
select id from orders where n = 1;
select id from orders where n = 1 union all select id from items where n = 1;
insert into a (id) select id from orders where n = 1;
-- expect: subquery-function
select id from orders where payer in (select abs(id) from people where n = 1);
select x.d from (select date(paid_at) d from orders where n = 1) x;
delete from orders where payer = (select id from people where lower(name) = 'a');
-- no-hit: subquery-function
select abs(id) from orders where payer = 3;
select id from orders where payer in (select id from people where n = 1);
select id from orders where payer in (select id from people where born > now());
-- expect: subquery-to-join
select o.id from orders o where o.amount > (select avg(x.amount) from orders x where x.payer = o.payer);
-- dialect: mysql-5.7
update orders set n = 1 where payer in (select id from people where state = 1);
select o.id from orders o where exists (select 1 from people p where p.id = o.payer and p.state = 1);
-- dialect: mariadb-10.11
delete from orders where exists (select 1 from people p where p.id = orders.payer and p.state = 1);
-- no-hit: subquery-to-join
select o.id from orders o join people p on p.id = o.payer where p.state = 1;
select id from orders where payer in (select id from people where state = 1);
update orders set n = 1 where payer in (select id from people where state = 1);
select id from orders where n > (select max(n) from items where order_id = 3);
-- dialect: mysql-5.7
select id from orders where payer in (select id from people where state = 1);
-- expect: distinct-join-to-exists
select distinct o.id, o.code from orders o join items i on i.order_id = o.id where i.n > 5;
select distinct o.* from orders o inner join items i on i.order_id = o.id where i.n = 1;
insert into c (id) select distinct o.id from orders o join items i on i.order_id = o.id join tags t on t.a = i.id where t.b = 1;
-- no-hit: distinct-join-to-exists
select distinct o.id, i.n from orders o join items i on i.order_id = o.id where i.n = 1;
select distinct o.id from orders o left join items i on i.order_id = o.id where o.n = 1;
select o.id from orders o join items i on i.order_id = o.id where i.n = 1;
select distinct o.id from orders o where o.n = 1;
-- expect: query-too-complex
select a.id, (select max(x) from b where b.i = a.i), case when a.p = 1 then 2 else 4 end from a join c on c.i = a.i and c.j = a.j left join d on d.i = c.i join (select i, count(*) n from e where k = 1 and l = 2 or m in (select m from f where q = 1) group by i having count(*) > 3) e on e.i = d.i where a.x = 1 and (a.y = 2 or a.z = 3 and a.w between 1 and 5) and exists (select 1 from g join h on h.i = g.i where g.i = a.i and h.q = 1 or h.r = 2) and a.t not in (select t from k where u = 1 union select t from l where u = 2) order by a.x, a.y;
insert into z (id, x, y) select a.id, (select max(x) from b where b.i = a.i), case when a.p = 1 then 2 else 4 end from a join c on c.i = a.i and c.j = a.j left join d on d.i = c.i join (select i, count(*) n from e where k = 1 and l = 2 or m in (select m from f where q = 1) group by i having count(*) > 3) e on e.i = d.i where a.x = 1 and (a.y = 2 or a.z = 3 and a.w between 1 and 5) and exists (select 1 from g join h on h.i = g.i where g.i = a.i and h.q = 1 or h.r = 2) and a.t not in (select t from k where u = 1 union select t from l where u = 2) order by a.x, a.y;
create view v as select a.id, (select max(x) from b where b.i = a.i), case when a.p = 1 then 2 else 4 end from a join c on c.i = a.i and c.j = a.j left join d on d.i = c.i join (select i, count(*) n from e where k = 1 and l = 2 or m in (select m from f where q = 1) group by i having count(*) > 3) e on e.i = d.i where a.x = 1 and (a.y = 2 or a.z = 3 and a.w between 1 and 5) and exists (select 1 from g join h on h.i = g.i where g.i = a.i and h.q = 1 or h.r = 2) and a.t not in (select t from k where u = 1 union select t from l where u = 2) order by a.x, a.y;
-- no-hit: query-too-complex
select a.id from a join b on b.i = a.i where a.x = 1 and b.y = 2 order by a.id;
select id from a where id in (select id from b where x = 1) and y = 2;
insert into a (id) values (1), (2), (3);
-- expect: function-needless
-- given: shop
select id from orders where code = lower('ABC');
delete from orders where id = abs(5);
select id from people where upper(name) = 'A';
update people set score = 1 where name in (ltrim(' a'), 'b');
-- no-hit: function-needless
-- given: shop
select id from orders where paid_at > now();
select lower(code) from orders where id = 3;
select id from people where lower(email) = 'a';
select id from orders where paid_at > str_to_date('1.1.2024', '%d.%m.%Y');
select id from orders where code = lower(?);
-- expect: ip-literal
select id from hits where addr = '192.168.1.10';
insert into hits (addr) values ('10.0.0.1');
update hits set addr = '10.0.0.1' where id in (1, 2);
-- no-hit: ip-literal
select id from hits where addr = inet_aton('192.168.1.10');
select id from hits where version = '1.2.3';
select id from hits where addr = '300.1.1.1';
select '10.0.0.1' from hits where id = 3;
-- expect: select-rows-over
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"a","access":"ALL","possibleKeys":[],"rows":900,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"b","access":"ref","possibleKeys":["k"],"key":"k","rows":2000,"filtered":50,"extra":[]}]}}
select a.id from a join b on b.i = a.i where a.x > 1;
select a.id, b.id from a join b on b.i = a.i where a.x > 1 order by a.x;
select a.* from a join b on b.i = a.i where a.x > 1;
-- no-hit: select-rows-over
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"a","access":"ALL","possibleKeys":[],"rows":900,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"b","access":"ref","possibleKeys":["k"],"key":"k","rows":2000,"filtered":50,"extra":[]}]}}
select a.id from a join b on b.i = a.i where a.x > 1 limit 10;
select count(*) from a join b on b.i = a.i where a.x > 1;
select a.x, sum(b.y) from a join b on b.i = a.i where a.x > 1 group by a.x;
delete a from a join b on b.i = a.i where a.x > 1;
-- expect: plan-loop-depth
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"a","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"b","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"c","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"d","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"e","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]}]}}
select a.id from a join b using (i) join c using (i) join d using (i) join e using (i) where a.x > 1;
update a join b using (i) join c using (i) join d using (i) join e using (i) set a.n = 1 where a.x > 1;
select b.id from a join b using (i) join c using (i) join d using (i) join e using (i) where a.x = 2;
-- no-hit: plan-loop-depth
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"a","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"b","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"c","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"d","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"e","access":"ref","possibleKeys":["k"],"key":"k","rows":2,"filtered":100,"extra":[]}]}}
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"a","access":"ALL","possibleKeys":[],"rows":900,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"b","access":"ref","possibleKeys":["k"],"key":"k","rows":2000,"filtered":50,"extra":[]}]}}
select a.id from a join b on b.i = a.i where a.x > 1;
select a.id from a where a.x > 1;
delete from a where a.x > 1;
-- expect: cte-used-many
with c as (select n, count(*) as k from orders group by n) select x.n from c x join c y on y.k = x.k where x.n = 1;
with c as (select distinct n from orders where id < 9) select n from c where n in (select n from c where n > 5);
with c as (select n from orders where id < 9 order by n limit 5) select n from c where n = (select max(n) from c);
-- no-hit: cte-used-many
with c as (select n from orders where id < 9) select x.n from c x join c y on y.n = x.n where x.n = 1;
with c as (select n, count(*) as k from orders group by n) select n from c where k > 1;
with recursive c as (select 1 as n union all select n + 1 from c where n < 9) select n from c where n > 2;
-- expect: window-big-frame
-- facts: {"statistics":{"orders":{"rows":5000000}}}
select sum(n) over (order by id rows between unbounded preceding and unbounded following) as s from orders where n > 5;
select avg(n) over (partition by k order by id) as s from orders where n > 5;
select max(n) over w as s from orders where n > 5 window w as (order by id rows between current row and unbounded following);
-- no-hit: window-big-frame
-- facts: {"statistics":{"orders":{"rows":5000000}}}
select sum(n) over (order by id rows between 3 preceding and current row) as s from orders where n > 5;
select row_number() over (order by id) as s from orders where n > 5;
select sum(n) over (order by id) as s from people where n > 5;
