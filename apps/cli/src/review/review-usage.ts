import type { Words } from '../language.ts';

export const reviewUsage: Words = {
  en: `Usage: myriad review FILE… [options]     review SQL; FILE is a file, a folder (its *.sql and MyBatis
                                           mappers, deep), or - for stdin
       myriad audit FILE… [options]      the same

  --dialect NAME     the server it is written for: mysql-9.7, mysql-8.4 (default), mysql-8.0, mysql-5.7,
                     mariadb-10.6, mariadb-10.11, mariadb-11.4, mariadb-11.8, or a release between them;
                     a patch level may follow: mysql-8.0.32
  --format FORMAT    text (default), json (an object per line and statement), sarif, junit, gitlab, github
  --min-score N      0–100: a statement below does not pass
  --schema FILE      CREATE statements of the tables that are there before the script
  --dsn mysql://USER@HOST:PORT/SCHEMA     ask this server for definitions, sizes, plans and rows, read only; its version is
                     the dialect. The password: MYRIAD_DSN_PASSWORD, --dsn-password-file FILE, or asked for
  --policy FILE      rules, grades, suppressions and the gate; otherwise .myriad-review.yaml beside a file or above it
  --environment NAME, --application NAME     which of the policy's layers hold too
  --baseline FILE    findings that were there before do not count; --write-baseline writes those of now, and passes
  --advise           behind the report (text or json): indexes worth having for all these statements together; without
                     --schema or --dsn only for tables the files create. See: myriad index advise --help
  --undo             no review but what would undo each statement (text or json): the SELECTs that keep what it overwrites, the
                     statements that put it back, or why nothing does; nothing is run. With --schema or --dsn
  --off RULE         leave a rule out; may be given again, or several with commas
  --only RULE        ask these rules alone; may be given again, or several with commas
  --lang zh|en       language; default from LANG
  --help             this help

  A comment excuses a statement from a rule: -- review:ignore RULE reason
  Exit codes: 0 all passed; 1 a statement is below --min-score, has a blocking finding, or could not be reviewed (with
  --undo: does not wholly come back), or the report could not be written; 2 wrong command line or input; 6 the server of --dsn could not be reached.
  The rules: docs/reference/review-rules.md

Examples:
  myriad review migrations/ --dialect mysql-8.0 --min-score 60
  git diff --name-only main -- '*.sql' | xargs myriad review --format github
  mysqldump --no-data shop > schema.sql && myriad review change.sql --schema schema.sql
`,
  zh: `用法：myriad review 文件… [选项]     审核 SQL；可为文件、目录（递归其中的 *.sql 与 MyBatis 映射文件）或 -（标准输入）
      myriad audit 文件… [选项]      同上

  --dialect 名称     目标数据库：mysql-9.7、mysql-8.4（默认）、mysql-8.0、mysql-5.7、
                     mariadb-10.6、mariadb-10.11、mariadb-11.4、mariadb-11.8，
                     或其间的其他版本；可带补丁版本号：mysql-8.0.32
  --format 格式      text（默认）、json（每条语句一行一个对象）、sarif、junit、gitlab、github
  --min-score N      0–100，低于此分的语句不通过
  --schema 文件      脚本执行前已有表的 CREATE 语句
  --dsn mysql://用户@主机:端口/库     从该服务器只读获取表定义、大小、执行计划与行数，并按其版本解析；
                     密码取自 MYRIAD_DSN_PASSWORD、--dsn-password-file 文件，或交互输入
  --policy 文件      规则、级别、忽略项与门槛；默认为被审文件所在目录或上级目录的 .myriad-review.yaml
  --environment 名称、--application 名称     同时生效的策略层
  --baseline 文件    不计入基线内的已有问题；--write-baseline 将当前问题写入基线并视为通过
  --advise           在报告之后（text 或 json）给出对全部语句整体有益的索引建议；未提供 --schema 或 --dsn 时，
                     仅针对文件中创建的表。见：myriad index advise --help
  --undo             不做审核，改为给出每条语句的撤销预览（text 或 json）：备份被覆盖数据的 SELECT、用于恢复的语句，
                     或无法撤销的原因；不执行任何语句。表结构取自 --schema 或 --dsn
  --off 规则         停用规则；可多次给出，或用逗号分隔
  --only 规则        仅启用这些规则；可多次给出，或用逗号分隔
  --lang zh|en       语言，默认取自 LANG
  --help             显示帮助

  可用注释忽略某条语句的某个规则：-- review:ignore 规则 理由
  退出码：0 全部通过；1 有语句低于 --min-score、有阻断问题或无法审核（--undo 时：无法完全恢复），或报告无法写出；2 命令行参数或输入有误；6 无法连接 --dsn 指定的服务器。
  规则列表见 docs/reference/review-rules.md

示例：
  myriad review migrations/ --dialect mysql-8.0 --min-score 60
  git diff --name-only main -- '*.sql' | xargs myriad review --format github
  mysqldump --no-data shop > schema.sql && myriad review change.sql --schema schema.sql
`,
};
