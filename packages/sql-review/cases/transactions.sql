-- expect: isolation-level
set transaction isolation level read uncommitted;
set session transaction isolation level serializable;
set transaction_isolation = 'READ-UNCOMMITTED';
-- no-hit: isolation-level
set transaction isolation level read committed;
set session transaction isolation level repeatable read;
set transaction_isolation = 'READ-COMMITTED';
-- expect: autocommit-off
set autocommit = 0;
set @@autocommit = off;
set session autocommit = false;
-- no-hit: autocommit-off
set autocommit = 1;
set @autocommit = 0;
start transaction;
-- expect: ddl-dml-mixed
-- script
update orders set state = 1 where id = 3;
alter table orders add note int;
-- script
create table fresh (id int primary key);
insert into fresh (id) values (1);
-- script
delete from orders where id = 1;
drop table old_orders;
-- no-hit: ddl-dml-mixed
-- script
alter table orders add note int;
alter table people add note int;
-- script
update orders set state = 1 where id = 3;
delete from orders where id = 4;
-- script
select id from orders where id = 1;
create index k on orders (state);
-- expect: ddl-in-transaction
-- script
begin;
alter table orders add note int;
commit;
-- script
start transaction;
update orders set state = 1 where id = 3;
alter table orders add note int;
rollback;
-- script
begin;
delete from orders where id = 3;
create table fresh (id int primary key);
commit;
-- script
begin;
delete from orders where id = 3;
lock tables orders read;
-- no-hit: ddl-in-transaction
-- script
start transaction;
update orders set state = 1 where id = 3;
commit;
alter table orders add note int;
-- script
start transaction;
create temporary table fresh (id int primary key);
commit;
-- script
begin;
select id from orders where id = 1;
commit;
-- expect: transaction-left-open
-- script
start transaction;
update orders set state = 1 where id = 3;
-- script
begin;
-- script
commit;
begin;
delete from orders where id = 3;
select id from orders where id = 4;
-- no-hit: transaction-left-open
-- script
start transaction;
update orders set state = 1 where id = 3;
commit;
-- script
update orders set state = 1 where id = 3;
-- script
begin;
delete from orders where id = 3;
rollback;
-- expect: transaction-nested
-- script
start transaction;
update orders set state = 1 where id = 3;
start transaction;
commit;
-- script
begin;
begin;
commit;
-- script
begin;
select id from orders where id = 1;
start transaction read only;
commit;
-- no-hit: transaction-nested
-- script
start transaction;
commit;
start transaction;
commit;
-- script
begin;
savepoint a;
commit;
-- script
begin;
alter table orders add note int;
begin;
commit;
-- expect: transaction-too-many
-- script
begin;
update orders set state = 1 where id = 1;
update orders set state = 1 where id = 2;
update orders set state = 1 where id = 3;
update orders set state = 1 where id = 4;
update orders set state = 1 where id = 5;
update orders set state = 1 where id = 6;
update orders set state = 1 where id = 7;
update orders set state = 1 where id = 8;
update orders set state = 1 where id = 9;
update orders set state = 1 where id = 10;
update orders set state = 1 where id = 11;
update orders set state = 1 where id = 12;
update orders set state = 1 where id = 13;
update orders set state = 1 where id = 14;
update orders set state = 1 where id = 15;
update orders set state = 1 where id = 16;
update orders set state = 1 where id = 17;
update orders set state = 1 where id = 18;
update orders set state = 1 where id = 19;
update orders set state = 1 where id = 20;
update orders set state = 1 where id = 21;
update orders set state = 1 where id = 22;
update orders set state = 1 where id = 23;
update orders set state = 1 where id = 24;
update orders set state = 1 where id = 25;
update orders set state = 1 where id = 26;
update orders set state = 1 where id = 27;
update orders set state = 1 where id = 28;
update orders set state = 1 where id = 29;
update orders set state = 1 where id = 30;
update orders set state = 1 where id = 31;
update orders set state = 1 where id = 32;
update orders set state = 1 where id = 33;
update orders set state = 1 where id = 34;
update orders set state = 1 where id = 35;
update orders set state = 1 where id = 36;
update orders set state = 1 where id = 37;
update orders set state = 1 where id = 38;
update orders set state = 1 where id = 39;
update orders set state = 1 where id = 40;
update orders set state = 1 where id = 41;
update orders set state = 1 where id = 42;
update orders set state = 1 where id = 43;
update orders set state = 1 where id = 44;
update orders set state = 1 where id = 45;
update orders set state = 1 where id = 46;
update orders set state = 1 where id = 47;
update orders set state = 1 where id = 48;
update orders set state = 1 where id = 49;
update orders set state = 1 where id = 50;
update orders set state = 1 where id = 51;
update orders set state = 1 where id = 52;
update orders set state = 1 where id = 53;
update orders set state = 1 where id = 54;
update orders set state = 1 where id = 55;
update orders set state = 1 where id = 56;
update orders set state = 1 where id = 57;
update orders set state = 1 where id = 58;
update orders set state = 1 where id = 59;
update orders set state = 1 where id = 60;
update orders set state = 1 where id = 61;
update orders set state = 1 where id = 62;
update orders set state = 1 where id = 63;
update orders set state = 1 where id = 64;
update orders set state = 1 where id = 65;
update orders set state = 1 where id = 66;
update orders set state = 1 where id = 67;
update orders set state = 1 where id = 68;
update orders set state = 1 where id = 69;
update orders set state = 1 where id = 70;
update orders set state = 1 where id = 71;
update orders set state = 1 where id = 72;
update orders set state = 1 where id = 73;
update orders set state = 1 where id = 74;
update orders set state = 1 where id = 75;
update orders set state = 1 where id = 76;
update orders set state = 1 where id = 77;
update orders set state = 1 where id = 78;
update orders set state = 1 where id = 79;
update orders set state = 1 where id = 80;
update orders set state = 1 where id = 81;
update orders set state = 1 where id = 82;
update orders set state = 1 where id = 83;
update orders set state = 1 where id = 84;
update orders set state = 1 where id = 85;
update orders set state = 1 where id = 86;
update orders set state = 1 where id = 87;
update orders set state = 1 where id = 88;
update orders set state = 1 where id = 89;
update orders set state = 1 where id = 90;
update orders set state = 1 where id = 91;
update orders set state = 1 where id = 92;
update orders set state = 1 where id = 93;
update orders set state = 1 where id = 94;
update orders set state = 1 where id = 95;
update orders set state = 1 where id = 96;
update orders set state = 1 where id = 97;
update orders set state = 1 where id = 98;
update orders set state = 1 where id = 99;
update orders set state = 1 where id = 100;
update orders set state = 1 where id = 101;
commit;
-- script
start transaction;
update orders set state = 1 where id = 1;
update orders set state = 1 where id = 2;
update orders set state = 1 where id = 3;
update orders set state = 1 where id = 4;
update orders set state = 1 where id = 5;
update orders set state = 1 where id = 6;
update orders set state = 1 where id = 7;
update orders set state = 1 where id = 8;
update orders set state = 1 where id = 9;
update orders set state = 1 where id = 10;
update orders set state = 1 where id = 11;
update orders set state = 1 where id = 12;
update orders set state = 1 where id = 13;
update orders set state = 1 where id = 14;
update orders set state = 1 where id = 15;
update orders set state = 1 where id = 16;
update orders set state = 1 where id = 17;
update orders set state = 1 where id = 18;
update orders set state = 1 where id = 19;
update orders set state = 1 where id = 20;
update orders set state = 1 where id = 21;
update orders set state = 1 where id = 22;
update orders set state = 1 where id = 23;
update orders set state = 1 where id = 24;
update orders set state = 1 where id = 25;
update orders set state = 1 where id = 26;
update orders set state = 1 where id = 27;
update orders set state = 1 where id = 28;
update orders set state = 1 where id = 29;
update orders set state = 1 where id = 30;
update orders set state = 1 where id = 31;
update orders set state = 1 where id = 32;
update orders set state = 1 where id = 33;
update orders set state = 1 where id = 34;
update orders set state = 1 where id = 35;
update orders set state = 1 where id = 36;
update orders set state = 1 where id = 37;
update orders set state = 1 where id = 38;
update orders set state = 1 where id = 39;
update orders set state = 1 where id = 40;
update orders set state = 1 where id = 41;
update orders set state = 1 where id = 42;
update orders set state = 1 where id = 43;
update orders set state = 1 where id = 44;
update orders set state = 1 where id = 45;
update orders set state = 1 where id = 46;
update orders set state = 1 where id = 47;
update orders set state = 1 where id = 48;
update orders set state = 1 where id = 49;
update orders set state = 1 where id = 50;
update orders set state = 1 where id = 51;
update orders set state = 1 where id = 52;
update orders set state = 1 where id = 53;
update orders set state = 1 where id = 54;
update orders set state = 1 where id = 55;
update orders set state = 1 where id = 56;
update orders set state = 1 where id = 57;
update orders set state = 1 where id = 58;
update orders set state = 1 where id = 59;
update orders set state = 1 where id = 60;
update orders set state = 1 where id = 61;
update orders set state = 1 where id = 62;
update orders set state = 1 where id = 63;
update orders set state = 1 where id = 64;
update orders set state = 1 where id = 65;
update orders set state = 1 where id = 66;
update orders set state = 1 where id = 67;
update orders set state = 1 where id = 68;
update orders set state = 1 where id = 69;
update orders set state = 1 where id = 70;
update orders set state = 1 where id = 71;
update orders set state = 1 where id = 72;
update orders set state = 1 where id = 73;
update orders set state = 1 where id = 74;
update orders set state = 1 where id = 75;
update orders set state = 1 where id = 76;
update orders set state = 1 where id = 77;
update orders set state = 1 where id = 78;
update orders set state = 1 where id = 79;
update orders set state = 1 where id = 80;
update orders set state = 1 where id = 81;
update orders set state = 1 where id = 82;
update orders set state = 1 where id = 83;
update orders set state = 1 where id = 84;
update orders set state = 1 where id = 85;
update orders set state = 1 where id = 86;
update orders set state = 1 where id = 87;
update orders set state = 1 where id = 88;
update orders set state = 1 where id = 89;
update orders set state = 1 where id = 90;
update orders set state = 1 where id = 91;
update orders set state = 1 where id = 92;
update orders set state = 1 where id = 93;
update orders set state = 1 where id = 94;
update orders set state = 1 where id = 95;
update orders set state = 1 where id = 96;
update orders set state = 1 where id = 97;
update orders set state = 1 where id = 98;
update orders set state = 1 where id = 99;
update orders set state = 1 where id = 100;
update orders set state = 1 where id = 101;
rollback;
-- script
select 1;
begin;
update orders set state = 1 where id = 1;
update orders set state = 1 where id = 2;
update orders set state = 1 where id = 3;
update orders set state = 1 where id = 4;
update orders set state = 1 where id = 5;
update orders set state = 1 where id = 6;
update orders set state = 1 where id = 7;
update orders set state = 1 where id = 8;
update orders set state = 1 where id = 9;
update orders set state = 1 where id = 10;
update orders set state = 1 where id = 11;
update orders set state = 1 where id = 12;
update orders set state = 1 where id = 13;
update orders set state = 1 where id = 14;
update orders set state = 1 where id = 15;
update orders set state = 1 where id = 16;
update orders set state = 1 where id = 17;
update orders set state = 1 where id = 18;
update orders set state = 1 where id = 19;
update orders set state = 1 where id = 20;
update orders set state = 1 where id = 21;
update orders set state = 1 where id = 22;
update orders set state = 1 where id = 23;
update orders set state = 1 where id = 24;
update orders set state = 1 where id = 25;
update orders set state = 1 where id = 26;
update orders set state = 1 where id = 27;
update orders set state = 1 where id = 28;
update orders set state = 1 where id = 29;
update orders set state = 1 where id = 30;
update orders set state = 1 where id = 31;
update orders set state = 1 where id = 32;
update orders set state = 1 where id = 33;
update orders set state = 1 where id = 34;
update orders set state = 1 where id = 35;
update orders set state = 1 where id = 36;
update orders set state = 1 where id = 37;
update orders set state = 1 where id = 38;
update orders set state = 1 where id = 39;
update orders set state = 1 where id = 40;
update orders set state = 1 where id = 41;
update orders set state = 1 where id = 42;
update orders set state = 1 where id = 43;
update orders set state = 1 where id = 44;
update orders set state = 1 where id = 45;
update orders set state = 1 where id = 46;
update orders set state = 1 where id = 47;
update orders set state = 1 where id = 48;
update orders set state = 1 where id = 49;
update orders set state = 1 where id = 50;
update orders set state = 1 where id = 51;
update orders set state = 1 where id = 52;
update orders set state = 1 where id = 53;
update orders set state = 1 where id = 54;
update orders set state = 1 where id = 55;
update orders set state = 1 where id = 56;
update orders set state = 1 where id = 57;
update orders set state = 1 where id = 58;
update orders set state = 1 where id = 59;
update orders set state = 1 where id = 60;
update orders set state = 1 where id = 61;
update orders set state = 1 where id = 62;
update orders set state = 1 where id = 63;
update orders set state = 1 where id = 64;
update orders set state = 1 where id = 65;
update orders set state = 1 where id = 66;
update orders set state = 1 where id = 67;
update orders set state = 1 where id = 68;
update orders set state = 1 where id = 69;
update orders set state = 1 where id = 70;
update orders set state = 1 where id = 71;
update orders set state = 1 where id = 72;
update orders set state = 1 where id = 73;
update orders set state = 1 where id = 74;
update orders set state = 1 where id = 75;
update orders set state = 1 where id = 76;
update orders set state = 1 where id = 77;
update orders set state = 1 where id = 78;
update orders set state = 1 where id = 79;
update orders set state = 1 where id = 80;
update orders set state = 1 where id = 81;
update orders set state = 1 where id = 82;
update orders set state = 1 where id = 83;
update orders set state = 1 where id = 84;
update orders set state = 1 where id = 85;
update orders set state = 1 where id = 86;
update orders set state = 1 where id = 87;
update orders set state = 1 where id = 88;
update orders set state = 1 where id = 89;
update orders set state = 1 where id = 90;
update orders set state = 1 where id = 91;
update orders set state = 1 where id = 92;
update orders set state = 1 where id = 93;
update orders set state = 1 where id = 94;
update orders set state = 1 where id = 95;
update orders set state = 1 where id = 96;
update orders set state = 1 where id = 97;
update orders set state = 1 where id = 98;
update orders set state = 1 where id = 99;
update orders set state = 1 where id = 100;
update orders set state = 1 where id = 101;
-- no-hit: transaction-too-many
-- script
begin;
update orders set state = 1 where id = 1;
update orders set state = 1 where id = 2;
commit;
-- script
start transaction;
delete from orders where id = 1;
commit;
-- script
update orders set state = 1 where id = 1;
delete from orders where id = 2;
-- expect: changes-without-transaction
-- script
update orders set state = 1 where id = 1;
update people set n = n + 1 where id = 2;
-- script
insert into orders (id) values (1);
delete from baskets where id = 1;
-- script
select 1;
delete from orders where id = 1;
delete from baskets where id = 1;
-- no-hit: changes-without-transaction
-- script
begin;
update orders set state = 1 where id = 1;
update people set n = n + 1 where id = 2;
commit;
-- script
update orders set state = 1 where id = 1;
-- script
set autocommit = 0;
update orders set state = 1 where id = 1;
update people set n = n + 1 where id = 2;
commit;
-- expect: savepoint-unknown
-- script
begin;
savepoint a;
rollback to savepoint b;
commit;
-- script
begin;
savepoint a;
commit;
release savepoint a;
-- script
begin;
rollback to early;
commit;
-- no-hit: savepoint-unknown
-- script
begin;
savepoint a;
rollback to a;
commit;
-- script
begin;
savepoint A;
release savepoint a;
commit;
-- script
begin;
savepoint a;
savepoint b;
rollback to savepoint a;
commit;
-- expect: lock-tables
lock tables orders read;
lock tables orders write, people read;
lock table orders as o write;
-- no-hit: lock-tables
unlock tables;
select id from orders where id = 1 for update;
lock instance for backup;
-- expect: lock-tables-left
-- script
lock tables orders write;
update orders set state = 1 where id = 1;
-- script
lock tables orders read;
-- script
lock tables orders write, people read;
select id from people where id = 1;
-- no-hit: lock-tables-left
-- script
lock tables orders write;
update orders set state = 1 where id = 1;
unlock tables;
-- script
update orders set state = 1 where id = 1;
-- script
lock tables orders read;
unlock tables;
select 1;
-- expect: table-not-locked
-- script
lock tables orders write;
select id from people where id = 1;
unlock tables;
-- script
lock tables orders read;
update orders set state = 1 where id = 1;
unlock tables;
-- script
lock tables orders write, people read;
insert into orders (id) select id from old_orders;
unlock tables;
-- no-hit: table-not-locked
-- script
lock tables orders write, people read;
update orders set state = (select max(id) from people) where id = 1;
unlock tables;
-- script
lock tables orders read;
unlock tables;
update people set n = 1 where id = 1;
-- script
select id from orders where id = 1;
-- expect: read-lock-global
flush tables with read lock;
flush local tables with read lock;
-- dialect: mariadb-11.4
flush tables with read lock and disable checkpoint;
-- no-hit: read-lock-global
flush tables orders with read lock;
flush tables;
lock instance for backup;
-- expect: lock-in-share-mode
select id from orders where id = 1 lock in share mode;
insert into seen (id) select id from orders where id = 1 lock in share mode;
select id from orders where id in (select id from people where n = 1 lock in share mode);
-- no-hit: lock-in-share-mode
select id from orders where id = 1 for share;
select id from orders where id = 1 for update;
-- dialect: mariadb-11.4
select id from orders where id = 1 lock in share mode;
-- expect: lock-no-where
select id from orders for update;
select id, state from shop.orders order by id for share;
select max(id) from orders lock in share mode;
-- no-hit: lock-no-where
select id from orders where id = 1 for update;
select id from orders order by id limit 1 for update skip locked;
select id from orders;
-- expect: lock-waits
select id from jobs where state = 0 limit 1 for update;
select id from jobs where id = 5 for update;
select j.id from jobs j join queues q on q.id = j.queue where q.id = 1 for update of j;
-- no-hit: lock-waits
select id from jobs where state = 0 limit 1 for update skip locked;
select id from jobs where id = 5 for update nowait;
select id from jobs where id = 5 for share;
-- expect: xa-transaction
xa start 'a';
xa begin 'a', 'b';
xa start 'a' join;
-- no-hit: xa-transaction
xa commit 'a';
xa recover;
start transaction;
-- expect: use-in-script
-- script
select 1;
use shop;
-- script
use shop;
update orders set state = 1 where id = 1;
use people;
-- script
delete from orders where id = 1;
use other;
delete from orders where id = 1;
-- no-hit: use-in-script
-- script
set names utf8mb4;
use shop;
select id from orders where id = 1;
-- script
create database shop;
use shop;
select id from orders where id = 1;
-- script
use shop;
select id from orders where id = 1;
-- script
select id from shop.orders where id = 1;
-- script
use shop;
-- expect: select-in-change
-- script
update orders set state = 1 where id = 1;
select id from orders where id = 1;
-- script
alter table orders add a int;
select 1;
-- script
delete from orders where id = 1;
select id from people where id = 1;
-- no-hit: select-in-change
-- script
select id from orders where id = 1;
-- script
update orders set state = 1 where id = 1;
select max(id) from orders where state = 1 into @a;
-- script
select id from orders where id = 1;
update orders set state = 1 where id = 1;
-- expect: execute-unknown
-- script
prepare a from 'select 1';
execute b;
-- script
select 1;
execute s using @a;
-- script
deallocate prepare s;
execute s;
-- no-hit: execute-unknown
-- script
select 1;
create procedure visit() begin prepare s from 'select 1'; execute s; end;
-- script
prepare a from 'select 1';
execute A;
-- script
execute s;
-- script
prepare s from @text;
execute s using @a;
-- expect: excuse-unclear
delete /* review:ignore dml-no-where */ from orders where id = 1;
delete /* review:ignore */ from orders where id = 1;
select /* review:ignore * everything */ id from orders where id = 1;
delete /* review:ignore dml-nowhere a staging table */ from orders where id = 1;
-- no-hit: excuse-unclear
delete /* review:ignore dml-no-where a staging table */ from orders;
delete /* not reviewed */ from orders where id = 1;
select 'review:ignore' from orders where id = 1;
-- expect: multi-ddl-order
-- script
alter table orders add z int;
alter table items add z int;
-- script
create table a (id int primary key);
drop table b;
-- script
create index k on orders (n);
update orders set n = 1 where id = 3;
create index k on items (n);
-- no-hit: multi-ddl-order
alter table orders add z int;
-- script
alter table orders add z int;
update orders set z = 1 where id = 3;
-- script
select id from orders where id = 3;
drop table b;
