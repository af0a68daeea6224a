import { at, defineRule } from '../../rule.ts';

export const nameBackupLeft = defineRule({
  id: 'name-backup-left',
  grade: 'N',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Tables named bak, tmp or old stay for years, with personal data nobody looks after.',
    zh: '名为 bak、tmp、old 的表往往长期残留，其中的数据无人管理。',
  },
  on: ['create-table'],
  check: ({ name, temporary }) => {
    const words = name.name.name.toLowerCase().split('_');
    return (
      !temporary &&
      [words[0], words.at(-1)].some(
        (word) => word !== undefined && ['bak', 'backup', 'tmp', 'temp', 'old', 'copy'].includes(word),
      ) &&
      at(name.name, 'Who removes this table, and when?', '请确认该表何时由谁清理。')
    );
  },
});
