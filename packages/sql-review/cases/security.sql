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
-- expect: definer-fixed
create definer = 'bob'@'%' procedure p() select 1;
create definer = root@localhost view v as select 1 as a;
create definer = 'app'@'10.%' trigger t before insert on orders for each row set new.n = 1;
-- no-hit: definer-fixed
create procedure p() select 1;
create definer = current_user view v as select 1 as a;
create trigger t before insert on orders for each row set new.n = 1;
-- expect: security-definer
create view v as select 1 as a;
create sql security definer view v as select 1 as a;
create procedure p() select 1;
-- no-hit: security-definer
create sql security invoker view v as select 1 as a;
create procedure p() sql security invoker select 1;
drop view v;
-- expect: loadable-function
create function f returns string soname 'x.so';
create aggregate function f returns integer soname 'x.so';
create function if not exists f returns real soname 'x.so';
-- no-hit: loadable-function
create function f() returns int deterministic return 1;
drop function f;
install component 'file://component_x';
-- expect: plugin-change
install plugin x soname 'x.so';
uninstall plugin x;
install component 'file://component_x';
-- no-hit: plugin-change
show plugins;
create table plugin (id int primary key);
select 1;
-- expect: user-any-host
create user 'app'@'%' identified by 'x';
create user app identified by 'x';
create user 'a'@'10.0.0.1', 'b'@'%' identified by 'x';
-- no-hit: user-any-host
create user 'app'@'10.0.0.%' identified by 'x';
alter user 'app'@'%' account lock;
drop user 'app'@'%';
-- expect: user-no-password
create user 'app'@'10.0.0.1';
create user 'app'@'10.0.0.1' identified by '';
create user if not exists 'a'@'localhost', 'b'@'localhost';
-- no-hit: user-no-password
create user 'app'@'10.0.0.1' identified by 'x';
create user 'app'@'localhost' identified with auth_socket;
create user 'app'@'10.0.0.1' identified by random password;
-- expect: password-in-text
create user 'app'@'10.0.0.1' identified by 'secret';
alter user 'app'@'10.0.0.1' identified by 'secret';
set password for 'app'@'10.0.0.1' = 'secret';
-- no-hit: password-in-text
create user 'app'@'10.0.0.1' identified by random password;
create user 'app'@'10.0.0.1' identified with caching_sha2_password as '$A$005$x';
drop user 'app'@'10.0.0.1';
-- expect: auth-plugin-old
create user 'app'@'10.0.0.1' identified with mysql_native_password by 'x';
alter user 'app'@'10.0.0.1' identified with 'mysql_native_password' by 'x';
create user 'app'@'10.0.0.1' identified with sha256_password by 'x';
-- no-hit: auth-plugin-old
create user 'app'@'10.0.0.1' identified with caching_sha2_password by 'x';
create user 'app'@'10.0.0.1' identified by 'x';
-- dialect: mysql-5.7
create user 'app'@'10.0.0.1' identified with mysql_native_password by 'x';
-- expect: user-no-tls
create user 'app'@'10.0.0.1' identified by 'x';
create user 'app'@'10.0.0.1' identified by 'x' require none;
create user 'a'@'h', 'b'@'h' identified by 'x';
-- no-hit: user-no-tls
create user 'app'@'10.0.0.1' identified by 'x' require ssl;
create user 'app'@'10.0.0.1' identified by 'x' require x509;
alter user 'app'@'10.0.0.1' account lock;
-- expect: user-anonymous
create user ''@'localhost' identified by 'x';
create user ''@'%' identified by 'x';
grant select on shop.* to ''@'localhost';
-- no-hit: user-anonymous
create user 'app'@'localhost' identified by 'x';
grant select on shop.* to 'app'@'localhost';
drop user ''@'localhost';
-- expect: user-password-never-expires
create user 'app'@'10.0.0.1' identified by 'x' password expire never;
alter user 'app'@'10.0.0.1' password expire never;
create user 'app'@'10.0.0.1' identified by 'x' password expire never account lock;
-- no-hit: user-password-never-expires
create user 'app'@'10.0.0.1' identified by 'x' password expire interval 90 day;
alter user 'app'@'10.0.0.1' password expire;
create user 'app'@'10.0.0.1' identified by 'x';
-- expect: grant-dangerous
grant super on *.* to 'app'@'10.0.0.1';
grant file, process on *.* to 'app'@'10.0.0.1';
grant system_variables_admin on *.* to 'app'@'10.0.0.1';
-- no-hit: grant-dangerous
grant select, insert on shop.* to 'app'@'10.0.0.1';
revoke super on *.* from 'app'@'10.0.0.1';
grant execute on procedure shop.p to 'app'@'10.0.0.1';
-- expect: grant-ddl
grant select, drop on shop.* to 'app'@'10.0.0.1';
grant alter, index on shop.orders to 'app'@'10.0.0.1';
grant create on shop.* to 'app'@'10.0.0.1';
-- no-hit: grant-ddl
grant select, insert, update, delete on shop.* to 'app'@'10.0.0.1';
grant execute on shop.* to 'app'@'10.0.0.1';
revoke drop on shop.* from 'app'@'10.0.0.1';
-- expect: grant-system-schema
grant select on mysql.* to 'app'@'10.0.0.1';
grant update on mysql.user to 'app'@'10.0.0.1';
grant all on mysql.* to 'app'@'10.0.0.1';
-- no-hit: grant-system-schema
grant select on shop.* to 'app'@'10.0.0.1';
revoke select on mysql.* from 'app'@'10.0.0.1';
select user from mysql.user where user = 'app';
-- expect: grant-creates-user
-- dialect: mysql-5.7
grant select on shop.* to 'app'@'10.0.0.1' identified by 'x';
grant all on shop.* to 'app'@'10.0.0.1' identified by 'x' with grant option;
grant usage on *.* to 'app'@'10.0.0.1' identified with mysql_native_password as '*x';
-- no-hit: grant-creates-user
grant select on shop.* to 'app'@'10.0.0.1';
-- dialect: mysql-5.7
grant select on shop.* to 'app'@'10.0.0.1';
create user 'app'@'10.0.0.1' identified by 'x';
-- expect: grant-admin-option
grant reader to 'app'@'10.0.0.1' with admin option;
grant 'a'@'%', 'b'@'%' to 'app'@'10.0.0.1' with admin option;
grant reader to a, b with admin option;
-- no-hit: grant-admin-option
grant reader to 'app'@'10.0.0.1';
grant select on shop.* to 'app'@'10.0.0.1';
revoke reader from 'app'@'10.0.0.1';
-- expect: drop-user
drop user 'app'@'10.0.0.1';
drop user if exists 'a'@'h', 'b'@'h';
drop user app;
-- no-hit: drop-user
drop role reader;
alter user 'app'@'10.0.0.1' account lock;
revoke all privileges, grant option from 'app'@'10.0.0.1';
-- expect: load-data-local
load data local infile '/tmp/a.csv' into table orders (id);
load data low_priority local infile '/tmp/a.csv' into table orders (id);
load xml local infile '/tmp/a.xml' into table orders;
-- no-hit: load-data-local
load data infile '/tmp/a.csv' into table orders (id);
insert into orders (id) values (1);
select 'local' from orders where id = 1;
-- expect: password-column
create table people (id int primary key, password varchar(20));
alter table people add user_pwd varchar(32);
create table people (id int primary key, login_passwd char(40) not null);
-- no-hit: password-column
create table people (id int primary key, password_hash varbinary(64));
create table people (id int primary key, password char(64));
create table people (id int primary key, password_changed_at datetime);
-- expect: flush-privileges
flush privileges;
flush local privileges;
flush privileges, logs;
-- no-hit: flush-privileges
flush logs;
grant select on shop.* to 'app'@'10.0.0.1';
flush tables;
-- expect: text-substituted
select id from orders where n = 1 order by mybatis_text;
select id from mybatis_text where id = 1;
select id from orders where code = 'mybatis_text';
-- no-hit: text-substituted
select id from orders where code = ?;
select id from orders where n = 1 order by state;
select id from orders where text_of_mybatis = 1;
-- expect: password-literal
insert into users (name, password) values ('a', '123456');
update users set user_passwd = 'secret' where id = 3;
select id from users where name = 'a' and password = 'hunter2';
insert into users set name = 'a', pwd = 'x';
-- no-hit: password-literal
select id from users where password = ?;
update users set password = sha2(concat(?, salt), 256) where id = 3;
update users set password = '$2y$10$abcdefghijklmnopqrstuv0123456789012345678901234567890' where id = 3;
insert into users (name, password) values ('a', '');
update users set password_hint = 'cat' where id = 3;
-- expect: sensitive-column-read
select id_card from people where id = 1;
select p.name, p.`手机号` from people p where p.id = 1;
select ssn from people where id = 1 union all select passport_no from people where id = 2;
-- script
create table visit (id int primary key, mail varchar(100) comment 'PII');
select mail from visit where id = 1;
-- no-hit: sensitive-column-read
select id, name from people where id = 1;
select count(id_card) as n from people where id < 9;
select id from people where id in (select ssn from visit where id < 9);
update people set id_card = 'x' where id = 1;
select id from people where id_card = 'x';
