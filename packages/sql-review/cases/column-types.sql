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
-- expect: column-duplicate
create table bill (id int primary key, a int, a int);
create table bill (id int primary key, ID int);
create table shop.bill (a int, b int, `A` varchar(3));
-- no-hit: column-duplicate
create table bill (id int primary key, a int, b int);
create table bill (a int, primary key (a), index (a));
create table bill like old_bill;
-- expect: char-long
create table bill (id int primary key, code char(40));
alter table bill add column code char(21);
alter table bill modify code char(255) not null;
-- no-hit: char-long
create table bill (id int primary key, code char(20));
create table bill (id int primary key, code varchar(40));
create table bill (id int primary key, code char);
