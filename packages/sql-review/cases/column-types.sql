-- expect: float-double
create table bill (id int primary key, amount float);
alter table bill add column amount double;
create table bill (id int primary key, amount double precision, rate decimal(4, 2));
create table bill (id int primary key, amount real);
alter table bill change a b float8 not null;
-- no-hit: float-double
create table bill (id int primary key, amount decimal(10, 2));
alter table bill add column amount bigint;
create table bill (id int primary key, `float` int);
-- expect: enum-set-bit
create table bill (id int primary key, state enum('new', 'paid'));
alter table bill add column flags bit(8);
alter table bill modify tags set('a', 'b');
-- no-hit: enum-set-bit
create table bill (id int primary key, state tinyint);
alter table bill add column flags int;
create table bill (id int primary key, state varchar(20) default 'enum');
-- expect: column-duplicate
create table bill (id int primary key, a int, a int);
create table bill (id int primary key, ID int);
create table shop.bill (a int, b int, `A` varchar(3));
alter table visit add a int, add A int;
-- no-hit: column-duplicate
create table bill (id int primary key, a int, b int);
create table bill (a int, primary key (a), index (a));
create table bill like old_bill;
alter table visit add a int, add b int;
alter table visit add a int, change b c int;
-- expect: char-long
create table bill (id int primary key, code char(40));
alter table bill add column code char(21);
alter table bill modify code char(255) not null;
alter table bill change a code character(64);
alter table bill add (code national char(30));
-- no-hit: char-long
create table bill (id int primary key, code char(20));
create table bill (id int primary key, code varchar(40));
create table bill (id int primary key, code char);
-- expect: varchar-long
create table t (a varchar(3000));
alter table t add a varchar(2001) not null;
alter table t modify a varchar(10000);
create table t (a character varying(5000));
alter table t change a b nvarchar(4000);
-- no-hit: varchar-long
create table t (a varchar(2000));
create table t (a text);
create table t (a varbinary(3000));
-- expect: varchar-over-row
create table t (a varchar(65536));
create table t (a varchar(20000) character set utf8mb4);
alter table t add a varchar(100000);
create table visit (id int primary key, a varchar(20000));
create table visit (id int primary key, a varchar(22000)) charset = utf8mb3;
create table visit (id int primary key, a varbinary(70000));
alter table visit modify a char varying(40000) character set utf8mb4;
-- no-hit: varchar-over-row
create table visit (id int primary key, a varbinary(30000));
create table t (a varchar(16383) character set utf8mb4);
create table t (a varchar(2000));
alter table unknown_one modify a varchar(60000);
create table t (a varchar(60000) character set latin1);
create table visit (id int primary key, a varchar(20000)) charset = latin1;
create table visit (id int primary key, a varchar(16383));
-- no-hit: varchar-over-row
-- dialect: mysql-5.7
create table visit (id int primary key, a varchar(20000));
-- expect: text-blob
create table t (a text);
alter table t add a longblob;
create table t (id int primary key, a mediumtext not null);
-- no-hit: text-blob
create table t (a varchar(200));
create table t (a json);
create table t (a varbinary(200));
-- expect: text-blob-not-null
create table t (a text not null);
alter table t add a blob not null;
create table t (id int primary key, doc json not null);
-- no-hit: text-blob-not-null
create table t (a text);
create table t (a varchar(20) not null);
create table t (a text not null default ('x'));
-- expect: text-blob-default
create table t (a text default 'x');
create table t (doc json default '{}');
alter table t add a blob not null default '';
alter table t add p point not null default 'x';
create table t (a long varchar default 'x');
-- dialect: mysql-5.7
create table t (a text not null default 'none');
alter table t modify a mediumtext default '';
-- no-hit: text-blob-default
alter table t add a json not null default (json_object());
create table t (a text default ('x'));
create table t (a text default null);
-- dialect: mariadb-11.4
create table t (a text default 'x');
-- expect: json-type
create table t (doc json);
alter table t add doc json not null;
create table t (id int primary key, doc json default null);
-- no-hit: json-type
select cast(a as json) from t where id = 1;
create table t (doc text);
select json_extract(doc, '$.a') from t where id = 1;
create table t (json_text varchar(20));
-- expect: int-width
create table t (id int(11) primary key);
create table t (id bigint(20) unsigned auto_increment primary key);
alter table t add n smallint(5) not null;
create table t (n integer(10) unsigned);
alter table t modify n int8(20);
-- no-hit: int-width
alter table t add n year;
create table t (n int(6) zerofill);
create table t (id int primary key, b tinyint(1));
create table t (a varchar(11));
-- dialect: mysql-5.7
create table t (id int(11) primary key);
-- expect: decimal-wide
create table t (n decimal(65,10));
create table t (n numeric(40) not null);
alter table t add n decimal(31,2);
-- no-hit: decimal-wide
create table t (n decimal(20,4));
create table t (n decimal);
create table t (n bigint);
-- expect: decimal-scale
create table t (n decimal(70,2));
create table t (n decimal(40,35));
create table t (n decimal(5,6));
create table t (n dec(66));
-- no-hit: decimal-scale
create table t (n decimal(65,30));
create table t (n decimal(5,5));
create table t (n decimal);
-- expect: timestamp-type
create table t (at timestamp);
create table t (at timestamp(3) not null default current_timestamp(3));
alter table t add at timestamp null;
-- no-hit: timestamp-type
-- dialect: mariadb-11.8
create table t (at timestamp);
-- dialect: mysql-9
create table t (at datetime);
create table t (at date);
select timestamp('2024-01-01');
-- expect: time-default
create table t (at datetime not null);
create table t (at timestamp(3) not null);
create table t (id int primary key, at datetime);
alter table t modify `at` timestamp comment 'when';
alter table t add at datetime not null;
-- no-hit: time-default
create table t (at datetime not null default current_timestamp);
create table t (at datetime null);
create table t (at datetime default null);
create table t (n int, at datetime, primary key (n, at));
create table t (at date not null);
-- expect: zero-date
create table t (at datetime not null default '0000-00-00 00:00:00');
create table t (d date default '0000-00-00');
alter table t add at timestamp not null default '0000-00-00 00:00:00';
insert into visit (seen) values ('0000-00-00');
select id from visit where seen > '0000-00-00 00:00:00';
-- no-hit: zero-date
create table t (at datetime default '1970-01-01 00:00:00');
create table t (at datetime default current_timestamp);
create table t (a varchar(20) default '0000');
insert into visit (seen) values ('2024-01-01');
-- expect: current-timestamp-many
create table t (a datetime on update current_timestamp, b datetime on update current_timestamp);
create table t (a timestamp default current_timestamp on update current_timestamp, b datetime on update current_timestamp);
create table t (id int, a datetime(3) on update current_timestamp(3), b datetime on update current_timestamp, c datetime on update current_timestamp);
create table t (a datetime default now(), b datetime default current_timestamp, c timestamp default localtime);
-- no-hit: current-timestamp-many
create table t (a datetime default current_timestamp, b datetime default current_timestamp on update current_timestamp);
create table t (a datetime on update current_timestamp);
create table t (a datetime, b datetime);
-- expect: timestamp-precision-mismatch
create table t (at datetime(3) default current_timestamp);
create table t (at datetime default current_timestamp(6));
create table t (at timestamp(3) default current_timestamp(3) on update current_timestamp);
-- no-hit: timestamp-precision-mismatch
create table t (at datetime(3) default current_timestamp(3));
create table t (at datetime default now());
create table t (at timestamp default current_timestamp on update current_timestamp);
-- expect: column-nullable
create table t (id int primary key, n int);
alter table t add n int null;
create table t (n int default 5);
-- no-hit: column-nullable
create table t (id int primary key, n int not null);
create table t (id int, primary key (id));
create table t (n int not null, m int as (n + 1));
-- expect: not-null-no-default
alter table t add n int not null;
alter table t add column a varchar(20) not null comment 'x';
alter table t add (n int not null, m int);
create table t (id int primary key, n int not null);
alter table t change a b varchar(20) not null;
-- no-hit: not-null-no-default
alter table t add n int not null default 0;
alter table t add n int;
create table t (id int not null, n int not null default 1, primary key (id));
create table t (id serial, doc json not null);
alter table t modify n int not null default 3;
-- expect: default-null-not-null
create table t (n int not null default null);
alter table t add n int default null not null;
alter table t modify a varchar(10) not null default null;
-- no-hit: default-null-not-null
create table t (n int default null);
create table t (n int not null default 0);
create table t (n int null default null);
-- expect: default-type-mismatch
create table t (n int not null default '');
create table t (n decimal(10,2) default 'none');
alter table t add n bigint not null default 'x';
create table visit (id int primary key, seen datetime default 'yesterday');
alter table visit add t time default 'noon';
alter table visit modify n dec(8,2) not null default 'zero';
create table visit (id int primary key, is_open boolean default 'yes');
-- no-hit: default-type-mismatch
create table visit (id int primary key, t time default '-10:00:00');
create table visit (id int primary key, y year default '2024', is_open bool default true);
create table t (n int not null default '0');
create table t (n int default 5);
create table t (a varchar(10) default '');
create table visit (id int primary key, seen datetime default '20240101');
-- expect: default-too-long
create table t (a varchar(3) default 'none');
create table t (a char(2) not null default 'yes');
alter table t add a varchar(1) default 'ab';
create table t (a character varying(3) default 'none');
create table t (code char(2) default 100);
-- no-hit: default-too-long
create table t (a varchar(4) default 'yes ');
create table t (a char(3) default (concat('a', 'bcd')));
create table t (a varchar(4) default 'none');
create table t (a varchar(2) default '双字');
create table t (a text);
-- expect: integer-out-of-range
create table t (n tinyint default 200);
create table t (n int unsigned default -1);
alter table t add n smallint not null default 40000;
create table t (n tinyint default '300');
alter table t add n decimal(3,1) default 1000;
create table t (n int1 unsigned default 256);
-- no-hit: integer-out-of-range
create table t (n decimal(5,2) default 999.99);
create table t (n bigint unsigned default 18446744073709551615);
create table t (n tinyint unsigned default 200);
create table t (n int default -1);
create table t (n bigint default 40000000000);
-- expect: enum-many
create table t (a enum('1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17','18','19','20','21'));
alter table t add a set('1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17','18','19','20','21');
alter table t modify a enum('1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17','18','19','20','21') not null;
-- no-hit: enum-many
create table t (a enum('x','y'));
create table t (a varchar(20));
create table t (a set('1','2','3'));
-- expect: enum-empty-value
create table t (a enum('', 'x'));
alter table t add a enum('x', '') not null;
create table t (a set('', 'b'));
-- no-hit: enum-empty-value
create table t (a enum('x', 'y'));
create table t (a varchar(20) default '');
create table t (a enum(' x'));
-- expect: enum-default-missing
create table t (a enum('x', 'y') default 'z');
alter table t add a enum('0', '1') not null default '2';
create table t (a enum('x') default '');
create table t (a set('x', 'y') default 'x,z');
alter table t modify a enum('on', 'off') not null default 'none';
-- no-hit: enum-default-missing
create table t (a set('x', 'y') default 'x,y', b set('x') default '');
create table t (a enum('x', 'y') default 'x');
create table t (a enum('x', 'y') default null);
create table t (a enum('x', 'y'));
-- expect: bit-type
create table t (b bit);
create table t (b bit(8) not null);
alter table t add b bit(1) default b'0';
-- no-hit: bit-type
create table t (b tinyint);
select b'101';
create table t (bit_mask int);
-- expect: spatial-no-srid
create table t (p point not null);
create table t (g geometry);
alter table t add area polygon not null;
-- no-hit: spatial-no-srid
create table t (p point not null srid 4326);
create table t (p varchar(20));
-- dialect: mariadb-11.4
create table t (p point not null);
-- expect: ip-as-text
create table t (ip varchar(15));
alter table t add client_ip varchar(45);
create table t (id int primary key, ipv4 char(15) not null);
-- no-hit: ip-as-text
create table t (ip varbinary(16));
create table t (zip varchar(10));
create table t (script varchar(100));
create table t (ip_proto char(6), ip_version varchar(4));
-- expect: money-as-float
create table t (price float);
create table t (id int primary key, total_amount double not null);
alter table t add balance double(10,2);
-- no-hit: money-as-float
create table t (total_time double);
create table t (price decimal(10,2));
create table t (ratio float);
create table t (price int);
-- expect: date-as-text
create table t (created_at varchar(20));
create table t (birthday char(10) not null);
alter table t add order_date varchar(30);
-- no-hit: date-as-text
create table t (created_at datetime);
create table t (what varchar(20));
create table t (update_count varchar(20));
-- expect: boolean-wide
create table t (is_deleted int not null default 0);
alter table t add has_children bigint;
create table t (id int primary key, is_paid int);
-- no-hit: boolean-wide
create table t (is_deleted tinyint not null default 0);
create table t (island int);
create table t (has_children bool);
-- expect: uuid-as-text
create table t (id char(36) default (uuid()) primary key);
alter table t add k varchar(36) not null default (uuid());
create table t (id int primary key, token char(36) default ((uuid())));
create table visit (id int primary key, uuid char(36) not null);
-- no-hit: uuid-as-text
create table t (id binary(16) default (uuid_to_bin(uuid(), 1)) primary key);
select uuid();
create table visit (id int primary key, name char(30) not null);
-- expect: auto-update-missing
create table t (updated_at datetime not null default current_timestamp);
create table t (id int primary key, update_time timestamp null);
alter table t add modified_at datetime(3);
-- no-hit: auto-update-missing
create table t (updated_at datetime not null default current_timestamp on update current_timestamp);
create table t (created_at datetime not null default current_timestamp);
create table t (updated_at bigint);
-- expect: column-no-default
create table visit (id int primary key, a int not null);
alter table visit add a varchar(10);
alter table visit modify a int;
-- no-hit: column-no-default
create table visit (id int primary key, a int not null default 0);
create table visit (id int primary key, a text);
create table visit (id int auto_increment primary key, a int as (id + 1));
-- expect: type-deny
create table visit (id int primary key, a set('x', 'y'));
alter table visit add a bit(4);
alter table visit modify a longblob;
-- no-hit: type-deny
create table visit (id int primary key, a varchar(10));
select cast(a as json) from visit where id = 1;
alter table visit drop a;
-- expect: default-too-long
-- given: shop
alter table orders alter column code set default 'far longer than twenty letters';
-- expect: integer-out-of-range
-- given: shop
alter table orders alter state set default 500;
-- expect: text-blob-default
-- given: shop
alter table items alter column words set default 'none';
-- no-hit: text-blob-default
-- given: shop
alter table items alter column title set default 'none';
-- expect: default-now-not-time
create table t (d date default current_timestamp);
create table t (a varchar(30) not null default now());
alter table t add n bigint default current_timestamp;
alter table t modify t time default localtime;
-- no-hit: default-now-not-time
create table t (d datetime(3) default current_timestamp(3));
create table t (d date default (curdate()));
create table t (a varchar(30) default 'now()');
-- dialect: mariadb-11.4
create table t (d date default current_timestamp);
-- expect: on-update-timestamp
create table t (created_at timestamp default current_timestamp on update current_timestamp);
alter table t add paid_at datetime(3) on update current_timestamp(3);
alter table t modify ts timestamp not null default now() on update now();
-- no-hit: on-update-timestamp
create table t (updated_at datetime default current_timestamp on update current_timestamp);
create table t (gmt_modified datetime on update current_timestamp);
create table t (created_at timestamp default current_timestamp);
-- expect: on-update-any
create table t (updated_at datetime default current_timestamp on update current_timestamp);
alter table t add ts timestamp(6) on update current_timestamp(6);
alter table t change a b datetime on update now();
-- no-hit: on-update-any
create table t (updated_at datetime default current_timestamp);
create table t (a int, foreign key (a) references u (id) on update cascade);
alter table t add ts datetime comment 'on update current_timestamp';
-- expect: fractional-seconds
create table t (at datetime(3));
alter table t add at timestamp(6) null;
alter table t modify at time(1) not null;
-- no-hit: fractional-seconds
create table t (at datetime);
create table t (at timestamp(0) null, d date);
create table t (n decimal(10,3));
-- expect: spatial-type
create table t (p point not null srid 4326);
alter table t add area geometry, add n int;
alter table t add spatial index (p);
create spatial index at_place on t (p);
-- no-hit: spatial-type
create table t (point int, geometry varchar(20));
alter table t add index (p);
select st_distance(point(1, 2), p) from t where id = 1;
-- expect: decimal-as-bigint
create table t (amount decimal(12,2));
alter table t add amount numeric(10,4) not null;
alter table t change a b dec(10);
-- no-hit: decimal-as-bigint
create table t (amount bigint);
create table t (`decimal` int);
select cast(a as decimal(10,2)) from t where id = 1;
-- expect: int-width-missing
-- dialect: mysql-5.7
create table t (id int primary key);
alter table t add n bigint unsigned not null;
create table t (id int(11) primary key, n smallint);
-- no-hit: int-width-missing
create table t (id int primary key);
-- dialect: mysql-5.7
create table t (id int(11) primary key, is_open boolean);
create table t (a varchar(10), d date);
-- no-hit: column-nullable
create table t (n int primary key, id int auto_increment, key (id));
create temporary table t (a int);
-- expect: column-duplicate
-- given: shop
alter table people change name email varchar(100);
alter table people rename column born to country;
-- no-hit: column-duplicate
-- given: shop
alter table people change name NAME varchar(100);
alter table people drop column email, change name email varchar(100);
-- expect: integer-out-of-range
create table t (y year default 1800);
alter table t add y year default '3000';
-- no-hit: integer-out-of-range
create table t (y year default 2024, z year default 0, w year default '99');
-- expect: default-too-long
create table t (b bit(1) default 'yes');
create table t (b bit default '1');
-- no-hit: default-too-long
create table t (b bit(1) default b'1', c bit(8) default '1', d bit default 1);
