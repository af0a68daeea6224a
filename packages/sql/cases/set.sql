-- dialects: mysql-9 mysql-8.4 mysql-8.0 mariadb-10.11
-- kind: set-variables
SET a = 1;
SET @a = 1, @b := (SELECT 1), @`c d` = @a + 1;
SET GLOBAL max_connections = 100, SESSION sort_buffer_size := DEFAULT, LOCAL x = ON;
SET @@global.max_connections = 5, @@session.sql_mode = '', @@x = DEFAULT;
SET NEW.a = 1;
SET hot_cache.key_buffer_size = 100, default.key_buffer_size = 1;
SET binlog_format = ROW;
SET character_set_results = binary, y = ALL;
SET NAMES utf8mb4;
SET NAMES 'utf8mb4' COLLATE 'utf8mb4_bin', autocommit = 0;
SET NAMES DEFAULT;
SET NAMES binary;
SET CHARACTER SET utf8mb4;
SET CHARSET DEFAULT;
-- refused
-- kind: unknown
SET;
SET a;
SET a 1;
SET a = 1,;
SET a = 1 b = 2;
SET GLOBAL @a = 1;
SET a.b.c = 1;
SET @a = DEFAULT;
SET @a = ON;
SET NAMES;
SET NAMES utf8 COLLATE;
SET TRANSACTION ISOLATION LEVEL READ ONLY;
SET TRANSACTION READ ONLY, READ WRITE;
SET CHARACTER SET;
SET select = 1;
SET NAMES = 1 + 1;
-- accepted
-- kind: set-transaction
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
SET GLOBAL TRANSACTION READ ONLY, ISOLATION LEVEL SERIALIZABLE;
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;
-- kind: set-password
SET PASSWORD = 'x';
SET PASSWORD FOR 'a'@'%' = 'x';
-- kind: set-role
SET ROLE NONE;
SET ROLE r;
SET ROLE 'r';
-- dialects: mysql-9 mysql-8.4 mysql-8.0
-- kind: set-variables
SET PERSIST a = 1, PERSIST_ONLY b = 2, @@persist.c = 3;
SET time_zone = SYSTEM;
-- kind: set-password
SET PASSWORD FOR u = 'x' REPLACE 'y' RETAIN CURRENT PASSWORD;
SET PASSWORD TO RANDOM;
SET PASSWORD FOR CURRENT_USER() TO RANDOM;
-- kind: set-role
SET ROLE a, 'b'@'%';
SET ROLE ALL EXCEPT a, b;
SET ROLE DEFAULT;
-- kind: set-default-role
SET DEFAULT ROLE ALL TO a@localhost, b;
SET DEFAULT ROLE r1, r2 TO u;
-- kind: set-resource-group
SET RESOURCE GROUP g;
SET RESOURCE GROUP g FOR 1, 2 3;
-- refused
-- kind: unknown
SET STATEMENT max_statement_time = 1 FOR SELECT 1;
SET ROLE ALL, a;
SET ROLE;
SET DEFAULT ROLE a;
SET global.a = 1;
SET GLOBAL global.a = 1;
SET session = 1;
SET PASSWORD;
SET PASSWORD = PASSWORD('x');
-- dialects: mariadb-10.11
-- accepted
-- kind: set-statement
SET STATEMENT max_statement_time = 1, sort_buffer_size = 1000 FOR SELECT 1;
-- kind: set-password
SET PASSWORD FOR u@h = PASSWORD('x');
-- kind: set-default-role
SET DEFAULT ROLE r FOR u;
SET DEFAULT ROLE NONE;
-- refused
-- kind: unknown
SET PERSIST a = 1;
SET ROLE a, b;
SET DEFAULT ROLE ALL TO u;
-- dialects: mysql-5.7
-- refused
SET PERSIST max_connections = 10;
