import type { AlterTable } from '@myriad/sql';
import { nameOf } from '../../context.ts';
import { mostRowVersions } from '../../predict/limits-mysql.ts';
import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const instantExhausted = defineRule({
  id: 'instant-exhausted',
  grade: 'E',
  theme: 'schema-change',
  tier: 'statistics',
  why: {
    en: 'A table takes 64 INSTANT changes of columns (255 from 9.1 on): then it is rebuilt.',
    zh: '一张表最多支持 64 次（9.1 起 255 次）INSTANT 列变更，之后需要重建表。',
  },
  versions: mysqlFrom(80029),
  on: ['add-columns', 'drop-element'],
  check: (action, { statisticsOf, parentOf, dialect }) => {
    const alter = parentOf(action);
    const most = mostRowVersions(dialect);
    const versions =
      alter?.kind === 'alter-table' ? (statisticsOf(nameOf((alter as AlterTable).name))?.rowVersions ?? 0) : 0;
    const counts = action.kind === 'add-columns' || action.what === 'COLUMN';
    return (
      counts &&
      versions >= most - 4 &&
      at(action, `${versions} of ${most} row versions are used.`, `已使用 ${versions}/${most} 个行版本。`)
    );
  },
});
