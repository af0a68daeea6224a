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
