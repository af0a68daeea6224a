-- expect: set-sql-mode
set sql_mode = '';
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';
set @@sql_mode = 'ANSI';
-- no-hit: set-sql-mode
set sql_mode = @old_mode;
set @sql_mode = '';
select @@sql_mode;
-- expect: zerofill
create table t (n int zerofill);
create table t (n int(8) unsigned zerofill not null);
alter table t add n bigint zerofill;
-- no-hit: zerofill
create table t (n int unsigned);
select lpad(n, 8, '0') from t where id = 1;
-- dialect: mysql-5.7
create table t (n int zerofill);
-- expect: float-precision
create table t (n float(7,2));
create table t (n double(10,3) not null);
alter table t add n real(5,1);
-- no-hit: float-precision
create table t (n decimal(7,2));
create table t (n float);
-- dialect: mysql-5.7
create table t (n float(7,2));
-- expect: float-unsigned
create table t (n decimal(10,2) unsigned);
create table t (n float unsigned not null);
alter table t add n double unsigned;
-- no-hit: float-unsigned
create table t (n int unsigned);
create table t (n decimal(10,2));
-- dialect: mysql-5.7
create table t (n decimal(10,2) unsigned);
-- expect: year-two-digits
create table t (y year(4));
alter table t add y year(4) not null;
create table t (id int primary key, y year(4) default 2000);
-- no-hit: year-two-digits
create table t (y year);
select year('2024-01-01');
-- dialect: mysql-5.7
create table t (y year(4));
-- expect: binary-operator
select id from orders where name = binary 'x';
select id from orders where binary name = 'x';
select binary 'a';
-- no-hit: binary-operator
select id from orders where name = cast('x' as binary);
create table t (a binary(4));
-- dialect: mysql-5.7
select binary 'a';
-- expect: sql-mode-zero-date
-- facts: {"instance":{"variables":{"sql_mode":"STRICT_TRANS_TABLES"}}}
update orders set paid_at = '0000-00-00 00:00:00' where id = 1;
insert into orders (paid_at) values ('0000-00-00');
select id from orders where paid_at = '0000-00-00 00:00:00';
-- no-hit: sql-mode-zero-date
-- facts: {"instance":{"variables":{"sql_mode":"STRICT_TRANS_TABLES,NO_ZERO_DATE"}}}
update orders set paid_at = '0000-00-00 00:00:00' where id = 1;
-- facts: {"instance":{"variables":{"sql_mode":""}}}
update orders set paid_at = '2024-01-01' where id = 1;
-- facts: {"instance":{}}
update orders set paid_at = '0000-00-00' where id = 1;
-- expect: sql-mode-not-strict
-- facts: {"instance":{"variables":{"sql_mode":""}}}
update orders set state = 1 where id = 1;
insert into orders (id) values (1);
-- facts: {"instance":{"variables":{"sql_mode":"NO_ENGINE_SUBSTITUTION"}}}
replace into orders (id) values (1);
-- no-hit: sql-mode-not-strict
-- facts: {"instance":{"variables":{"sql_mode":"STRICT_TRANS_TABLES"}}}
update orders set state = 1 where id = 1;
-- facts: {"instance":{"variables":{"sql_mode":"TRADITIONAL"}}}
update orders set state = 1 where id = 1;
-- facts: {"instance":{}}
update orders set state = 1 where id = 1;
-- expect: deprecated-and-or
select id from orders where n = 1 && m = 2;
select id from orders where n = 1 || m = 2;
delete from orders where (n = 1 && m = 2);
-- no-hit: deprecated-and-or
select id from orders where n = 1 /* && */ and m = 2;
select id from orders where n = 1 and m = 2;
select id from orders where n = 1 or m = 2;
-- dialect: mysql-5.7
select id from orders where n = 1 && m = 2;
-- expect: exclamation-not
select id from orders where !n;
select id from orders where id = 1 and !(n = 5);
delete from orders where ! state;
-- no-hit: exclamation-not
select id from orders where not n;
select id from orders where n <> 5;
-- dialect: mysql-5.7
select id from orders where !n;
-- expect: user-variable-in-select
select id, @n := @n + 1 from orders where id < 9;
select @r := if(@p = n, @r + 1, 1) from orders where id < 9 order by n;
select id from orders where (@x := n) > 5;
-- no-hit: user-variable-in-select
select id, row_number() over (order by id) from orders where id < 9;
select @a := 5;
-- dialect: mysql-5.7
select id, @n := @n + 1 from orders where id < 9;
-- expect: removed-variable
set global query_cache_size = 0;
set session tx_isolation = 'READ-COMMITTED';
set global expire_logs_days = 7;
-- no-hit: removed-variable
set global binlog_expire_logs_seconds = 86400;
set session transaction_isolation = 'READ-COMMITTED';
-- dialect: mysql-5.7
set global query_cache_size = 0;
-- expect: removed-function
select geomfromtext('point(1 1)');
select id from places where contains(area, p);
select json_append(doc, '$', 1) from orders where id = 1;
-- no-hit: removed-function
select st_geomfromtext('point(1 1)');
select json_array_append(doc, '$', 1) from orders where id = 1;
-- dialect: mysql-5.7
select geomfromtext('point(1 1)');
-- expect: old-replication-words
-- dialect: mysql-8.0
start slave;
show slave status;
change master to master_host = 'a';
reset slave;
-- no-hit: old-replication-words
start replica;
show replica status;
-- dialect: mysql-5.7
start slave;
-- expect: engine-old
create table t (id int primary key) engine = myisam;
alter table t engine = MyISAM;
create table t (id int primary key) engine = merge union = (a, b);
-- no-hit: engine-old
create table t (id int primary key) engine = innodb;
create table t (id int primary key) engine = memory;
create table t (id int primary key);
-- expect: utf8-alias
create table t (a varchar(10)) charset = utf8;
create table t (a varchar(10) character set utf8);
-- dialect: mariadb-11.4
create table t (a varchar(10)) charset = utf8;
-- no-hit: utf8-alias
create table t (a varchar(10)) charset = utf8mb4;
create table t (a varchar(10)) charset = utf8mb3;
create table t (a varchar(10));
-- expect: mariadb-only-type
-- dialect: mariadb-11.4
create table t (id uuid primary key);
create table t (a inet6);
create table t (a inet4 not null);
-- no-hit: mariadb-only-type
-- dialect: mariadb-11.4
create table t (id binary(16) primary key);
create table t (a varbinary(16));
select uuid();
-- expect: mariadb-returning
-- dialect: mariadb-11.4
insert into orders (id) values (1) returning id;
delete from orders where id = 1 returning id;
replace into orders (id) values (1) returning id, n;
-- no-hit: mariadb-returning
-- dialect: mariadb-11.4
insert into orders (id) values (1);
delete from orders where id = 1;
-- dialect: mysql-9
insert into orders (id) values (1);
-- expect: create-or-replace-table
-- dialect: mariadb-11.4
create or replace table t (id int primary key);
create or replace table shop.t (id int primary key) engine = innodb;
create or replace table t as select id from orders where id < 9;
-- no-hit: create-or-replace-table
-- dialect: mariadb-11.4
create table t (id int primary key);
create table if not exists t (id int primary key);
create or replace temporary table t (id int);
-- expect: procedure-analyse
-- dialect: mysql-5.7
select id from orders where n = 1 procedure analyse();
select n from orders where id < 9 procedure analyse(10);
select n from orders where id < 9 procedure analyse(10, 2000);
-- no-hit: procedure-analyse
-- dialect: mysql-5.7
select id from orders where n = 1;
call analyse();
show procedure status;
-- expect: removed-variable-next
-- dialect: mysql-5.7
set session query_cache_type = 0;
-- dialect: mysql-8.0
set global expire_logs_days = 7;
set @@global.default_authentication_plugin = 'x';
-- no-hit: removed-variable-next
set global expire_logs_days = 7;
set session sort_buffer_size = 100000;
-- dialect: mysql-8.0
set session sql_mode = 'ANSI';
set @expire_logs_days = 7;
-- expect: sql-mode-dependent
-- facts: {"instance":{"variables":{"sql_mode":"ANSI_QUOTES,STRICT_TRANS_TABLES"}}}
select id from orders where code = "x";
-- facts: {"instance":{"variables":{"sql_mode":"PIPES_AS_CONCAT"}}}
select id from orders where n = 1 || k = 2;
-- facts: {"instance":{"variables":{"sql_mode":"NO_BACKSLASH_ESCAPES"}}}
select id from orders where code = 'a\\b';
-- no-hit: sql-mode-dependent
-- facts: {"instance":{"variables":{"sql_mode":"STRICT_TRANS_TABLES"}}}
select id from orders where code = "x";
-- facts: {"instance":{"variables":{"sql_mode":"ANSI_QUOTES,PIPES_AS_CONCAT"}}}
select id from orders where code = 'x' or n = 1;
-- facts: {"instance":{"variables":{}}}
select id from orders where code = "x" || n = 1;
