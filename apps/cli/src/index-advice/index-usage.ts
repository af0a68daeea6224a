import type { Words } from '../language.ts';

export const indexUsage: Words = {
  en: `Usage: myriad index advise FILE… [options]     indexes worth having for all these statements together

  FILE is a file of SQL, a folder (its *.sql and MyBatis mappers), - for stdin, or *.jsonl with a line for each statement:
  {"sql": "SELECT …", "executions": 1200}. What runs more often counts more; a statement that stands several times, too.

  --schema FILE      CREATE statements of the tables, with their indexes
  --dsn mysql://USER@HOST:PORT/SCHEMA     ask this server for definitions, sizes and what the columns hold (samples of at
                     most 20,000 rows of a table), read only. The password: MYRIAD_DSN_PASSWORD, --dsn-password-file FILE,
                     or asked for
  --dialect NAME     the server without --dsn, as for review: mysql-8.4 (default), mariadb-10.11 …
  --prove-on mysql://USER@HOST:PORT/SCHEMA     WRITES there: makes each advised index under the name myriad_proof_N, runs the
                     statements before and after (changes as the query that finds their rows), counts the rows read, and
                     drops the indexes again; what a killed run left is dropped first. Refused unless the schema's name holds
                     scratch, proof, restored or sandbox as a word, and the server stands alone: no replica, no source, no
                     group, not read only, none that Myriad manages. Password as for --dsn, or --prove-password-file FILE
  --format FORMAT    text (default), or json: an object per line
  --lang zh|en       language; default from LANG
  --help             this help

  Exit codes: 0 done, with or without advice; 2 wrong command line or input, or a server that may not be proven on;
  6 a server could not be reached. What is advised and what is not: docs/concepts/index-advice.md

Examples:
  myriad index advise queries.sql --dsn mysql://reader@db.example/shop
  myriad index advise top.jsonl --schema schema.sql --prove-on mysql://me@127.0.0.1:3307/shop_restored
`,
  zh: `用法：myriad index advise 文件… [选项]     给出对这些语句整体有益的索引

  文件可为 SQL 文件、目录（其中的 *.sql 与 MyBatis 映射文件）、-（标准输入），或 *.jsonl（每行一条语句）：
  {"sql": "SELECT …", "executions": 1200}。执行越频繁权重越高；同一语句重复出现也会累计。

  --schema 文件      各表的 CREATE 语句（含索引）
  --dsn mysql://用户@主机:端口/库     从该服务器只读获取表结构、大小与列取值统计（每表最多抽样 20,000 行）；
                     密码取自 MYRIAD_DSN_PASSWORD、--dsn-password-file 文件，或交互输入
  --dialect 名称     不使用 --dsn 时的目标数据库，与 review 相同：mysql-8.4（默认）、mariadb-10.11 等
  --prove-on mysql://用户@主机:端口/库     会在该库写入：以 myriad_proof_N 为名建立所建议的索引，在建立前后各执行一遍语句
                     （变更语句以查找其行的查询代替），统计读取行数，然后删除索引；被中断的验证遗留的索引会先行删除。
                     库名须含独立单词 scratch、proof、restored 或 sandbox，且服务器须独立：非从库、无从库、不在复制组、
                     非只读、不由 Myriad 管理，否则拒绝执行。密码同 --dsn，或使用 --prove-password-file 文件
  --format 格式      text（默认）或 json（每行一个对象）
  --lang zh|en       语言，默认取自 LANG
  --help             显示帮助

  退出码：0 完成（无论有无建议）；2 命令行参数或输入有误，或该服务器不允许验证；6 无法连接服务器。
  建议的依据与取舍见 docs/concepts/index-advice.md

示例：
  myriad index advise queries.sql --dsn mysql://reader@db.example/shop
  myriad index advise top.jsonl --schema schema.sql --prove-on mysql://me@127.0.0.1:3307/shop_restored
`,
};
