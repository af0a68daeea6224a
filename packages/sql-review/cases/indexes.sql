-- expect: index-many-columns
create table t (a int, b int, c int, d int, e int, f int, key k (a, b, c, d, e, f));
create index k on t (a, b, c, d, e, f);
alter table t add unique key k (a, b, c, d, e, f, g);
-- no-hit: index-many-columns
create table t (a int, b int, c int, d int, e int, key k (a, b, c, d, e));
create index k on t (a);
alter table t add key k (a, b);
-- expect: index-redundant
create table t (id int primary key, a int, b int, key k (a), key l (a, b));
create table t (id int primary key, a int, key k (a), unique key l (a));
create table t (id int primary key, a int, b int, key k (a, b), key l (a, b));
alter table visit add index x (a), add index y (a, b);
create table visit (id int primary key, a int unique, unique key x (a));
-- no-hit: index-redundant
create table t (id int primary key, a int, b int, key k (a, b), key l (b));
create table t (id int primary key, a int, b int, unique key k (a), key l (a, b));
create table t (id int primary key, a varchar(50), b int, key k (a), key l (a(5), b));
create table t (id int primary key, a int, fulltext key k (a), key l (a));
alter table visit add index x (a), add index y (b, a);
alter table visit add unique x (a), add index y (a, b);
-- expect: index-name-twice
create table t (a int, b int, key k (a), key k (b));
create table t (a int, b int, key k (a), unique key K (b));
create table t (a int, b int, c int, key k (a), key l (b), index k (c));
-- no-hit: index-name-twice
create table t (a int, b int, primary key k (a), key k (b));
create table t (a int, b int, key k (a), key l (b));
create table t (a int, b int, key (a), key (b));
create table t (a int, key a (a));
-- expect: index-on-blob
create table t (a text, key k (a));
create table t (id int primary key, a mediumblob, b int, key k (b, a));
create table t (a longtext, unique key k (a));
-- no-hit: index-on-blob
create table t (a text, key k (a(20)));
create table t (a text, fulltext key k (a));
create table t (a varchar(100), key k (a));
-- expect: index-too-long
create table t (a varchar(1000), key k (a)) charset = utf8mb4;
create table t (a varchar(255), key k (a)) charset = utf8mb4 row_format = compact;
create table t (a varbinary(4000), unique key k (a)) charset = utf8mb4;
create table visit (id int primary key, a varchar(1000), key (a));
-- no-hit: index-too-long
create table t (a varchar(255), key k (a)) charset = utf8mb4;
create table t (a varchar(1000), key k (a(100))) charset = utf8mb4;
create table t (a varchar(1000), key k (a)) charset = latin1;
create table visit (id int primary key, a varchar(768), key (a));
-- no-hit: index-too-long
-- dialect: mysql-5.7
create table visit (id int primary key, a varchar(1000), key (a));
-- expect: index-prefix-bad
create table t (n int, key k (n(4)));
create table t (a varchar(10), key k (a(20)));
create table t (d datetime, unique key k (d(2)));
-- no-hit: index-prefix-bad
create table t (a varchar(10), key k (a(5)));
create table t (a text, key k (a(20)));
create table t (a varbinary(10), key k (a(4)));
-- expect: index-prefix-unique
create unique index k on t (a(20));
create table t (a varchar(200), unique key k (a(20)));
alter table t add unique key k (b, a(5));
-- no-hit: index-prefix-unique
create index k on t (a(20));
create unique index k on t (a);
create table t (a varchar(200), key k (a(20)));
-- expect: index-fulltext
create fulltext index k on t (a);
create table t (a text, fulltext key k (a));
alter table t add fulltext key k (a) with parser ngram;
-- no-hit: index-fulltext
create index k on t (a);
select id from t where match (a) against ('x');
alter table t drop index k;
-- expect: index-spatial-nullable
create table t (g geometry, spatial key k (g));
create table t (p point null srid 4326, spatial index k (p));
create table t (id int primary key, p polygon, spatial key (p));
-- no-hit: index-spatial-nullable
create table t (g geometry not null, spatial key k (g));
create table t (g geometry, n int, key k (n));
create table t (p point not null srid 4326);
-- expect: index-made-invisible
alter table t alter index k invisible;
alter table shop.t alter index k invisible, add a int;
alter table t alter index a invisible, alter index b invisible;
-- no-hit: index-made-invisible
alter table t alter index k visible;
alter table t drop index k;
alter table t alter column a set invisible;
-- expect: index-hash
create index k using hash on t (a);
create table t (a int, key k using hash (a));
alter table t add unique key k (a) using hash;
-- no-hit: index-hash
create index k using btree on t (a);
create table t (a int, key k (a));
create table t (a int) partition by hash (a) partitions 4;
create table visit (id int primary key, a int, key (a) using hash) engine = memory;
-- expect: index-desc-ignored
-- dialect: mysql-5.7
create index k on t (a desc);
create table t (a int, b int, key k (a, b desc));
-- dialect: mariadb-10.6
alter table t add key k (a desc);
-- no-hit: index-desc-ignored
create index k on t (a desc);
-- dialect: mysql-5.7
create index k on t (a asc);
-- dialect: mariadb-11.4
create index k on t (a desc);
-- expect: index-functional-column
create index k on t ((a));
create table t (a int, key k ((a)));
alter table t add unique key k (b, (a));
-- no-hit: index-functional-column
create index k on t ((a + 1));
create index k on t (a);
create table t (a int, key k ((abs(a))));
-- expect: index-use-alter
create index k on t (a);
drop index k on t;
create unique index k on shop.t (a, b);
-- no-hit: index-use-alter
alter table t add index k (a);
alter table t drop index k;
create table t (a int, key k (a));
-- expect: drop-index
drop index k on t;
alter table t drop index k;
alter table t drop key k, add key l (a);
-- no-hit: drop-index
alter table t alter index k invisible;
alter table t drop column k;
-- dialect: mysql-5.7
drop index k on t;
-- expect: index-comment-long
create index k on t (a) comment 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
create table t (a int, key k (a) comment 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx');
alter table t add unique key k (a) comment 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
-- no-hit: index-comment-long
create index k on t (a) comment 'x';
create index k on t (a);
create table t (a int, key k (a)) comment = 'y';
-- expect: index-exists-already
-- given: shop
create index k on orders (state);
alter table orders add key k (payer);
create index k on orders (payer, state);
alter table tags add key k (a);
-- no-hit: index-exists-already
create index k on orders (note);
create index k on items (n);
alter table orders add key k (paid_at, state);
create index k on elsewhere.orders (state);
-- expect: index-many-existing
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e), key i6 (f));
create index i7 on t (g);
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e), key i6 (f));
alter table t add unique key i7 (g);
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e));
create index i6 on t (f);
create index i7 on t (g);
-- no-hit: index-many-existing
-- script
create table t (a int, b int, key i1 (a));
create index i2 on t (b);
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e), key i6 (f));
drop index i1 on t;
create index i7 on t (g);
-- script
create table t (a int, b int);
alter table t add c int;
-- expect: drop-index-in-use
-- facts: {"statistics":{"orders":{"indexes":{"idx_payer":{"reads":77}}}}}
drop index idx_payer on orders;
alter table orders drop index idx_payer;
alter table orders drop key idx_payer, add a int;
-- no-hit: drop-index-in-use
-- facts: {"statistics":{"orders":{"indexes":{"idx_payer":{"reads":0}}}}}
drop index idx_payer on orders;
-- facts: {"statistics":{"orders":{"indexes":{"other":{"reads":5}}}}}
drop index idx_payer on orders;
alter table orders drop column idx_payer;
-- expect: index-low-selectivity
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4}}}}}
create index k on orders (state);
alter table orders add key k (state);
alter table orders add a int, add index k (state);
-- no-hit: index-low-selectivity
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"code":{"distinct":4900000}}}}}
create index k on orders (code);
-- facts: {"statistics":{"orders":{"rows":500,"columns":{"state":{"distinct":4}}}}}
create index k on orders (state);
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4}}}}}
create index k on orders (state, paid_at);
-- expect: index-column-order
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4},"code":{"distinct":90000}}}}}
create index k on orders (state, code);
alter table orders add key k (state, code);
alter table orders add unique key k (state, code, payer);
-- no-hit: index-column-order
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4},"code":{"distinct":90000}}}}}
create index k on orders (code, state);
create index k on orders (code);
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4},"payer":{"distinct":6}}}}}
create index k on orders (state, payer);
