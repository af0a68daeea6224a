-- expect: set-sql-mode
set sql_mode = '';
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';
set @@sql_mode = 'ANSI';
-- no-hit: set-sql-mode
set sql_mode = @old_mode;
set @sql_mode = '';
select @@sql_mode;
