-- expect: trigger
create trigger t before insert on orders for each row set new.n = 1;
create trigger t after delete on orders for each row insert into log (id) values (old.id);
create trigger if not exists t before update on orders for each row set new.n = old.n;
-- no-hit: trigger
drop trigger t;
create table triggers (id int primary key);
show triggers;
-- expect: procedure
create procedure p() select 1;
create function f() returns int deterministic return 1;
create procedure shop.p(in a int) update orders set n = a where id = 1;
-- no-hit: procedure
drop procedure p;
call p();
show procedure status;
-- expect: event
create event e on schedule every 1 day do delete from log where id < 5;
create event if not exists e on schedule at '2030-01-01 00:00:00' do delete from log where id < 5;
create event shop.e on schedule every 1 hour starts '2030-01-01 00:00:00' do delete from log where id < 5;
-- no-hit: event
drop event e;
alter event e disable;
show events;
-- expect: event-drops-itself
create event e on schedule at '2030-01-01 00:00:00' do delete from log where id < 5;
create event e on schedule at current_timestamp + interval 1 day on completion not preserve do delete from log where id < 5;
create event shop.e on schedule at '2030-01-01 00:00:00' enable do delete from log where id < 5;
-- no-hit: event-drops-itself
create event e on schedule at '2030-01-01 00:00:00' on completion preserve do delete from log where id < 5;
create event e on schedule every 1 day do delete from log where id < 5;
drop event e;
-- expect: view
create view v as select id from orders where state = 1;
create or replace view shop.v as select 1 as a;
create algorithm = merge view v as select id from orders where id < 5;
-- no-hit: view
drop view v;
alter view v as select 1 as a;
select id from v where id = 1;
-- expect: view-star
create view v as select id from orders where state = 1 union all select * from people where id < 9;
create view v as select * from orders where state = 1;
create or replace view v as select o.* from orders o where o.state = 1;
alter view v as select * from orders where state = 1;
-- no-hit: view-star
create view v as select id from orders o where exists (select * from people p where p.id = o.payer);
create view v as select id, n from orders where state = 1;
create view v as select count(*) as n from orders where state = 1;
select * from orders where id = 1;
-- expect: view-order-by
create view v as select id from orders where state = 1 order by id;
alter view v as select id from orders where state = 1 order by id desc;
create or replace view v (a) as select id from orders where state = 1 order by n, id;
-- no-hit: view-order-by
create view v as select id from orders where state = 1;
create view v as select id from orders where state = 1 order by id limit 5;
select id from orders where state = 1 order by id;
-- expect: view-temptable
create algorithm = temptable view v as select id from orders where state = 1;
create or replace algorithm = temptable view v as select id from orders where state = 1;
alter algorithm = temptable view v as select id from orders where state = 1;
-- no-hit: view-temptable
create algorithm = merge view v as select id from orders where state = 1;
create view v as select id from orders where state = 1;
create algorithm = undefined view v as select id from orders where state = 1;
-- expect: view-columns-mismatch
create view v (a) as select id, n from orders where state = 1 union select 1, 2;
create view v (a, A) as select id, n from orders where state = 1;
create view v as select o.id, p.id from orders o join people p on p.id = o.payer where o.n = 1;
create view v (a) as select id, n from orders where state = 1;
create or replace view v (a, b) as select id from orders where state = 1;
alter view v (a, b, c) as select id, n from orders where state = 1;
-- script
create table pair (a int primary key, b int);
create view v (a) as select * from pair where a = 1;
-- no-hit: view-columns-mismatch
create view v (a, b) as select id, n from orders where state = 1 union select 1, 2;
create view v as select o.id, p.id as payer from orders o join people p on p.id = o.payer where o.n = 1;
create view v (a, b) as select id, n from orders where state = 1;
create view v as select id, n from orders where state = 1;
create view v (a, b, c) as select * from orders where state = 1;
-- script
create table pair (a int primary key, b int);
create view v (a, b) as select * from pair where a = 1;
-- expect: view-check-option
create view v as select id, n from orders where state = 1;
create or replace view v as select id from shop.orders where state = 1;
create algorithm = merge view v (a) as select id from orders where state = 1;
-- no-hit: view-check-option
create view v as select id, n from orders where state = 1 with check option;
create view v as select count(*) as n from orders where state = 1;
create view v as select distinct n from orders where state = 1;
-- expect: function-not-deterministic
create function f() returns int return 1;
create function f(a int) returns int comment 'x' return a + 1;
create function shop.f() returns int not deterministic return 1;
-- no-hit: function-not-deterministic
create function f() returns int deterministic return 1;
create function f() returns int reads sql data return 1;
create procedure p() select 1;
-- expect: deterministic-lie
create function f() returns datetime deterministic return now();
create function f() returns double deterministic return rand() * 5;
create function f() returns char(36) deterministic no sql return uuid();
-- no-hit: deterministic-lie
create function f() returns int deterministic return 1;
create function f() returns datetime not deterministic no sql return now();
create function f(a int) returns int deterministic return abs(a);
-- expect: handler-swallows
delimiter //
create procedure p() begin declare continue handler for sqlexception begin end; delete from orders where id = 1; end//
delimiter ;
delimiter //
create procedure p() begin declare continue handler for sqlexception set @e = 1; delete from orders where id = 1; end//
delimiter ;
delimiter //
create procedure p() begin declare continue handler for sqlexception, not found set @e = 1; delete from orders where id = 1; end//
delimiter ;
-- no-hit: handler-swallows
delimiter //
create procedure p() begin declare exit handler for sqlexception begin rollback; resignal; end; delete from orders where id = 1; end//
delimiter ;
delimiter //
create procedure p() begin declare continue handler for not found set @done = 1; delete from orders where id = 1; end//
delimiter ;
create procedure p() select 1;
-- expect: cursor-loop
delimiter //
create procedure p() begin declare c cursor for select id from orders where id < 9; open c; close c; end//
delimiter ;
delimiter //
create procedure p() begin declare n int; declare c cursor for select id from orders where id < 9; open c; fetch c into n; close c; end//
delimiter ;
delimiter //
create procedure p() begin declare a cursor for select 1; declare b cursor for select 2; open a; close a; end//
delimiter ;
-- no-hit: cursor-loop
delimiter //
create procedure p() begin update orders set n = 1 where id < 9; end//
delimiter ;
create procedure p() select 1;
create table cursors (id int primary key);
-- expect: commit-in-routine
delimiter //
create procedure p() begin update orders set n = 1 where id = 1; commit; end//
delimiter ;
delimiter //
create procedure p() begin rollback; end//
delimiter ;
create procedure p() commit;
-- no-hit: commit-in-routine
commit;
delimiter //
create procedure p() begin update orders set n = 1 where id = 1; end//
delimiter ;
delimiter //
create procedure p() begin start transaction; end//
delimiter ;
-- expect: routine-no-comment
create procedure p() select 1;
create function f() returns int deterministic return 1;
create procedure p() sql security invoker select 1;
-- no-hit: routine-no-comment
create procedure p() comment 'counts orders' select 1;
create function f() returns int deterministic comment 'one' return 1;
drop procedure p;
-- expect: trigger-writes-other
create trigger t after insert on orders for each row insert into log (id) values (new.id);
create trigger t after delete on orders for each row delete from items where order_id = old.id;
delimiter //
create trigger t after update on orders for each row begin update people set n = n + 1 where id = new.payer; end//
delimiter ;
-- no-hit: trigger-writes-other
create trigger t before insert on orders for each row set new.n = 1;
delimiter //
create trigger t before update on orders for each row begin set new.n = old.n; end//
delimiter ;
drop trigger t;
-- expect: call-procedure
call p();
call shop.p(1, 'a');
call p;
-- no-hit: call-procedure
select f(1);
create procedure p() select 1;
do f(1);
