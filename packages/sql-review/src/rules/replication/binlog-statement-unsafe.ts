import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';

const unsafe: ReadonlySet<string> = new Set([
  'UUID',
  'UUID_SHORT',
  'RAND',
  'SYSDATE',
  'USER',
  'CURRENT_USER',
  'VERSION',
  'LOAD_FILE',
  'FOUND_ROWS',
  'ROW_COUNT',
  'SLEEP',
  'GET_LOCK',
  'RELEASE_LOCK',
  'IS_FREE_LOCK',
  'RANDOM_BYTES',
]);

export const binlogStatementUnsafe = defineRule({
  id: 'binlog-statement-unsafe',
  grade: 'E',
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'Under STATEMENT a change with a value of its own time, chance or session is another one on the replica.',
    zh: 'binlog_format 为 STATEMENT 时，包含时间、随机数或会话信息的变更在从库上结果不同。',
  },
  on: ['insert', 'update', 'delete', 'load-data'],
  check: (change, { facts, statement, nodes }) => {
    if (variableOf(facts.instance, 'binlog_format') !== 'STATEMENT' || change !== statement) return undefined;
    if (change.kind === 'load-data')
      return at(change, 'The order of the rows differs on the replica.', '从库上行的顺序可能不同。');
    return [
      ...nodes('call')
        .filter((call) => !call.schema && unsafe.has(call.name.toUpperCase()))
        .map((call) => at(call, `${call.name}() differs on the replica.`, `${call.name}() 在从库上结果不同。`)),
      ...nodes('system-variable')
        .filter(({ name }) => ownVariables.has(name.toLowerCase()))
        .map((one) => at(one, `@@${one.name} differs on the replica.`, `@@${one.name} 在从库上不同。`)),
    ];
  },
});

const ownVariables: ReadonlySet<string> = new Set([
  'hostname',
  'server_id',
  'server_uuid',
  'port',
  'datadir',
  'version',
]);
