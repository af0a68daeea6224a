-- expect: partition-count
create table t (id int primary key) partition by hash (id) partitions 500;
create table t (id int primary key) partition by key (id) partitions 1024;
alter table t partition by hash (id) partitions 201;
-- no-hit: partition-count
create table t (id int primary key) partition by hash (id) partitions 16;
create table t (id int primary key);
alter table t add partition partitions 4;
-- expect: partition-name-twice
create table t (id int) partition by range (id) (partition p values less than (10), partition p values less than (20));
create table t (id int) partition by list (id) (partition a values in (1), partition A values in (2));
alter table t partition by range (id) (partition p0 values less than (10), partition p1 values less than (20), partition p0 values less than (30));
-- no-hit: partition-name-twice
create table t (id int) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20));
create table t (id int) partition by hash (id) partitions 4;
create table t (id int);
-- expect: partition-range-order
create table t (id int) partition by range (id) (partition p0 values less than (20), partition p1 values less than (10));
create table t (id int) partition by range (id) (partition p0 values less than (10), partition p1 values less than (10));
alter table t partition by range (id) (partition p0 values less than (-1), partition p1 values less than (-5));
-- no-hit: partition-range-order
create table t (id int) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20));
create table t (id int) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue);
create table t (id int) partition by list (id) (partition p0 values in (20), partition p1 values in (10));
-- expect: partition-no-maxvalue
create table t (id int) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20));
create table t (d date) partition by range columns (d) (partition p0 values less than ('2024-01-01'));
alter table t partition by range (id) (partition p0 values less than (10));
-- no-hit: partition-no-maxvalue
create table t (id int) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue);
create table t (id int) partition by hash (id) partitions 4;
create table t (d date) partition by range columns (d) (partition p0 values less than (maxvalue));
-- expect: partition-key-not-in-unique
create table t (id int primary key, d date) partition by range columns (d) (partition p values less than maxvalue);
create table t (id int, n int, unique key k (n), primary key (id)) partition by hash (id) partitions 4;
create table t (id int primary key, y int) partition by range (y + 1) (partition p values less than maxvalue);
-- script
create table t (id int primary key, y int);
alter table t partition by hash (y) partitions 4;
-- script
create table t (id int, y int, primary key (id, y)) partition by hash (y) partitions 4;
alter table t add unique key k (id);
-- script
create table t (id int, y int, primary key (id, y)) partition by hash (y) partitions 4;
create unique index k on t (id);
-- no-hit: partition-key-not-in-unique
create table t (id int, d date, primary key (id, d)) partition by range (to_days(d)) (partition p values less than maxvalue);
create table t (id int, n int, key k (n)) partition by hash (id) partitions 4;
create table t (id int primary key) partition by key () partitions 4;
-- script
create table t (id int primary key, y int);
alter table t partition by hash (id) partitions 4;
-- script
create table t (id int, y int, primary key (id, y)) partition by hash (y) partitions 4;
alter table t add unique key k (y, id), add key l (id);
-- expect: partition-foreign-key
create table t (id int primary key, constraint f foreign key (id) references u (id)) partition by hash (id) partitions 4;
create table t (id int, p int, foreign key (p) references people (id)) partition by key (id) partitions 2;
create table t (id int, p int, constraint x foreign key (p) references people (id) on delete cascade) partition by range (id) (partition p0 values less than maxvalue);
-- no-hit: partition-foreign-key
create table t (id int primary key, constraint f foreign key (id) references u (id));
create table t (id int primary key) partition by hash (id) partitions 4;
-- dialect: mariadb-11.4
create table t (id int primary key);
-- expect: partition-fulltext
create table t (id int primary key, a text, fulltext key k (a)) partition by hash (id) partitions 4;
create table t (id int primary key, g geometry not null, spatial key k (g)) partition by key (id) partitions 4;
create table t (id int, a text, fulltext (a)) partition by range (id) (partition p0 values less than maxvalue);
-- no-hit: partition-fulltext
create table t (id int primary key, a text, fulltext key k (a));
create table t (id int primary key, a int, key k (a)) partition by hash (id) partitions 4;
create table t (id int primary key) partition by hash (id) partitions 4;
-- expect: partition-reorganize
alter table t reorganize partition p1 into (partition a values less than (5), partition b values less than (10));
alter table t coalesce partition 2;
alter table t rebuild partition p1;
-- no-hit: partition-reorganize
alter table t add partition (partition p9 values less than (90));
alter table t analyze partition p1;
alter table t drop partition p1;
-- expect: partition-exchange-unchecked
alter table t exchange partition p with table u without validation;
alter table shop.t exchange partition p with table shop.u without validation;
alter table t exchange partition p1 with table archive without validation;
-- no-hit: partition-exchange-unchecked
alter table t exchange partition p with table u;
alter table t exchange partition p with table u with validation;
alter table t drop partition p;
-- expect: remove-partitioning
alter table t remove partitioning;
alter table t partition by hash (id) partitions 8;
alter table t add a int partition by key (id) partitions 2;
-- no-hit: remove-partitioning
alter table t drop partition p1;
create table t (id int primary key) partition by hash (id) partitions 4;
alter table t engine = innodb;
-- expect: partition-hash-time
create table t (d date) partition by hash (year(d)) partitions 4;
create table t (d date) partition by linear hash (to_days(d)) partitions 12;
alter table t partition by hash (month(d)) partitions 12;
-- no-hit: partition-hash-time
create table t (d date) partition by range (to_days(d)) (partition p0 values less than maxvalue);
create table t (id int) partition by hash (id) partitions 4;
create table t (id int) partition by key (id) partitions 4;
-- expect: update-partition-key
-- given: shop
update logs set at = '2024-01-01' where id = 1 and at = '2023-01-01';
update logs l set l.at = l.at + interval 1 day where l.id = 1;
update logs set line = 'x', at = '2024-01-01' where id = 1;
-- no-hit: update-partition-key
update logs set line = 'x' where id = 1;
update orders set paid_at = now() where id = 1;
update people set born = '2024-01-01' where id = 1;
-- expect: partition-no-prune
-- given: shop
select line from logs where id = 5;
delete from logs where id < 100;
select l.line from logs l join orders o on o.id = l.id where o.state = 1;
-- no-hit: partition-no-prune
select line from logs where at = '2024-05-05';
select line from logs partition (p1) where id = 5;
select id from orders where state = 1;
-- given: shop
select l.id from logs l join orders o on o.paid_at = l.at where o.id = 1;
-- expect: partition-missing
-- given: shop
alter table logs drop partition p9;
select line from logs partition (p9) where id = 5;
alter table logs add partition (partition p1 values less than ('2030-01-01'));
-- script
alter table logs drop partition p0;
alter table logs truncate partition p0;
-- no-hit: partition-missing
alter table logs drop partition p0;
select line from logs partition (p1) where id = 5;
alter table elsewhere.logs drop partition p9;
-- expect: partition-name-twice
alter table t add partition (partition p5 values less than (50), partition P5 values less than (60));
alter table t reorganize partition p0 into (partition a values less than (5), partition a values less than (10));
-- no-hit: partition-name-twice
alter table t add partition (partition p5 values less than (50), partition p6 values less than (60));
-- expect: partition-missing
-- given: shop
alter table logs reorganize partition p0 into (partition p1 values less than ('2023-01-01'), partition p0b values less than ('2024-01-01'));
alter table orders drop partition p0;
select id from orders partition (p0) where id = 1;
-- no-hit: partition-missing
-- given: shop
alter table logs reorganize partition p0 into (partition p0 values less than ('2023-01-01'), partition p0b values less than ('2024-01-01'));
alter table orders partition by hash (id) partitions 4;
select id from orders where id = 1;
-- expect: partition-missing
-- given: shop
insert into logs partition (p9) (id, at) values (1, '2024-05-05');
-- no-hit: partition-missing
-- given: shop
insert into logs partition (p1) (id, at) values (1, '2024-05-05');
