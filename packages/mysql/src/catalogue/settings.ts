import type { Parameter } from '../parameters/parameter-book.ts';
import { quoteIdentifier, quoteString } from '../quoting.ts';
import { isAtLeast } from '../version.ts';
import { defineStatement } from './statement.ts';

const changing = { sentBy: ['operate'], changes: 'server' } as const;

export interface Setting {
  readonly parameter: Pick<Parameter, 'name' | 'kind'>;
  /** As `readValue` gives it. */
  readonly value: string;
}

/** Numbers and switches stand bare; everything else is a literal. */
const literal = ({ parameter: { kind }, value }: Setting): string =>
  (kind === 'whole' || kind === 'number') && /^-?\d+(\.\d+)?$/.test(value)
    ? value
    : kind === 'switch' && /^(ON|OFF)$/.test(value)
      ? value
      : quoteString(value);

const examples = (): readonly Setting[] => [
  { parameter: { name: 'max_connections', kind: 'whole' }, value: '500' },
  { parameter: { name: 'slow_query_log', kind: 'switch' }, value: 'ON' },
  { parameter: { name: 'sql_mode', kind: 'set' }, value: 'STRICT_TRANS_TABLES' },
];

export const setParameter = defineStatement<Setting>({
  name: 'parameter.set',
  why: {
    en: 'Changes a parameter of the running server, by an approved ticket.',
    zh: '按已审批的工单在线修改参数。',
  },
  ...changing,
  text: (_version, setting) => `SET GLOBAL ${quoteIdentifier(setting.parameter.name)} = ${literal(setting)}`,
  examples,
});

/** Since 8.0 the server keeps it by itself, in mysqld-auto.cnf. */
export const persistParameter = defineStatement<Setting>({
  name: 'parameter.persist',
  why: {
    en: 'Changes a parameter and keeps it across restarts, where the option file is not ours.',
    zh: '修改参数并在重启后保留，用于配置文件不归平台管理的实例。',
  },
  ...changing,
  text: (version, setting) =>
    version.flavor === 'mysql' && isAtLeast(version, 8)
      ? `SET PERSIST ${quoteIdentifier(setting.parameter.name)} = ${literal(setting)}`
      : undefined,
  examples,
});

/** Of a parameter the running server does not change, too. */
export const persistForRestart = defineStatement<Setting>({
  name: 'parameter.persist-only',
  why: {
    en: 'Puts back what was kept for the next start before a change that is undone; the running server is left alone.',
    zh: '撤销修改时，恢复之前为下次启动保存的值；不影响运行中的服务器。',
  },
  ...changing,
  text: (version, setting) =>
    version.flavor === 'mysql' && isAtLeast(version, 8)
      ? `SET PERSIST_ONLY ${quoteIdentifier(setting.parameter.name)} = ${literal(setting)}`
      : undefined,
  examples,
});

export const forgetPersisted = defineStatement<string>({
  name: 'parameter.forget-persisted',
  why: {
    en: 'Takes out of mysqld-auto.cnf what would overrule the option file.',
    zh: '从 mysqld-auto.cnf 中移除会覆盖配置文件的设置。',
  },
  ...changing,
  text: (version, name) =>
    version.flavor === 'mysql' && isAtLeast(version, 8)
      ? `RESET PERSIST IF EXISTS ${quoteIdentifier(name)}`
      : undefined,
  examples: () => ['max_connections'],
});

export const persistedParameters = defineStatement({
  name: 'parameter.persisted',
  why: {
    en: 'What the server keeps in mysqld-auto.cnf: it overrules the option file at the next start.',
    zh: '服务器保存在 mysqld-auto.cnf 中的设置：下次启动时会覆盖配置文件。',
  },
  sentBy: ['portrait', 'operate'],
  changes: 'nothing',
  limitSeconds: 10,
  text: (version) =>
    version.flavor === 'mysql' && isAtLeast(version, 8)
      ? 'SELECT VARIABLE_NAME AS name, VARIABLE_VALUE AS value FROM performance_schema.persisted_variables LIMIT 1000'
      : undefined,
});
