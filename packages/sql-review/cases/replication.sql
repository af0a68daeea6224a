-- expect: sql-log-bin-off
set sql_log_bin = 0;
set session sql_log_bin = off;
set @@sql_log_bin = false;
-- no-hit: sql-log-bin-off
set sql_log_bin = 1;
set @sql_log_bin = 0;
select @@sql_log_bin;
-- expect: purge-logs
purge binary logs to 'binlog.000010';
purge binary logs before '2026-01-01 00:00:00';
purge binary logs before now() - interval 3 day;
-- no-hit: purge-logs
show binary logs;
flush binary logs;
set session binlog_format = 'ROW';
-- expect: reset-logs
reset binary logs and gtids;
-- dialect: mysql-8.0
reset master;
-- dialect: mariadb-11.4
reset master;
-- no-hit: reset-logs
reset replica;
flush binary logs;
-- dialect: mysql-8.0
reset slave all;
-- expect: reset-replica
reset replica;
reset replica all;
reset replica for channel 'a';
-- no-hit: reset-replica
stop replica;
show replica status;
reset binary logs and gtids;
-- expect: replica-control
stop replica;
stop replica sql_thread;
stop group_replication;
-- no-hit: replica-control
start replica;
show replica status;
start group_replication;
-- expect: change-source
change replication source to source_host = 'a';
change replication source to source_delay = 3600 for channel 'x';
-- dialect: mysql-5.7
change master to master_host = 'a';
-- no-hit: change-source
change replication filter replicate_do_db = (a);
show replica status;
start replica;
-- expect: replication-filter
change replication filter replicate_do_db = (a);
change replication filter replicate_ignore_table = (a.b);
change replication filter replicate_wild_do_table = ('a.%') for channel 'x';
-- no-hit: replication-filter
change replication source to source_host = 'a';
start replica;
show replica status;
-- expect: table-no-key-change
-- given: shop
update loose set a = 1 where b = 2;
delete from loose where a = 1;
update loose l set l.a = l.b where l.b > 5;
-- no-hit: table-no-key-change
update orders set state = 1 where id = 1;
insert into loose (a) values (1);
update elsewhere.loose set a = 1 where b = 2;
-- expect: binlog-statement-unsafe
-- facts: {"instance":{"variables":{"binlog_format":"STATEMENT"}}}
insert into orders (code) values (uuid());
update orders set note = rand() where id = 1;
delete from orders where note = user();
-- facts: {"instance":{"variables":{"binlog_format":"STATEMENT"}}}
update orders set code = @@hostname where id = 1;
load data infile '/tmp/x' into table orders (n);
-- no-hit: binlog-statement-unsafe
-- facts: {"instance":{"variables":{"binlog_format":"ROW"}}}
insert into orders (code) values (uuid());
-- facts: {"instance":{"variables":{"binlog_format":"STATEMENT"}}}
insert into orders (code) values ('a');
select uuid();
-- expect: binlog-statement-limit
-- facts: {"instance":{"variables":{"binlog_format":"STATEMENT"}}}
update orders set state = 1 where payer = 1 limit 5;
delete from orders where payer = 1 limit 5;
delete from orders limit 100;
-- facts: {"instance":{"variables":{"binlog_format":"STATEMENT"}}}
insert into orders (n) select n from people limit 5;
-- no-hit: binlog-statement-limit
-- facts: {"instance":{"variables":{"binlog_format":"STATEMENT"}}}
delete from orders where payer = 1 order by id limit 5;
delete from orders where payer = 1;
-- facts: {"instance":{"variables":{"binlog_format":"ROW"}}}
delete from orders where payer = 1 limit 5;
-- expect: gtid-create-select
-- dialect: mysql-5.7
-- facts: {"instance":{"variables":{"enforce_gtid_consistency":"ON"}}}
create table t as select id from orders where id < 9;
create table t (id int primary key) select id from orders where id < 9;
create table if not exists t select id from orders where id < 9;
-- no-hit: gtid-create-select
-- facts: {"instance":{"variables":{"enforce_gtid_consistency":"ON"}}}
create table t as select id from orders where id < 9;
-- dialect: mysql-5.7
-- facts: {"instance":{"variables":{"enforce_gtid_consistency":"ON"}}}
create table t (id int primary key);
-- facts: {"instance":{"variables":{"enforce_gtid_consistency":"OFF"}}}
create table t as select id from orders where id < 9;
-- expect: gtid-temporary
-- dialect: mysql-5.7
-- facts: {"instance":{"variables":{"enforce_gtid_consistency":"ON"}}}
-- script
begin;
create temporary table t (id int);
commit;
-- script
start transaction;
update orders set state = 1 where id = 1;
drop temporary table t;
commit;
-- script
begin;
create temporary table t select id from orders where id = 1;
commit;
-- no-hit: gtid-temporary
-- dialect: mysql-5.7
-- facts: {"instance":{"variables":{"enforce_gtid_consistency":"ON"}}}
-- script
create temporary table t (id int);
begin;
commit;
-- script
begin;
update orders set state = 1 where id = 1;
commit;
-- dialect: mysql-9
-- script
begin;
create temporary table t (id int);
commit;
-- expect: group-replication-no-pk
-- facts: {"instance":{"groupReplication":true}}
create table t (a int);
create table t (a int not null, key k (a));
create table shop.t (a int, b int unique);
-- facts: {"instance":{"groupReplication":true}}
create table t as select a from orders where id = 1;
-- no-hit: group-replication-no-pk
-- facts: {"instance":{"groupReplication":true}}
create table t (id int primary key);
create temporary table t (a int);
-- facts: {"instance":{"groupReplication":false}}
create table t (a int);
-- facts: {"instance":{"groupReplication":true}}
create table t (id int not null unique, a int);
-- expect: group-replication-engine
-- facts: {"instance":{"groupReplication":true}}
create table t (id int primary key) engine = myisam;
alter table t engine = memory;
create table t (id int primary key) engine = csv;
-- no-hit: group-replication-engine
-- facts: {"instance":{"groupReplication":true}}
create table t (id int primary key) engine = innodb;
create table t (id int primary key);
-- facts: {"instance":{"groupReplication":false}}
create table t (id int primary key) engine = myisam;
-- expect: ddl-lag
-- facts: {"instance":{"lagSeconds":900}}
alter table orders add a int;
create index k on orders (note);
alter table orders add key k (note), drop column note;
-- no-hit: ddl-lag
-- facts: {"instance":{"lagSeconds":1}}
alter table orders add a int;
-- facts: {"instance":{}}
alter table orders add a int;
-- facts: {"instance":{"lagSeconds":900}}
select id from orders where id = 1;
-- expect: auto-inc-step
-- facts: {"instance":{"variables":{"auto_increment_increment":"2"}}}
create table t (id int auto_increment primary key);
create table t (id bigint unsigned auto_increment, key (id));
create table if not exists t (id int primary key auto_increment, n int);
-- no-hit: auto-inc-step
-- facts: {"instance":{"variables":{"auto_increment_increment":"1"}}}
create table t (id int auto_increment primary key);
-- facts: {"instance":{"variables":{"auto_increment_increment":"2"}}}
create table t (id int primary key);
-- facts: {"instance":{}}
create table t (id int auto_increment primary key);
-- expect: large-transaction
-- facts: {"plan":{"steps":[],"affectedRows":{"count":2000000,"isExact":false}},"statistics":{"orders":{"rows":2000000,"dataBytes":2000000000}},"instance":{"variables":{"max_binlog_cache_size":"1073741824"}}}
update orders set note = 'x' where state = 1;
delete from orders where state = 1;
insert into orders (note) select note from people where id < 9;
-- no-hit: large-transaction
-- facts: {"plan":{"steps":[],"affectedRows":{"count":2000,"isExact":false}},"statistics":{"orders":{"rows":2000000,"dataBytes":2000000000}},"instance":{"variables":{"max_binlog_cache_size":"1073741824"}}}
update orders set note = 'x' where state = 1;
delete from orders where state = 1;
-- facts: {"plan":{"steps":[],"affectedRows":{"count":2000000,"isExact":false}},"statistics":{"orders":{"rows":2000000,"dataBytes":2000000000}}}
delete from orders where state = 1;
-- expect: auto-inc-step
-- facts: {"instance":{"variables":{"auto_increment_increment":"2"}}}
alter table t add id bigint auto_increment primary key;
create table t (id serial, primary key (id));
