-- expect: drop-table
drop table orders;
drop table if exists shop.orders, people;
drop table orders cascade;
-- no-hit: drop-table
drop temporary table orders;
drop view orders;
truncate table orders;
-- expect: drop-schema
drop database shop;
drop schema if exists shop;
drop database `shop-old`;
-- no-hit: drop-schema
create database shop;
drop table shop.orders;
alter database shop character set utf8mb4;
-- expect: drop-column
alter table orders drop column state;
alter table orders drop state, add made datetime;
alter table shop.orders add a int, drop column b;
-- no-hit: drop-column
alter table orders drop index state;
alter table orders add column state int;
alter table orders drop foreign key f;
-- expect: drop-primary-key
drop index `primary` on orders;
alter table orders drop index `PRIMARY`;
alter table orders drop primary key;
alter table orders add a int, drop primary key;
alter table shop.orders drop primary key, add unique (a);
-- no-hit: drop-primary-key
alter table orders drop primary key, add number bigint unsigned not null auto_increment primary key;
drop index primary_name on orders;
alter table orders drop primary key, add primary key (a, b);
alter table orders drop index a;
alter table orders add primary key (a);
-- expect: drop-foreign-key
alter table orders drop foreign key payer_fk;
alter table orders add a int, drop foreign key payer_fk;
alter table shop.orders drop foreign key payer_fk, drop foreign key b;
-- no-hit: drop-foreign-key
alter table orders drop index payer_fk;
alter table orders add foreign key (payer) references people (id);
alter table orders drop column payer;
-- expect: rename-object
rename table orders to old_orders;
alter table orders rename to old_orders;
alter table orders rename column a to b;
alter table orders change a b int;
-- no-hit: rename-object
alter table orders rename index a to b;
alter table orders add column a int;
create table b like a;
alter table orders change a A bigint;
-- expect: alter-engine
alter table orders engine = innodb;
alter table orders engine myisam;
alter table orders add a int, engine = InnoDB;
-- no-hit: alter-engine
create table orders (id int primary key) engine = innodb;
alter table orders comment = 'engine';
alter table orders force;
-- expect: change-column
alter table orders change a b int;
alter table orders change column a a bigint not null;
alter table orders add c int, change a b varchar(20) after c;
-- dialect: mysql-5.7
alter table orders change a b int;
-- no-hit: change-column
alter table orders modify a int;
alter table orders rename column a to b;
alter table orders alter column a set default 1;
-- expect: grant-too-wide
grant all on shop.orders to a@localhost;
grant select, insert on shop.* to a@'%';
grant super on *.* to a@localhost;
grant usage on *.* to a@localhost with grant option;
grant all on *.* to a@'%';
grant all privileges on shop.* to a@localhost;
grant select on shop.orders to a with grant option;
grant select on *.* to a;
-- no-hit: grant-too-wide
grant select, insert on shop.* to a;
grant replication slave, replication client on *.* to a@'10.0.0.5';
grant usage on *.* to a@'%';
grant execute on procedure shop.p to a@localhost;
revoke all on *.* from a;
-- expect: alter-merge
-- script
alter table orders add a int;
alter table orders add b int;
-- script
alter table orders add a int;
create index k on orders (a);
-- script
drop index k on orders;
alter table people add a int;
alter table Orders drop column a;
-- script
alter table orders add a int;
rename table orders to sales;
alter table sales add b int;
-- script
alter table orders add a int, rename to sales;
alter table sales add b int;
-- no-hit: alter-merge
-- script
create table fresh (id int primary key, a int);
create index j on fresh (a);
create index k on fresh (a, id);
-- script
alter table visit disable keys;
alter table visit enable keys;
-- script
alter table orders add a int, add b int;
alter table people add a int;
-- script
create index k on orders (a);
select id from orders where a = 1;
-- script
alter table shop.orders add a int;
alter table other.orders add a int;
-- script
alter table orders add a int;
drop table orders;
create table orders (id int primary key);
alter table orders add b int;
-- expect: create-then-alter
-- script
create table fresh (id int primary key);
alter table fresh add a int;
-- script
create table fresh (id int primary key, a int);
create index k on fresh (a);
-- script
create table shop.fresh (id int primary key);
alter table shop.fresh engine = innodb;
-- no-hit: create-then-alter
-- script
create table fresh (id int primary key, other_id int);
create table other (id int primary key);
alter table fresh add constraint fk_other foreign key (other_id) references other (id);
-- script
create table visit (id int primary key);
alter table visit disable keys;
alter table visit enable keys;
-- script
create table fresh (id int primary key);
alter table orders add a int;
-- script
create table fresh (id int primary key);
insert into fresh (id) select id from orders where id < 9;
alter table fresh add a int;
-- script
create temporary table fresh (id int primary key);
alter table fresh add a int;
-- expect: drop-then-create
-- script
drop table if exists orders;
create table orders (id int primary key);
-- script
drop table shop.orders;
create table shop.orders (id int primary key);
-- script
drop table people, orders;
create table Orders (id int primary key);
-- no-hit: drop-then-create
-- script
drop table old_orders;
create table orders (id int primary key);
-- script
create table orders (id int primary key);
-- script
drop temporary table orders;
create temporary table orders (id int primary key);
-- expect: drop-column-in-index
-- given: shop
alter table orders drop column payer;
alter table people drop country;
alter table orders add a int, drop column state;
-- given: shop
alter table orders drop column state, add key k (payer);
alter table orders drop column code, drop index idx_payer;
-- no-hit: drop-column-in-index
alter table orders drop column note;
alter table items drop column words;
alter table elsewhere.orders drop column payer;
-- given: shop
alter table orders drop index idx_state_paid, drop column state;
alter table people drop column country, drop key idx_country_born;
-- expect: drop-column-referenced
-- given: shop
alter table orders drop column amount;
alter table orders drop column payer;
alter table people drop column id;
-- given: shop
-- script
create table t (id int primary key, a varchar(20), key k ((lower(a))));
alter table t drop column a;
-- script
create table t (id int, y int) partition by hash (y);
alter table t drop column y;
-- no-hit: drop-column-referenced
alter table orders drop column note;
alter table items drop column n;
alter table elsewhere.orders drop column amount;
-- given: shop
alter table items drop column n, add m int;
-- script
create table t (id int primary key, a int, b int as (a + 1), key k ((a * 2)));
alter table t drop key k, drop column b, drop column a;
-- expect: drop-used-table
-- given: shop
drop table people;
drop table orders;
drop table items, orders;
-- script
create table fresh (id int primary key);
create procedure p() delete from fresh where id < 9;
drop table fresh;
-- script
create table fresh (id int primary key);
create table visit (id int primary key);
create trigger t after insert on visit for each row insert into fresh (id) values (new.id);
drop table fresh;
-- no-hit: drop-used-table
drop table items;
drop table elsewhere.orders;
drop temporary table orders;
-- given: shop
-- script
create table fresh (id int primary key);
create trigger t before insert on fresh for each row set new.id = 1;
drop table fresh;
-- script
create table fresh (id int primary key);
create procedure p() delete from fresh where id < 9;
drop procedure p;
drop table fresh;
-- expect: column-type-change
-- given: shop
alter table orders modify state varchar(10);
alter table orders modify amount int not null;
alter table orders change note remark text;
-- no-hit: column-type-change
alter table orders modify note varchar(300);
alter table orders modify state tinyint not null default 1;
alter table elsewhere.orders modify state varchar(10);
-- given: shop
alter table items modify n integer;
-- expect: column-shrink
-- given: shop
alter table orders modify note varchar(100);
alter table orders modify payer int unsigned not null;
alter table orders modify payer bigint not null;
alter table orders modify amount decimal(8, 2) not null;
-- given: shop
alter table orders modify doc varchar(200);
alter table items modify words tinytext;
alter table orders modify paid_at date;
alter table orders modify amount int not null;
alter table orders modify state decimal(2, 0) not null;
-- script
create table t (id int primary key, a enum ('x', 'y', 'z'), b datetime(6), c varchar(20));
alter table t modify a enum ('x', 'z');
-- script
create table t (id int primary key, a enum ('x', 'y', 'z'), b datetime(6), c varchar(20));
alter table t modify b datetime;
-- script
create table t (id int primary key, a enum ('x', 'y', 'z'), b datetime(6), c varchar(20));
alter table t modify c char(10);
-- no-hit: column-shrink
alter table orders modify note varchar(300);
alter table orders modify state int not null default 0;
alter table items modify n bigint;
-- given: shop
alter table orders modify note text;
alter table items modify words mediumtext;
alter table people modify born datetime;
alter table orders modify payer decimal(20, 0) not null;
-- script
create table t (id int primary key, a enum ('x', 'y'), b datetime(3));
alter table t modify a enum ('x', 'y', 'z'), modify b datetime(6);
-- expect: column-widen-256
-- given: shop
alter table people modify name varchar(100) not null;
alter table orders modify code varchar(64) not null;
alter table items modify title varchar(300) character set latin1 not null;
-- no-hit: column-widen-256
alter table people modify name varchar(60) not null;
alter table orders modify note varchar(500);
alter table elsewhere.people modify name varchar(100);
-- expect: modify-loses-attributes
-- given: shop
alter table orders modify state tinyint;
alter table orders modify code varchar(30);
alter table people modify id bigint unsigned not null;
alter table people change updated_at changed_at datetime not null default current_timestamp;
-- no-hit: modify-loses-attributes
alter table orders modify state tinyint not null default 1;
alter table orders modify note varchar(300);
alter table orders modify state tinyint null default 1;
alter table orders modify id bigint unsigned auto_increment;
-- expect: not-null-tightened
-- given: shop
alter table orders modify note varchar(200) not null;
alter table people change born birthday date not null;
alter table items modify n int not null default 0;
-- no-hit: not-null-tightened
alter table orders modify code varchar(30) not null;
alter table orders modify note varchar(300);
alter table elsewhere.orders modify note varchar(200) not null;
-- expect: add-unique-existing
alter table t add primary key (a);
alter table t add a varchar(20) not null default '' unique;
alter table t modify a int unique;
alter table t add unique key k (a(10));
-- given: shop
alter table orders add unique key k (note);
create unique index k on people (name);
alter table items add a int, add unique (order_id, n);
create unique index k on elsewhere.people (name);
-- no-hit: add-unique-existing
alter table t add id bigint unsigned not null auto_increment primary key;
alter table t add a varchar(20) unique;
alter table orders add key k (note);
create index k on people (name);
-- script
create table fresh (id int primary key, a int);
create unique index k on fresh (a);
-- given: shop
alter table orders drop primary key, add primary key (id, code);
alter table orders add unique key k (code, state);
-- expect: instant-blocked
-- given: shop
alter table packed add b int;
alter table packed add column b int not null default 0, add c int;
-- script
create table papers (id int primary key, a text, fulltext key k (a));
alter table papers add b int;
-- given: shop
alter table orders add total int as (amount * 2) stored;
-- script
create temporary table t (id int primary key);
alter table t add a int;
-- no-hit: instant-blocked
alter table orders add b int;
alter table packed drop column a;
-- dialect: mysql-5.7
alter table packed add b int;
-- dialect: mysql-8.0
alter table orders add total int as (amount * 2) virtual;
-- expect: drop-foreign-key-index
-- given: shop
alter table orders drop index idx_payer;
drop index idx_payer on orders;
alter table orders drop key idx_payer;
-- no-hit: drop-foreign-key-index
alter table orders drop index idx_state_paid;
alter table orders drop foreign key fk_payer, drop index idx_payer;
drop index idx_order on items;
-- expect: rename-breaks-view
-- given: shop
alter table orders rename to bills;
rename table orders to purchases;
alter table orders rename column amount to total;
rename table items to things, orders to purchases;
-- no-hit: rename-breaks-view
rename table items to things;
alter table orders rename column note to remark;
alter table orders rename index idx_payer to idx_p;
-- expect: unique-has-duplicates
-- facts: {"plan":{"steps":[],"duplicates":12}}
create unique index k on orders (note);
alter table orders add unique key k (note);
alter table orders add constraint k unique (note, state);
-- no-hit: unique-has-duplicates
-- facts: {"plan":{"steps":[],"duplicates":0}}
create unique index k on orders (note);
-- facts: {"plan":{"steps":[]}}
create unique index k on orders (note);
alter table orders add unique key k (note);
-- expect: ddl-big-table
-- facts: {"statistics":{"orders":{"rows":90000000,"dataBytes":20000000000,"indexBytes":5000000000}}}
alter table orders add a int;
create index k on orders (note);
drop index idx_payer on orders;
-- facts: {"statistics":{"orders":{"rows":20000000,"dataBytes":900000000}}}
alter table orders modify note text;
optimize table orders;
-- facts: {"statistics":{"orders":{"rows":3000000,"dataBytes":2000000000}}}
alter table orders drop primary key, add primary key (code);
-- no-hit: ddl-big-table
-- facts: {"statistics":{"orders":{"rows":900,"dataBytes":2000000}}}
alter table orders add a int;
create index k on orders (note);
-- facts: {"statistics":{"people":{"dataBytes":20000000000}}}
alter table orders add a int;
-- facts: {"statistics":{"orders":{"rows":90000000,"dataBytes":20000000000}}}
-- given: shop
alter table orders add a int;
alter table orders rename column note to remark;
analyze table orders;
-- expect: drop-table-big
-- facts: {"statistics":{"orders":{"dataBytes":200000000000}}}
drop table orders;
truncate table orders;
drop table if exists people, orders;
-- no-hit: drop-table-big
-- facts: {"statistics":{"orders":{"dataBytes":2000000}}}
drop table orders;
truncate table orders;
-- facts: {"statistics":{"people":{"dataBytes":200000000000}}}
drop table orders;
-- expect: drop-read-table
-- facts: {"statistics":{"orders":{"reads":500,"writes":2}}}
drop table orders;
truncate table orders;
drop table people, orders;
-- no-hit: drop-read-table
-- facts: {"statistics":{"orders":{"reads":0,"writes":0}}}
drop table orders;
-- facts: {"statistics":{"orders":{"rows":5}}}
drop table orders;
-- facts: {"statistics":{"people":{"reads":500}}}
truncate table orders;
-- expect: instant-exhausted
-- facts: {"statistics":{"orders":{"rowVersions":254}}}
alter table orders add a int;
alter table orders drop column note;
-- dialect: mysql-8.0
-- facts: {"statistics":{"orders":{"rowVersions":63}}}
alter table orders add a int;
-- no-hit: instant-exhausted
-- facts: {"statistics":{"orders":{"rowVersions":63}}}
alter table orders add a int;
alter table orders drop index idx_payer;
-- facts: {"statistics":{"orders":{"rowVersions":0}}}
alter table orders drop column note;
-- expect: ddl-open-transaction
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":["orders"]}]}}
alter table orders add a int;
drop table orders;
create index k on orders (note);
truncate table orders;
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":["orders"]}]}}
rename table orders to sales;
optimize table orders;
alter table visit add constraint f foreign key (o) references orders (id);
create trigger t before insert on orders for each row set new.note = 'x';
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":["people"]}]}}
create table visit (id int primary key, p bigint unsigned, foreign key (p) references people (id));
-- script
create table people (id int primary key);
create table visit (id int primary key, p int, constraint f foreign key (p) references people (id));
alter table visit drop foreign key f;
-- no-hit: ddl-open-transaction
-- facts: {"instance":{"transactions":[{"seconds":1,"tables":["orders"]}]}}
alter table orders add a int;
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":["people"]}]}}
alter table orders add a int;
-- facts: {"instance":{"transactions":[]}}
drop table orders;
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":["orders"]}]}}
analyze table orders;
alter table visit add o int;
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":["people"]}]}}
create table visit (id int primary key, p int);
-- expect: ddl-transaction-anywhere
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":[],"isAnywhere":true,"session":7,"user":"app","host":"web-1"}]}}
alter table orders add a int;
rename table orders to sales;
drop table orders;
-- no-hit: ddl-transaction-anywhere
-- facts: {"instance":{"transactions":[{"seconds":5,"tables":[],"isAnywhere":true}]}}
alter table orders add a int;
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":["people"]}]}}
alter table orders add a int;
-- facts: {"instance":{"transactions":[{"seconds":600,"tables":[],"isAnywhere":true}]}}
update orders set note = 'x' where id = 1;
-- expect: rebuild-no-disk
-- facts: {"statistics":{"orders":{"dataBytes":50000000000}},"instance":{"freeDiskBytes":10000000000}}
alter table orders engine = innodb;
alter table orders modify note text;
alter table orders drop primary key, add primary key (code);
-- facts: {"statistics":{"orders":{"dataBytes":50000000000}},"instance":{"freeDiskBytes":10000000000}}
optimize table orders;
-- no-hit: rebuild-no-disk
-- facts: {"statistics":{"orders":{"dataBytes":5000000}},"instance":{"freeDiskBytes":10000000000}}
alter table orders engine = innodb;
-- facts: {"instance":{"freeDiskBytes":10}}
alter table orders engine = innodb;
-- facts: {"statistics":{"orders":{"dataBytes":50000000000}},"instance":{}}
alter table orders engine = innodb;
-- expect: change-while-busy
-- facts: {"instance":{"runningThreads":120}}
alter table orders add a int;
create index k on orders (note);
alter table people drop column born;
-- no-hit: change-while-busy
-- facts: {"instance":{"runningThreads":3}}
alter table orders add a int;
-- facts: {"instance":{}}
alter table orders add a int;
-- facts: {"instance":{"runningThreads":120}}
select id from orders where id = 1;
-- expect: repair-table
repair table orders;
repair table orders, people quick;
repair local table orders extended;
-- no-hit: repair-table
check table orders;
analyze table orders;
optimize table orders;
-- expect: optimize-table
optimize table orders;
optimize local table orders;
optimize table orders, people;
-- no-hit: optimize-table
analyze table orders;
check table orders;
select id from orders where id = 1;
-- expect: alter-force
alter table orders force;
alter table orders force, algorithm = inplace;
alter table shop.orders add a int, force;
-- no-hit: alter-force
alter table orders add a int;
alter table orders drop index k;
select id from orders force index (k) where n = 1;
-- expect: alter-schema
alter database shop encryption = 'Y';
alter database shop character set utf8mb4;
alter schema shop collate utf8mb4_bin;
alter database default character set = utf8mb4;
-- no-hit: alter-schema
create database shop character set utf8mb4;
alter table t default charset = utf8mb4;
use shop;
-- expect: alter-order-by
alter table orders order by n;
alter table orders order by n desc, id;
alter table orders add a int, order by n;
-- no-hit: alter-order-by
alter table orders add a int;
select id from orders where n = 1 order by n;
alter table orders add key k (n);
-- expect: column-position
alter table orders add a int first;
alter table orders add a int after n;
alter table orders modify n int after id;
-- no-hit: column-position
alter table orders add a int;
alter table orders modify n int;
create table t (first int, after_it int);
-- expect: alter-no-action
alter table orders;
alter table orders algorithm = inplace;
alter table shop.orders lock = none, algorithm = instant;
-- no-hit: alter-no-action
alter table orders add a int;
alter table orders engine = innodb;
alter table orders remove partitioning;
-- expect: ddl-algorithm-required
create index k on orders (n);
drop index k on orders lock = none;
alter table orders add a int;
alter table orders add a int, lock = none;
alter table orders drop index k;
-- no-hit: ddl-algorithm-required
alter table orders add a int, algorithm = instant;
alter table orders algorithm = inplace, drop index k;
create index k on orders (n) algorithm = inplace;
-- expect: ddl-lock-required
create index k on orders (n) algorithm = inplace;
alter table orders add a int;
alter table orders add a int, algorithm = inplace;
alter table orders drop index k;
-- no-hit: ddl-lock-required
alter table orders add a int, lock = none;
alter table orders add a int, algorithm = instant;
create index k on orders (n) lock = none;
-- expect: ddl-copy-asked
alter table orders add a int, algorithm = copy;
alter table orders add a int, lock = exclusive;
create index k on orders (n) lock = shared;
-- no-hit: ddl-copy-asked
alter table orders add a int, algorithm = inplace;
alter table orders add a int, lock = none;
alter table orders add a int;
-- expect: drop-constraint
alter table orders drop check positive;
alter table orders drop constraint positive;
alter table orders drop constraint a, add b int;
-- no-hit: drop-constraint
alter table orders drop index k;
alter table orders drop column n;
alter table orders drop foreign key f;
-- expect: drop-view
drop view v;
drop view if exists a, b;
drop view shop.v restrict;
-- no-hit: drop-view
drop table v;
create view v as select 1 as a;
alter view v as select 1 as a;
-- expect: drop-routine
drop procedure p;
drop trigger if exists t;
drop event e;
-- no-hit: drop-routine
drop table p;
create procedure p() select 1;
alter event e disable;
-- expect: drop-many
drop table a, b;
drop table if exists a, b, c;
drop table shop.a, shop.b restrict;
-- no-hit: drop-many
drop table a;
drop temporary table a, b;
drop view a, b;
-- expect: foreign-key-disabled-drop
-- script
set foreign_key_checks = 0;
drop table people;
-- script
set session foreign_key_checks = off;
truncate table people;
-- script
set foreign_key_checks = 0;
select 1;
drop table if exists people;
-- no-hit: foreign-key-disabled-drop
-- script
drop table people;
-- script
set names utf8mb4;
drop table people;
-- script
set foreign_key_checks = 0;
select 1;
-- expect: tablespace-change
create tablespace big add datafile 'big.ibd';
drop tablespace big;
alter tablespace big rename to bigger;
-- no-hit: tablespace-change
create table t (id int primary key);
show tables;
alter table t engine = innodb;
-- expect: drop-table-pattern
drop table orders;
drop table if exists shop.orders;
drop table orders_del, people;
-- no-hit: drop-table-pattern
drop table orders_del;
drop table shop.`Orders_DEL`;
drop temporary table orders;
drop view orders;
-- expect: rename-cross-schema
rename table shop.orders to archive.orders;
alter table shop.orders rename to archive.orders;
rename table shop.people to shop.persons, shop.orders to archive.orders;
-- script
use shop;
rename table orders to archive.orders;
-- no-hit: rename-cross-schema
rename table shop.orders to shop.sales;
rename table orders to sales;
alter table shop.orders rename to Shop.sales;
-- script
use shop;
alter table orders rename to shop.sales;
-- expect: alter-no-effect
alter table orders max_rows = 1000000;
alter table orders add a int, delay_key_write = 1;
alter table shop.orders pack_keys = 1, checksum = 1;
-- no-hit: alter-no-effect
alter table orders comment = 'x';
alter table orders row_format = dynamic, auto_increment = 100;
alter table orders engine = myisam, max_rows = 1000000;
-- script
create table visit (id int primary key) engine = myisam;
alter table visit delay_key_write = 1;
-- expect: add-constraint-existing
alter table orders add constraint positive check (n > 0);
alter table orders add a int, add constraint f foreign key (payer) references people (id);
alter table orders alter check positive enforced;
alter table shop.orders modify n int check (n > 0);
-- no-hit: add-constraint-existing
alter table orders add constraint positive check (n > 0) not enforced;
alter table orders add payer bigint unsigned, add constraint f foreign key (payer) references people (id);
alter table orders drop check positive;
-- script
create table fresh (id int primary key, n int);
alter table fresh add constraint positive check (n > 0);
-- dialect: mysql-5.7
alter table orders add constraint positive check (n > 0);
-- expect: add-not-null-no-default
alter table orders add a int not null;
alter table orders add column (a varchar(20) not null comment 'x', b int);
alter table shop.orders add b int, add a datetime not null after n;
-- no-hit: add-not-null-no-default
alter table orders add a int not null default 0;
alter table orders add a int;
alter table orders add number bigint not null auto_increment primary key;
alter table orders add a int as (n + 1) stored not null;
alter table orders modify n int not null;
-- script
create table fresh (id int primary key);
alter table fresh add a int not null;
-- expect: osc-no-unique-key
-- given: shop
alter table loose modify a bigint;
alter table loose engine = innodb;
-- script
create table t (a int, b varchar(20), unique key k (a));
insert into t (a, b) values (1, '2');
alter table t modify b int;
-- no-hit: osc-no-unique-key
-- given: shop
alter table loose add c int;
alter table tags modify a bigint not null;
alter table orders modify note text;
-- script
create table t (a int not null, b varchar(20), unique key k (a));
insert into t (a, b) values (1, '2');
alter table t modify b int;
alter table elsewhere.loose modify a bigint;
-- expect: statement-type-deny
kill 5;
call p();
use shop;
lock tables orders write;
-- no-hit: statement-type-deny
select 1;
alter table orders add a int;
insert into orders (n) values (1);
-- expect: osc-foreign-key
-- given: shop
alter table people modify score double;
alter table orders modify note text;
alter table people engine = innodb;
-- no-hit: osc-foreign-key
-- given: shop
alter table people add a int;
alter table tags modify a bigint not null;
alter table orders add key k (note);
-- facts: {"statistics":{"people":{"rows":500,"dataBytes":60000}}}
alter table people modify score double;
-- script
create table fresh (id int primary key, payer int, key (payer));
alter table fresh add constraint fk_fresh foreign key (payer) references people (id);
alter table fresh modify payer bigint;
-- expect: osc-trigger
-- given: shop
alter table orders modify note text;
alter table orders engine = innodb;
alter table orders drop primary key, add primary key (id, code);
-- no-hit: osc-trigger
-- given: shop
alter table orders add a int;
alter table people modify score double;
alter table tags modify a bigint not null;
-- expect: ddl-algorithm-refused
-- given: shop
alter table orders modify note text, algorithm = instant;
alter table people modify score double, algorithm = inplace;
create index k on orders (note) algorithm = instant;
alter table orders modify note text, lock = none;
-- no-hit: ddl-algorithm-refused
-- given: shop
alter table orders add a int, algorithm = instant;
create index k on orders (note) algorithm = inplace lock = none;
alter table orders modify note text, algorithm = copy;
alter table elsewhere modify note text, algorithm = instant;
-- expect: ddl-rewrites-table
-- given: shop
alter table orders modify note text;
alter table orders drop primary key, add primary key (code);
alter table people convert to character set latin1;
create fulltext index k on orders (note);
-- no-hit: ddl-rewrites-table
-- given: shop
alter table orders add a int;
create index k on orders (note);
alter table orders rename column note to remark;
alter table elsewhere modify note text;
