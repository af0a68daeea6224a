-- expect: implicit-conversion
-- given: shop
select id from orders where state = 'paid';
select id from orders where payer in ('many', 'few');
select id from orders where code between 1 and 5;
select id from orders where code = 123;
delete from orders where note in ('a', 5);
update people set score = 1 where email = 42;
-- no-hit: implicit-conversion
select id from orders where state = '1';
select id from orders where paid_at > '2024-01-01';
select id from orders where code = '123';
select id from orders where payer = '123';
select id from orders where id = 123;
select id from elsewhere.orders where code = 123;
-- expect: where-not-null-always
-- given: shop
update orders o set o.note = 'x' where o.id = 3 or o.amount is not null;
select id from orders where payer is null and id = 3;
delete from orders where code is not null;
select id from orders where state is null;
update people set score = 1 where id is not null or country = 'DE';
-- no-hit: where-not-null-always
select id from orders where payer is not null and state = 3;
select id, payer is not null as has_payer from orders where state = 3;
select id from orders where note is not null or paid_at is not null;
select id from orders where note is null;
select o.id from orders o left join people p on p.id = o.payer where p.id is null;
select id from elsewhere.orders where code is not null;
-- expect: not-in-nullable
-- given: shop
select id from people where id not in (select parent from people);
delete from orders where code not in (select note from orders where state = 1);
select id from items where n not in (select i.n from items i where i.id < 5);
-- given: shop
select id from people where not (id in (select n from items));
select id from people where id <> all (select n from items);
select id from people where (id, score) not in (select n, id from items);
select id from people where id not in (select max(id) from items);
-- no-hit: not-in-nullable
select id from people where id not in (select payer from orders);
select id from people where id not in (select parent from people where parent is not null);
select id from people where id in (select parent from people);
-- given: shop
select id from people where id not in (select n from items where n > 5);
select id from people where not (id not in (select n from items));
select id from people where id not in (select max(id) from items group by order_id);
-- expect: index-leftmost-missing
-- given: shop
select id from orders where note = 'x';
update orders set state = 1 where paid_at > '2024-01-01';
delete from people where born = '2000-01-01';
select id from items where n > 5 and words = 'x';
select o.id from orders o, people p where o.paid_at > '2024-01-01' and p.email = 'x';
select p.id from people p join orders o on o.amount = p.score where p.born = '2000-01-01' and o.payer = 3;
-- no-hit: index-leftmost-missing
select o.id from orders o join people p on p.id = o.payer where o.paid_at > '2024-01-01' and p.country = 'DE';
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
-- expect: like-underscore
select id from orders where code like 'my_table%';
delete from orders where note like '%user_name%';
select id from orders where code not like 'a_b';
-- no-hit: like-underscore
select id from orders where code like 'my\_table%';
select id from orders where code like '___';
select id from orders where code like 'x%';
-- expect: like-only-wildcard
select id from orders where note like '%';
delete from orders where id = 1 and note like '%%';
select id from orders where id = 1 and note not like '%';
-- no-hit: like-only-wildcard
select id from orders where note like 'x%';
select id from orders where note like '_';
select id from orders where note like '';
-- expect: regexp-match
select id from orders where note regexp '^x';
select id from orders where note rlike 'a|b';
delete from orders where note not regexp 'x';
select id from orders where regexp_like(note, '^x');
select id from people where name sounds like 'meier';
-- no-hit: regexp-match
select id from orders where note like 'x%';
select 'rlike' from orders where id = 1;
select id from orders where id = 1;
select note regexp '^x' from orders where id = 1;
-- expect: or-to-in
select id from orders where 1 = n or 2 = n;
select id from orders where n in (1, 2) or n = 5;
select id from orders where n = 1 or n = 2 or n = 3;
delete from orders where id = 5 and (n = 1 or n = 2 or n = 3 or n = 4);
select id from orders o where o.n = 'a' or o.n = 'b' or (o.n = 'c');
select id from orders where n = 1 or n = 2;
select id from orders where n = 1 or m = 2 or n = 3;
-- no-hit: or-to-in
select id from orders where n not in (1, 2) or n = 5;
select id from orders where n in (1, 2, 3);
select id from orders where n = 1 or m = 2;
select id from orders where n = 1 or n > 5;
-- expect: or-duplicate
select id from orders where n = 1 or n = 1;
delete from orders where n = 1 and m = 2 and n = 1;
select id from orders where n > 5 and id = 1 and n > 5;
-- no-hit: or-duplicate
select id from orders where n = 1 or n = 2;
select id from orders where n = 1 and m = 1;
select id from orders where n = 1;
-- expect: conditions-many
select id from t where (a=1 or b=1) and (c=1 or d=1) and (e=1 or f=1) and (g=1 or h=1) and (i=1 or j=1) and (k=1 or l=1) and (m=1 or n=1) and (o=1 or p=1) and (q=1 or r=1) and (s=1 or t=1) and (u=1 or v=1);
select id from t where a = 1 or a = 2 or a = 3 or a = 4 or a = 5 or a = 6 or a = 7 or a = 8 or a = 9 or a = 10 or a = 11 or a = 12 or a = 13 or a = 14 or a = 15 or a = 16 or a = 17 or a = 18 or a = 19 or a = 20 or a = 21;
delete from t where a <> 1 and a <> 2 and a <> 3 and a <> 4 and a <> 5 and a <> 6 and a <> 7 and a <> 8 and a <> 9 and a <> 10 and a <> 11 and a <> 12 and a <> 13 and a <> 14 and a <> 15 and a <> 16 and a <> 17 and a <> 18 and a <> 19 and a <> 20 and a <> 21;
select id from t where b = 1 and (a = 1 or a = 2 or a = 3 or a = 4 or a = 5 or a = 6 or a = 7 or a = 8 or a = 9 or a = 10 or a = 11 or a = 12 or a = 13 or a = 14 or a = 15 or a = 16 or a = 17 or a = 18 or a = 19 or a = 20 or a = 21);
-- no-hit: conditions-many
select id from t where a = 1 or b = 2;
select id from t where a = 1 and b = 2 and c = 3;
select id from t where a in (1, 2, 3);
-- expect: and-or-mixed
select id from orders where n = 1 or m = 2 and k = 3;
delete from orders where n = 1 and m = 2 or k = 3;
update orders set n = 1 where id = 1 or id = 2 and m = 3 or k = 4;
-- no-hit: and-or-mixed
select id from orders where n = 1 or (m = 2 and k = 3);
select id from orders where (n = 1 or m = 2) and k = 3;
select id from orders where n = 1 or m = 2;
-- expect: between-reversed
select id from orders where n between 10 and 5;
delete from orders where paid_at between '2024-05-01' and '2024-01-01';
select id from orders where n not between 3 and -3;
-- no-hit: between-reversed
select id from orders where n between 5 and 10;
select id from orders where paid_at between '2024-01-01' and '2024-05-01';
select id from orders where n between a and b;
-- expect: between-date-end
select id from orders where paid_at between '2024-01-01' and '2024-01-31';
delete from orders where create_time between '2024-01-01' and '2024-02-01';
select id from orders o where o.updated_at between '2024-01-01' and '2024-01-02';
-- no-hit: between-date-end
select id from orders where paid_at >= '2024-01-01' and paid_at < '2024-02-01';
select id from people where born between '2024-01-01' and '2024-01-31';
select id from orders where paid_at between '2024-01-01 00:00:00' and '2024-01-31 23:59:59';
-- expect: math-on-column
select id from orders where n % 10 in (1, 2);
select id from orders where n - 3 between 5 and 9;
select id from orders where flags & 4 = 4;
select o.id from orders o join items i on i.order_id = o.id and i.n / 2 > 10 where o.id > 3;
select id from orders where n + 1 = 5;
delete from orders where amount * 100 > 5000;
update orders set state = 1 where 10 = n - 1;
select id from orders where -n = 5;
-- no-hit: math-on-column
select id from orders where n = 5 - 1;
select id from orders where n + m = 5;
select id from orders where n = m + 1;
-- expect: negation
select id from orders where not (n = 3);
update orders set ok = 1 where code not like 'a%' or n <> 3;
select id from orders where n <> 1;
select id from orders where n not in (1, 2);
select id from orders where note not like 'x%';
-- no-hit: negation
select n <> 3 from orders where id = 5;
select id from orders where id = 5 and n <> 3;
select id from orders where n = 1;
select id from orders where n in (1, 2);
select id from orders where note like 'x%';
-- expect: in-single
select id from orders where n in (1);
delete from orders where code not in ('a');
update orders set state = 1 where id in (5);
-- no-hit: in-single
select id from orders where n in (1, 2);
select id from orders where n in (select id from people);
select id from orders where n in (?);
-- expect: in-duplicate
select id from orders where n in (1, 2, 1);
delete from orders where code in ('a', 'b', 'a');
select id from orders where n not in (5, 5);
-- no-hit: in-duplicate
select id from orders where n in (1, 2, 3);
select id from orders where n in (1, '1');
select id from orders where n in (?, ?);
-- expect: in-column-name
select id from orders where code in ('a', b, 'c');
delete from orders where n in (1, state);
select id from orders where code not in (abc, 'x');
select id from orders where code in (abc);
-- no-hit: in-column-name
select id from orders where code in ('a', 'b');
select id from orders where 'a' in (code, note);
select id from orders where n in (m, k);
-- expect: literal-padded
select id from orders where code = 'a ';
delete from orders where code in ('a', ' b');
update orders set state = 1 where ' x ' = code;
-- no-hit: literal-padded
select id from orders where code = 'a';
select id from orders where code = ' ';
select id from orders where note like 'a %';
-- expect: boolean-compare
select id from orders where state = true;
delete from orders where state <> false;
update orders set n = 1 where true = state;
-- no-hit: boolean-compare
select id from orders where state is true;
select id from orders where state = 1;
update orders set state = true where id = 1;
-- expect: not-equal-null-rows
select id from orders where note <> 'x';
delete from orders where n != 5;
update orders set state = 1 where note <> '';
-- no-hit: not-equal-null-rows
select id from orders where note = 'x';
select id from orders where not (note <=> 'x');
select id from orders where n <> m;
-- expect: where-assign
select id from orders where @a := 5;
select id from orders where id = 1 and (@n := n);
select id from orders where n > (@x := 3);
-- no-hit: where-assign
select @a := 5;
select id, @n := @n + 1 from orders where id = 1;
select id from orders where n = 5;
-- expect: case-no-else
select case n when 1 then 'a' end from orders where id = 1;
update orders set state = case when n > 5 then 1 end where id = 1;
select id from orders where case when n = 1 then 1 end = 1;
-- no-hit: case-no-else
select case n when 1 then 'a' else 'b' end from orders where id = 1;
select if(n = 1, 'a', 'b') from orders where id = 1;
select id from orders where n = 1;
select count(case when n = 1 then 1 end) from orders where id < 9;
-- expect: sql-injection-shape
select id from people where name = 'x' or 1 = 1;
select id from people where name = '' or 'a' = 'a';
delete from people where id = 5 or (2 = 2);
-- no-hit: sql-injection-shape
select id from people where name = 'x' or id = 1;
select id from people where 1 = 1 and id = 5;
select id from people where name = 'x';
-- expect: json-path-filter
select id from orders where doc->'$.a' = 5;
select id from orders where doc->>'$.a' = 'x';
delete from orders where json_extract(doc, '$.a') > 5;
select id from orders where json_contains(doc->'$.tags', '5');
select id from orders where 5 member of (doc->'$.tags');
select id from orders where doc->>'$.name' like 'x%';
select id from orders where cast(doc->>'$.n' as unsigned) between 1 and 5;
-- no-hit: json-path-filter
select doc->'$.a' from orders where id = 1;
select id from orders where id = 5;
update orders set doc = json_set(doc, '$.a', 5) where id = 1;
-- script
create table t (id int primary key, doc json, key k ((cast(doc->>'$.name' as char(30)) collate utf8mb4_bin)), n int as (doc->'$.n'), key l (n));
select id from t where doc->>'$.name' = 'x';
-- script
create table t (id int primary key, doc json, key k ((cast(doc->'$.tags' as unsigned array))));
select id from t where 5 member of (doc->'$.tags');
-- expect: or-across-tables
select o.id from orders o join people p on p.id = o.payer where o.state = 1 or p.state = 2;
delete o from orders o join people p on p.id = o.payer where o.id = 3 and (o.state = 1 or p.state = 2);
select o.id from orders o left join people p on p.id = o.payer where p.name = 'x' or o.code = 'x';
-- no-hit: or-across-tables
select o.id from orders o join people p on p.id = o.payer where o.state = 1 or o.state = 2;
select o.id from orders o join people p on p.id = o.payer where o.state = 1 and p.state = 2;
select o.state = 1 or p.state = 2 from orders o join people p on p.id = o.payer where o.id = 1;
-- expect: list-in-column
select id from orders where tags like '%,5,%';
select id from orders where tags like '5,%' or tags like '%,5';
delete from orders where tags regexp '(^|,)5(,|$)';
-- no-hit: list-in-column
select id from orders where note like 'a,b%';
select id from orders where tags like '%5%';
select tags like '%,5,%' from orders where id = 1;
-- no-hit: placeholders-many
select id from orders where n = ?;
insert into orders (id, n) values (?, ?), (?, ?);
select 1;
-- expect: placeholders-many
select id from orders where n in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
delete from orders where n in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
update orders set state = ? where n in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
-- expect: index-leftmost-range
-- given: shop
select id from orders where state > 1 and paid_at = '2024-01-01';
select id from people where country in ('DE', 'AT') and born = '2000-01-01';
update people set score = 1 where (country = 'DE' or country = 'AT') and born > '2000-01-01';
delete from people where country like 'D%' and born = '2000-01-01';
-- no-hit: index-leftmost-range
-- given: shop
select id from orders where state = 1 and paid_at > '2024-01-01';
select id from orders where state > 1;
select id from orders where state > 1 and paid_at = '2024-01-01' and payer = 7;
select id from orders where state between 1 and 3 and note = 'x';
select id from people where country in ('DE') and born = '2000-01-01';
-- expect: number-quoted
-- given: shop
select id from orders where state = '12';
delete from orders where payer in ('1', '2');
update items set n = 1 where order_id between '3' and '9';
-- no-hit: number-quoted
-- given: shop
select id from orders where state = 12;
select id from orders where code = '12';
select id from orders where paid_at > '2024';
select id from orders where state = ?;
-- expect: functional-index-mismatch
-- script
create table t (id int primary key, doc json, key k ((cast(doc->>'$.name' as char(30)))));
select id from t where doc->>'$.name' = 'x';
-- script
create table t (id int primary key, n int, key k ((n + 1)));
select id from t where n + 1 = '5';
-- script
create table t (id int primary key, doc json, key k ((cast(doc->>'$.n' as unsigned))));
delete from t where doc->'$.n' = 5;
-- no-hit: functional-index-mismatch
-- script
create table t (id int primary key, doc json, key k ((cast(doc->>'$.name' as char(30)) collate utf8mb4_bin)));
select id from t where doc->>'$.name' = 'x';
-- script
create table t (id int primary key, n int, key k ((n + 1)));
select id from t where n + 1 = 5;
-- script
create table t (id int primary key, doc json, key k ((cast(doc->>'$.n' as unsigned))));
delete from t where cast(doc->>'$.n' as unsigned) = 5;
select id from elsewhere where doc->>'$.name' = 'x';
