-- dialects: mysql-9 mysql-8.4 mysql-8.0 mysql-5.7 mariadb-10.6 mariadb-10.11 mariadb-11.8
-- kind: create-index
CREATE INDEX i ON t (a);
CREATE UNIQUE INDEX i USING BTREE ON s.t (a(10) ASC, b DESC) COMMENT 'x' KEY_BLOCK_SIZE = 8 USING HASH;
CREATE INDEX i TYPE BTREE ON t (a);
CREATE FULLTEXT INDEX i ON t (a, b) WITH PARSER ngram;
CREATE SPATIAL INDEX i ON t (a) COMMENT 'x';
CREATE INDEX i ON t (a) ALGORITHM = INPLACE LOCK NONE;
CREATE INDEX i ON t (a) LOCK = SHARED ALGORITHM COPY;
-- kind: drop-index
DROP INDEX i ON t;
DROP INDEX `PRIMARY` ON s.t;
-- refused
-- kind: unknown
CREATE INDEX ON t (a);
CREATE INDEX i t (a);
CREATE INDEX i ON t;
CREATE INDEX i ON t ();
CREATE KEY i ON t (a);
CREATE INDEX s.i ON t (a);
CREATE UNIQUE FULLTEXT INDEX i ON t (a);
CREATE INDEX i ON t (a) WITH PARSER ngram;
CREATE FULLTEXT INDEX i USING BTREE ON t (a);
CREATE INDEX i ON t (a) LOCK = NONE LOCK = NONE;
CREATE INDEX i ON t (a) LOCK = NONE COMMENT 'x';
CREATE INDEX i ON t (a) ALGORITHM = COPY, LOCK = NONE;
DROP INDEX i;
DROP INDEX i, j ON t;
DROP KEY i ON t;
DROP INDEX PRIMARY ON t;
-- dialects: mysql-9 mysql-8.4 mysql-8.0
-- accepted
-- kind: create-index
CREATE INDEX i ON t ((a + 1) DESC, (LOWER(b))) INVISIBLE;
CREATE INDEX i ON t ((CAST(a->'$[*]' AS UNSIGNED ARRAY))) ENGINE_ATTRIBUTE = '{}' SECONDARY_ENGINE_ATTRIBUTE '{}';
-- kind: drop-index
DROP INDEX i ON t ALGORITHM = INPLACE LOCK = NONE;
-- refused
-- kind: unknown
CREATE INDEX IF NOT EXISTS i ON t (a);
CREATE OR REPLACE INDEX i ON t (a);
CREATE INDEX i ON t (a + 1);
DROP INDEX IF EXISTS i ON t;
-- dialects: mariadb-10.11 mariadb-11.8
-- accepted
-- kind: create-index
CREATE OR REPLACE INDEX i ON t (a) IGNORED;
CREATE OR REPLACE UNIQUE INDEX IF NOT EXISTS i ON t (a) WAIT 5 NOT IGNORED;
CREATE UNIQUE INDEX i ON t (a, p WITHOUT OVERLAPS);
-- kind: drop-index
DROP INDEX IF EXISTS i ON t NOWAIT;
-- refused
-- kind: unknown
CREATE INDEX i ON t ((a + 1));
CREATE INDEX i ON t (a) COMMENT 'x' WAIT 5;
-- dialects: mariadb-11.8
-- accepted
-- kind: create-index
CREATE VECTOR INDEX i ON t (a) M = 8 DISTANCE = cosine;
