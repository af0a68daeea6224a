import type { Words } from './words.ts';

/** What a rule is about, as the catalogue heads its pages; findings of one theme count less each. */
export const themeWords = {
  'change-safety': { en: 'changes of rows', zh: '数据变更安全' },
  'query-shape': { en: 'the shape of queries', zh: '查询写法' },
  conditions: { en: 'conditions', zh: '过滤条件' },
  joins: { en: 'joins', zh: '连接' },
  functions: { en: 'functions', zh: '函数' },
  plans: { en: 'execution plans', zh: '执行计划' },
  'table-design': { en: 'tables and keys', zh: '表与键设计' },
  'column-types': { en: 'columns and types', zh: '列与类型' },
  indexes: { en: 'indexes', zh: '索引' },
  naming: { en: 'names', zh: '命名' },
  charset: { en: 'character sets', zh: '字符集' },
  partitions: { en: 'partitions', zh: '分区' },
  'schema-change': { en: 'changes of the schema', zh: '结构变更' },
  programs: { en: 'routines, triggers, views, events', zh: '存储程序与视图' },
  security: { en: 'security', zh: '安全' },
  replication: { en: 'replication', zh: '复制' },
  compatibility: { en: 'versions', zh: '版本兼容' },
  transactions: { en: 'transactions, locks, scripts', zh: '事务、锁与脚本' },
  correctness: { en: 'names that exist, values that fit', zh: '正确性' },
} as const satisfies Record<string, Words>;

export type Theme = keyof typeof themeWords;
