-- expect: set-global
set global max_connections = 500;
set @@global.read_only = 0;
set persist sort_buffer_size = 1000000;
-- no-hit: set-global
set session sort_buffer_size = 1000000;
set @@sql_mode = '';
set @a = 1;
-- expect: kill-statement
kill 5;
kill query 5;
kill connection 17;
-- no-hit: kill-statement
show processlist;
select connection_id();
unlock tables;
-- expect: shutdown-statement
shutdown;
restart;
-- dialect: mariadb-11.4
shutdown wait for all slaves;
-- no-hit: shutdown-statement
select 1;
flush logs;
-- dialect: mariadb-11.4
backup unlock;
