import { defineStatement } from './statement.ts';

export interface NamedValuesInput {
  readonly kind: 'variables' | 'status';
  /** How many names are asked for. */
  readonly count: number;
}

export const namedValues = defineStatement<NamedValuesInput>({
  name: 'server.named-values',
  why: { en: 'A few parameters or counters by their names.', zh: '按名称读取少量参数或计数器。' },
  sentBy: ['live', 'deploy', 'operate'],
  changes: 'nothing',
  text: (_version, { kind, count }) =>
    `SHOW GLOBAL ${kind === 'variables' ? 'VARIABLES' : 'STATUS'} WHERE Variable_name IN (${Array.from({ length: count }, () => '?').join(', ')})`,
  examples: () => [
    { kind: 'variables', count: 2 },
    { kind: 'status', count: 2 },
  ],
});
