import { isAtLeast } from '../version.ts';
import { defineStatement } from './statement.ts';

const looking = { sentBy: ['operate'], changes: 'nothing', limitSeconds: 10 } as const;

export const oneSession = defineStatement({
  name: 'kill.session',
  why: {
    en: 'Who a session is and what it runs, before it is ended: an id alone may belong to somebody else by now.',
    zh: '结束会话前确认其身份与正在执行的语句：仅凭编号可能已属于他人。',
  },
  ...looking,
  text: (version) =>
    `SELECT ID AS id, USER AS user, HOST AS host, DB AS db, COMMAND AS command, TIME AS seconds, STATE AS state, LEFT(INFO, 2001) AS statement FROM ${version.flavor === 'mysql' && isAtLeast(version, 8, 4) ? 'performance_schema.processlist' : 'information_schema.PROCESSLIST'} WHERE ID = ?`,
});

export const transactionOfSession = defineStatement({
  name: 'kill.transaction',
  why: {
    en: 'How long its transaction is open and how many rows must be rolled back when it ends.',
    zh: '会话事务的持续时间，以及结束时需要回滚的行数。',
  },
  ...looking,
  text: ({ flavor }) =>
    `SELECT TIMESTAMPDIFF(SECOND, trx_started, ${flavor === 'mysql' ? "CONVERT_TZ(NOW(), '+00:00', 'SYSTEM')" : 'NOW()'}) AS seconds, trx_rows_modified AS modified_rows, trx_rows_locked AS locked_rows FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id = ?`,
});

export interface SessionToEnd {
  readonly id: number;
  readonly what: 'query' | 'connection';
}

export const endSession = defineStatement<SessionToEnd>({
  name: 'kill.end',
  why: { en: 'Ends one session or its statement, by an approved ticket.', zh: '按已审批的工单结束一个会话或其语句。' },
  sentBy: ['operate'],
  changes: 'server',
  // Soft on MariaDB too: HARD can leave a table of an engine without transactions half written.
  text: (_version, { id, what }) => `KILL ${what === 'query' ? 'QUERY' : 'CONNECTION'} ${Math.trunc(id)}`,
  examples: () => [
    { id: 42, what: 'query' },
    { id: 42, what: 'connection' },
  ],
});
