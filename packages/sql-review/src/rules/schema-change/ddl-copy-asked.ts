import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';

export const ddlCopyAsked = defineRule({
  id: 'ddl-copy-asked',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'ALGORITHM=COPY and LOCK=EXCLUSIVE stop all writes for as long as the change runs.',
    zh: 'ALGORITHM=COPY、LOCK=EXCLUSIVE 会在变更期间阻塞所有写入。',
  },
  on: ['setting'],
  check: (setting) => {
    const value = wordOf(setting.value)?.toUpperCase();
    const stops =
      (setting.name === 'ALGORITHM' && value === 'COPY') ||
      (setting.name === 'LOCK' && (value === 'EXCLUSIVE' || value === 'SHARED'));
    return stops && at(setting, 'Writes are stopped.', '会阻塞写入。');
  },
});
