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
-- expect: find-in-set
select id from orders where find_in_set('a', tags);
select id from orders where find_in_set(5, payers) > 0;
delete from orders where find_in_set('x', note) = 0;
-- no-hit: find-in-set
select id from orders where tag = 'a';
select concat_ws(',', a, b) from orders where id = 1;
select id from orders where find_it_set = 1;
-- expect: password-function
select password('x');
insert into people (name, secret) values ('a', encode('x', 'y'));
update people set secret = des_encrypt('x') where id = 1;
-- no-hit: password-function
select sha2('x', 256);
select aes_encrypt('x', 'y');
-- dialect: mariadb-11.4
select password('x');
-- expect: weak-hash
select md5(name) from people where id = 1;
insert into people (secret) values (sha1('x'));
update people set secret = sha('x') where id = 1;
-- no-hit: weak-hash
select sha2(name, 256) from people where id = 1;
select crc32(name) from people where id = 1;
select md5 from people where id = 1;
-- expect: sha2-length
select sha2('x', 128);
insert into people (secret) values (sha2('x', 1));
update people set secret = sha2(name, 255) where id = 1;
-- no-hit: sha2-length
select sha2('x', 256);
select sha2('x', 0);
select sha2('x', ?);
-- expect: default-random
create table t (a int, r double default (rand()));
create table t (a binary(16) default (random_bytes(16)));
alter table t add k bigint default (uuid_short());
-- no-hit: default-random
create table t (a int default 5);
create table t (a int default (1 + 2));
create table t (at datetime default current_timestamp);
-- expect: user-lock
select get_lock('a', 10);
do get_lock('a', 10);
insert into t (a) select get_lock('x', 1);
-- no-hit: user-lock
select release_lock('a');
select get_lock('a', 1), release_lock('a');
select is_free_lock('a');
-- expect: last-insert-id-many
-- script
insert into orders (payer) values (1), (2);
update people set last_order = last_insert_id() where id = 1;
-- script
insert into orders (payer) select id from people where id < 9;
select last_insert_id();
-- script
insert into orders (payer) values (1), (2), (3);
insert into items (order_id) values (last_insert_id());
-- no-hit: last-insert-id-many
-- script
insert into orders (payer) values (1);
insert into items (order_id) values (last_insert_id());
-- script
select last_insert_id();
-- script
update counters set n = last_insert_id(n + 1) where id = 1;
-- expect: function-in-range
delete from orders where upper(code) like 'A%';
select id from orders where cast(code as unsigned) in (1, 2);
select id from orders where coalesce(note, code) is null;
select id from orders where left(code, 2) in (select code from bins where cap = 1);
select id from orders where ifnull(n, 0) in (0, 1);
delete from orders where coalesce(paid_at, '2024-01-01') between '2024-01-01' and '2024-02-01';
select id from orders where date(paid_at) in ('2024-01-01');
-- no-hit: function-in-range
select id from orders where n in (0, 1);
select ifnull(n, 0) from orders where id in (1, 2);
select id from orders where paid_at between '2024-01-01' and '2024-02-01';
-- expect: date-function-in-filter
select id from orders where date(paid_at) = '2024-01-01';
select id from orders where year(paid_at) = 2024;
delete from orders where date_format(paid_at, '%Y-%m') = '2024-01';
-- no-hit: date-function-in-filter
select id from orders where paid_at >= '2024-01-01' and paid_at < '2024-01-02';
select date(paid_at) from orders where id = 1;
select id from orders where paid_at = date('2024-01-01');
-- script
create table t (id int primary key, d datetime, key k ((date(d))));
select id from t where date(d) = '2024-01-01';
-- expect: now-in-key
select id from orders where paid_at < now();
delete from orders where paid_at > current_timestamp;
update orders set state = 1 where now() > paid_at;
-- no-hit: now-in-key
select now();
select id from orders where paid_at < '2024-01-01';
update orders set paid_at = now() where id = 1;
-- expect: sum-distinct
select sum(distinct amount) from orders where id < 9;
select payer, avg(distinct amount) from orders where id < 9 group by payer;
select id from people where n > (select sum(distinct amount) from orders);
-- no-hit: sum-distinct
select sum(amount) from orders where id < 9;
select count(distinct payer) from orders where id < 9;
select distinct sum(amount) from orders where id < 9;
-- expect: function-deny
select load_file('/etc/hosts');
insert into t (a) values (sys_exec('ls'));
select id from orders where id = 1 and sys_eval('id') = 'x';
-- no-hit: function-deny
select now();
select count(*) from orders where id = 1;
select sys_exec from orders where id = 1;
