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
