-- expect: float-double
create table bill (id int primary key, amount float);
alter table bill add column amount double;
create table bill (id int primary key, amount double precision, rate decimal(4, 2));
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
