-- expect: national-type
create table t (a nchar(10));
create table t (a national varchar(10));
alter table t add a nvarchar(20) not null;
-- no-hit: national-type
create table t (a char(10));
create table t (a varchar(10) character set utf8mb4);
create table t (national varchar(10));
-- expect: charset-allowed
create table t (id int primary key) charset = latin1;
create database shop character set gbk;
alter table t default charset = utf8mb3;
create table t (id int primary key) collate = latin1_swedish_ci;
alter table visit convert to character set gbk;
create table visit (id int primary key, a varchar(10) character set latin1);
-- no-hit: charset-allowed
select cast(a as char character set latin1) from t where id = 1;
create table t (id int primary key, code char(36) character set ascii) collate utf8mb4_bin;
create table t (id int primary key) charset = utf8mb4;
create table t (id int primary key);
create database shop default character set utf8mb4;
-- expect: collation-allowed
create table t (id int primary key) collate = latin1_swedish_ci;
create database shop collate utf8mb4_danish_ci;
alter table t collate = utf8mb4_turkish_ci;
alter table t convert to character set utf8mb4 collate utf8mb4_german2_ci;
-- no-hit: collation-allowed
alter table t convert to character set utf8mb4 collate utf8mb4_bin;
create table t (id int primary key) collate = utf8mb4_bin;
create table t (id int primary key) charset = utf8mb4;
create database shop collate utf8mb4_0900_ai_ci;
-- expect: charset-collation-mismatch
create table t (id int) charset = utf8mb4 collate = latin1_bin;
create database shop character set latin1 collate utf8mb4_bin;
create table t (a varchar(10)) collate = gbk_bin charset = utf8mb4;
create table visit (id int primary key, a varchar(10) character set utf8mb4 collate utf8_bin);
alter table visit convert to character set utf8mb4 collate latin1_bin;
set names utf8mb4 collate gbk_chinese_ci;
alter table t default charset = utf8mb4 collate = latin1_swedish_ci;
-- no-hit: charset-collation-mismatch
alter table t default charset = utf8mb4 collate = utf8mb4_bin;
create table t (id int) charset = utf8mb4 collate = utf8mb4_bin;
create table t (id int) charset = utf8 collate = utf8mb3_bin;
create table t (id int) collate = latin1_bin;
create table visit (id int primary key, a varchar(10) character set utf8 collate utf8mb3_bin);
alter table visit convert to character set utf8mb4 collate utf8mb4_bin;
-- expect: table-charset-required
create table t (id int primary key);
create table t (a varchar(10)) engine = innodb;
create table t (a varchar(10) character set utf8mb4);
-- no-hit: table-charset-required
create table t (id int primary key) charset = utf8mb4;
create table t (id int primary key) character set utf8mb4 collate utf8mb4_bin;
create table t like u;
-- expect: column-charset
create table t (a varchar(10) collate utf8mb4_bin);
create table t (a char(32) character set ascii);
alter table t change a b varchar(20) charset gbk;
create table t (a varchar(10) collate utf8mb4_unicode_ci) collate = utf8mb4_bin;
create table t (a varchar(10) character set latin1);
create table t (a varchar(10) collate utf8mb4_general_ci);
alter table t add a text character set utf8mb4 collate utf8mb4_unicode_ci;
-- no-hit: column-charset
create table t (a varchar(10));
create table t (a varchar(10) collate utf8mb4_unicode_ci) charset = utf8mb4 collate = utf8mb4_unicode_ci;
create table t (a varchar(10) character set utf8mb4) default charset = utf8mb4;
create table t (a int comment 'character set latin1') charset = utf8mb4;
-- expect: utf8mb3
create table t (a varchar(10)) charset = utf8;
create table t (a varchar(10) character set utf8mb3);
alter table t convert to character set utf8;
set names utf8;
-- no-hit: utf8mb3
create table t (a varchar(10)) charset = utf8mb4;
set names utf8mb4;
alter table t convert to character set utf8mb4;
-- expect: set-names-old
set names latin1;
set names gbk;
set names 'latin1' collate 'latin1_bin';
-- no-hit: set-names-old
set names utf8mb4;
set names utf8mb4 collate utf8mb4_bin;
set names binary;
-- expect: introducer-mixed
select id from orders where name = _latin1'x';
select id from orders where name in ('a', _gbk'b');
insert into orders (name) values (_latin1'x');
-- no-hit: introducer-mixed
select id from orders where name = _utf8mb4'x';
select id from orders where name = 'x';
select _binary'x';
-- expect: convert-charset-table
alter table t convert to character set utf8mb4;
alter table t convert to character set utf8mb4 collate utf8mb4_bin;
alter table t add a int, convert to character set latin1;
-- no-hit: convert-charset-table
alter table t default character set utf8mb4;
alter table t modify a varchar(10) character set utf8mb4;
select convert(a using utf8mb4) from t where id = 1;
-- expect: alter-default-charset
alter table t default charset = utf8mb4;
alter table t character set utf8mb4, add a int;
alter table t collate = utf8mb4_bin;
-- no-hit: alter-default-charset
alter table t convert to character set utf8mb4;
create table t (id int) charset = utf8mb4;
alter table t engine = innodb;
-- expect: collate-in-filter
select id from orders where name collate utf8mb4_bin = 'x';
select id from orders where 'x' = name collate utf8mb4_bin;
delete from orders where (name) collate utf8mb4_general_ci > 'x';
-- no-hit: collate-in-filter
select id from orders where name = 'x' collate utf8mb4_bin;
select name collate utf8mb4_bin from orders where id = 1;
select id from orders where id = 1 order by name collate utf8mb4_bin;
-- expect: table-charset-forbidden
create table t (id int primary key) charset = utf8mb4;
create table t (id int primary key) default character set gbk;
alter table t charset latin1;
-- no-hit: table-charset-forbidden
create table t (id int primary key) engine = innodb;
create table t (id int primary key) collate = utf8mb4_bin;
create database shop character set utf8mb4;
-- expect: table-collation-required
create table t (id int primary key);
create table t (id int primary key) charset = utf8mb4;
create table if not exists t (a varchar(9) collate utf8mb4_bin) engine = innodb;
-- no-hit: table-collation-required
create table t (id int primary key) charset = utf8mb4 collate = utf8mb4_bin;
create table t (id int primary key) default collate utf8mb4_0900_ai_ci;
create table t like u;
-- expect: column-charset-required
create table t (a varchar(10));
alter table t add a text not null;
alter table t modify a enum('x', 'y') collate utf8mb4_bin;
create table t (a char varying(10)) charset = utf8mb4;
-- no-hit: column-charset-required
create table t (a varchar(10) character set utf8mb4);
create table t (a varbinary(10), b int, c json);
alter table t add a longtext charset utf8mb4 not null;
-- expect: column-collation-required
create table t (a varchar(10));
alter table t add a text character set utf8mb4;
create table t (a set('x')) collate = utf8mb4_bin;
-- no-hit: column-collation-required
create table t (a varchar(10) character set utf8mb4 collate utf8mb4_bin);
create table t (a varchar(10) not null collate utf8mb4_bin, b date);
alter table t modify a blob;
-- expect: collation-many
-- given: shop
create table fresh (id int primary key) charset = latin1;
create table fresh (id int primary key) charset = utf8mb4 collate = utf8mb4_unicode_ci;
alter table items convert to character set utf8mb4 collate utf8mb4_bin;
-- script
create table first_one (a int) collate = utf8mb4_bin;
create table second_one (a int) collate = utf8mb4_general_ci;
-- no-hit: collation-many
-- given: shop
create table fresh (id int primary key) charset = utf8mb4;
create table fresh (id int primary key) charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
create table fresh (id int primary key);
create table elsewhere.fresh (id int primary key) charset = latin1;
alter table items add a varchar(9) character set latin1;
-- expect: column-charset
create table t (a char(9) ascii);
-- expect: collation-unknown
-- dialect: mysql-5.7
create table t (a varchar(10)) collate = utf8mb4_0900_ai_ci;
alter table t convert to character set utf8mb4 collate utf8mb4_0900_as_cs;
create table visit (id int primary key, a varchar(10) collate utf8mb4_0900_bin);
-- dialect: mariadb-10.11
select a from t where a = 'x' collate utf8mb4_0900_ai_ci;
-- dialect: mariadb-10.6
create table t (a varchar(10)) charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
-- dialect: mysql-9
set names utf8mb4 collate utf8mb4_uca1400_ai_ci;
-- no-hit: collation-unknown
set names utf8mb4 collate utf8mb4_0900_ai_ci;
create table t (a varchar(10) collate utf8mb4_zh_0900_as_cs) collate = utf8mb4_bin;
-- dialect: mariadb-10.11
create table t (a varchar(10)) charset = utf8mb4 collate = uca1400_ai_ci;
-- dialect: mariadb-11.8
alter table t convert to character set utf8mb4 collate utf8mb4_0900_ai_ci;
-- dialect: mysql-5.7
create table t (a varchar(10)) collate = utf8mb4_unicode_520_ci;
