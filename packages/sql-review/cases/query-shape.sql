-- expect: select-star
select * from orders;
select o.* from orders o where id = 1;
insert into orders select id, o.* from old_orders o;
-- no-hit: select-star
select count(*) from orders;
select id from orders;
select 2 * id from orders;
-- expect: equals-null
select id from orders where payer = null;
delete from orders where null <> payer;
select id from orders where id = 1 and (payer != (null));
-- no-hit: equals-null
select id from orders where payer is null;
select id from orders where payer <=> null;
update orders set payer = null where id = 1;
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
select id from orders order by rand() limit 1;
select id from orders order by state, RAND(3);
insert into winners (id) select id from people order by rand() limit 3;
-- no-hit: order-by-rand
select id from orders order by id;
select rand() from orders;
select id from orders where id > rand() order by id;
-- expect: like-leading-wildcard
select id from people where name like '%son';
delete from people where name not like '_a%';
select id from people where id = 1 or (name like ('%a'));
-- no-hit: like-leading-wildcard
select id from people where name like 'son%';
select id from people where name like '\%a';
select id from people where name rlike '%a';
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
select id from orders;
select id, payer from orders order by id limit 5;
select id from orders group by id;
-- no-hit: select-no-where
select id from orders where id = 1;
select 1;
select id from orders limit 5;
insert into orders (id) select id from old_orders;
with o as (select id from orders where id = 1) select id from o;
-- expect: select-limit-required
select id from orders;
select id from orders where payer = 1 order by id;
insert into orders (id) select id from old_orders;
-- no-hit: select-limit-required
select id from orders limit 5;
select 1;
delete from orders where id = 1;
-- expect: limit-no-order
select id from orders where payer = 1 limit 10;
select id from orders limit 20 offset 40;
select id from orders where payer = 1 limit 40, 20;
-- no-hit: limit-no-order
select id from orders where payer = 1 order by id limit 10;
select 1 from orders where payer = 1 limit 1;
delete from orders where payer = 1 limit 10;
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
select id from orders where date(made) = '2026-01-01';
update orders set state = 1 where lower(code) = 'a' and id = 1;
delete from orders where id = 1 or 5 < abs(payer);
select id from orders where cast(payer as char) = '1';
-- no-hit: function-on-column
select id from orders where made = date('2026-01-01');
select date(made) from orders where id = 1;
select id from orders where made > now();
-- expect: like-no-wildcard
select id from people where name like 'anna';
delete from people where name not like 'anna' and id = 1;
select id from people where name like ('');
-- no-hit: like-no-wildcard
select id from people where name like 'ann_';
select id from people where name like '%anna';
select id from people where name rlike 'anna';
select id from people where name like ?;
