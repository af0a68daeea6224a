import { at, defineRule } from '../../rule.ts';

export const alterNoEffect = defineRule({
  id: 'alter-no-effect',
  grade: 'N',
  theme: 'schema-change',
  why: {
    en: 'The option is one of MyISAM and MERGE: InnoDB keeps the word and does nothing with it, after a lock and maybe a rebuild.',
    zh: '该选项仅对 MyISAM、MERGE 有效：InnoDB 只记录而不使用，却仍要加锁，甚至重建表。',
  },
  on: ['alter-table'],
  check: ({ actions, name }, { schema }) => {
    const engine = schema.tableOf(name)?.engine;
    const isOther = engine !== undefined && engine !== 'INNODB';
    if (isOther || actions.some((action) => action.kind === 'setting' && action.name === 'ENGINE')) return undefined;
    return actions
      .filter((action) => action.kind === 'setting' && idle.has(action.name))
      .map((action) => at(action, 'InnoDB does nothing with it.', 'InnoDB 不使用该选项。'));
  },
});

const idle: ReadonlySet<string> = new Set([
  'AVG_ROW_LENGTH', 'CHECKSUM', 'DELAY_KEY_WRITE', 'INSERT_METHOD', 'MAX_ROWS', 'MIN_ROWS', 'PACK_KEYS', 'UNION',
  'TABLE_CHECKSUM',
]); // biome-ignore format: a list
