-- expect: index-many-columns
create table t (a int, b int, c int, d int, e int, f int, key k (a, b, c, d, e, f));
create index k on t (a, b, c, d, e, f);
alter table t add unique key k (a, b, c, d, e, f, g);
-- no-hit: index-many-columns
create table t (a int, b int, c int, d int, e int, f int, primary key (a, b, c, d, e, f));
create table t (a int, b int, c int, d int, e int, key k (a, b, c, d, e));
create index k on t (a);
alter table t add key k (a, b);
-- expect: index-redundant
create table t (id int primary key, a varchar(200), key k (a(10)), key l (a));
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
alter table t add key k (a), add unique key K (b);
create table t (a int, b int, key k (a), key k (b));
create table t (a int, b int, key k (a), unique key K (b));
create table t (a int, b int, c int, key k (a), key l (b), index k (c));
-- no-hit: index-name-twice
alter table t add key k (a), add key l (b);
create table t (a int, b int, primary key k (a), key k (b));
create table t (a int, b int, key k (a), key l (b));
create table t (a int, b int, key (a), key (b));
create table t (a int, key a (a));
-- expect: index-on-blob
create table t (id int primary key, a text unique);
create table t (a text, key k (a));
create table t (id int primary key, a mediumblob, b int, key k (b, a));
create table t (a longtext, unique key k (a));
-- given: shop
create index k on items (words);
alter table items add unique key k (n, words);
alter table items add remark mediumtext, add key k (remark);
alter table people modify email text;
-- no-hit: index-on-blob
create table t (a text, key k (a(20)));
create table t (a text, fulltext key k (a));
create table t (a varchar(100), key k (a));
-- given: shop
create index k on items (words(20));
alter table items modify words varchar(100), add key k (words);
alter table items add fulltext key k (words);
alter table people modify name text;
-- expect: index-too-long
create table t (a varchar(400), b varchar(400), key k (a, b)) charset = utf8mb4;
create table t (a varchar(800) unique) charset = utf8mb4;
create table t (a varchar(1000), key k (a)) charset = utf8mb4;
create table t (a varchar(255), key k (a)) charset = utf8mb4 row_format = compact;
create table t (a varbinary(4000), unique key k (a)) charset = utf8mb4;
create table visit (id int primary key, a varchar(1000), key (a));
-- script
create table t (id int primary key, a varchar(1000), b varchar(700), c varchar(100)) charset = utf8mb4;
create index k on t (a);
-- script
create table t (id int primary key, a varchar(1000), b varchar(700), c varchar(100)) charset = utf8mb4;
alter table t add unique key k (b, c);
-- no-hit: index-too-long
create table t (a varchar(300), b varchar(400), key k (a, b)) charset = utf8mb4;
create table t (a varchar(255), key k (a)) charset = utf8mb4;
create table t (a varchar(1000), key k (a(100))) charset = utf8mb4;
create table t (a varchar(1000), key k (a)) charset = latin1;
create table visit (id int primary key, a varchar(768), key (a));
-- given: shop
create index k on orders (note, code);
alter table orders add key k (doc);
-- no-hit: index-too-long
-- dialect: mysql-5.7
create table visit (id int primary key, a varchar(1000), key (a));
-- expect: index-prefix-bad
create table t (e enum ('a', 'b'), key k (e(1)));
create table t (a varchar(10), key k (a(0)));
create table t (n int, key k (n(4)));
create table t (a varchar(10), key k (a(20)));
create table t (d datetime, unique key k (d(2)));
-- given: shop
create index k on people (name(60));
alter table orders add key k (payer(4));
-- no-hit: index-prefix-bad
create table t (a varchar(10), key k (a(5)));
create table t (a text, key k (a(20)));
create table t (a varbinary(10), key k (a(4)));
-- given: shop
create index k on people (name(50));
alter table people modify name varchar(80) not null, add key k (name(60));
alter table items add key k (words(300));
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
alter table t add p point, add spatial key k (p);
create table t (g geometry, spatial key k (g));
create table t (p point null srid 4326, spatial index k (p));
create table t (id int primary key, p polygon, spatial key (p));
-- no-hit: index-spatial-nullable
alter table t add p point not null srid 4326, add spatial key k (p);
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
-- given: shop
alter table orders drop key idx_state_paid, add key k (state);
alter table orders drop key idx_state_paid, add key idx_state_paid (state, paid_at, code);
-- expect: index-many-existing
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e));
create index i7 on t (g);
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e));
alter table t add h int unique;
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e));
create index i6 on t (f);
create index i7 on t (g);
-- no-hit: index-many-existing
-- script
create table t (a int, b int, key i1 (a));
create index i2 on t (b);
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e));
drop index i1 on t;
create index i7 on t (g);
-- script
create table t (a int, b int, c int, d int, e int, f int, g int, key i1 (a), key i2 (b), key i3 (c), key i4 (d), key i5 (e));
alter table t drop key i1, add key i7 (g);
-- script
create table t (id int primary key, a int, b int, c int, d int, e int, key i1 (a), key i2 (b), key i3 (c), key i4 (d));
alter table t add key i5 (e);
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
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4},"code":{"distinct":90000},"payer":{"distinct":300}}}}}
create index k on orders (state, code);
create index k on orders (payer, code);
alter table orders add key k (state, code);
alter table orders add unique key k (state, code, payer);
-- no-hit: index-column-order
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4},"code":{"distinct":90000}}}}}
create index k on orders (code, state);
create index k on orders (code);
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":4},"payer":{"distinct":6}}}}}
create index k on orders (state, payer);
-- expect: index-nullable
create table t (id int primary key, a int, key k (a));
create table t (id int primary key, a int not null, b int null, unique key k (a, b));
create table t (id int primary key, a int unique);
alter table t add a int, add key k (a);
-- given: shop
create index k on orders (note);
alter table people add key k (parent, name);
-- no-hit: index-nullable
create table t (id int primary key, a int not null, key k (a));
create table t (id int, a int, primary key (id, a));
create table t (id int primary key, a text, fulltext key k (a));
create index k on elsewhere (a);
-- given: shop
create index k on orders (state, code);
alter table orders modify note varchar(200) not null, add key k (note);
-- expect: index-all-nullable
create table t (a int, b int, key k (a, b));
create table t (a int, b int not null, key k (a));
create table t (a int null unique, b int, key k (b));
-- no-hit: index-all-nullable
create table t (id int primary key, a int, key k (a));
create table t (a int, b int not null, key k (a, b));
create table t (a int, b int);
-- expect: index-overlap
create table t (id int primary key, a int, b int, c int, key k (a, b), key l (b, c));
create table t (id int primary key, a int, b int, key k (a), unique key l (b, a));
alter table t add index k (a, b), add index l (b, c);
-- given: shop
create index k on orders (paid_at, code);
alter table people add key k (born);
-- no-hit: index-overlap
create table t (id int primary key, a int, b int, key k (a), key l (b));
create table t (id int, a int, primary key (id, a), key k (a));
create table t (id int primary key, a int, b int, key k (a), key l (a, b));
create table t (id int primary key, a varchar(50), key k (a), fulltext key l (a));
-- given: shop
create index k on orders (note);
alter table orders drop key idx_state_paid, add key k (paid_at, state);
-- expect: index-skew
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":900,"topShare":0.96},"code":{"distinct":900,"topShare":0.01}}}}}
create index k on orders (state);
alter table orders add key k (state, code);
alter table orders add a int, add index k (state);
-- no-hit: index-skew
-- facts: {"statistics":{"orders":{"rows":5000000,"columns":{"state":{"distinct":900,"topShare":0.96},"code":{"distinct":900,"topShare":0.01}}}}}
create index k on orders (code);
alter table orders add key k (code, state);
create index k on people (state);
-- expect: index-type-allow
create fulltext index k on t (a);
create table t (id int primary key, p point not null srid 4326, spatial key k (p));
alter table t add key k (a) using hash;
create index k using hash on t (a);
-- no-hit: index-type-allow
create index k on t (a);
create table t (id int primary key, a int, unique key k (a) using btree);
alter table t add primary key (a);
