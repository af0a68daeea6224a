import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const tableCharsetForbidden = defineRule({
  id: 'table-charset-forbidden',
  grade: 'N',
  off: true,
  theme: 'charset',
  why: {
    en: 'Where the server says the character set for everybody, a table that says one of its own leaves that rule.',
    zh: '统一由服务器默认值决定字符集的环境中，不应在建表语句里单独指定字符集。',
  },
  on: ['setting'],
  check: (setting, { statement }) =>
    (statement.kind === 'create-table' || statement.kind === 'alter-table') &&
    setting.name === 'CHARACTER SET' &&
    !isSame(wordOf(setting.value), 'DEFAULT') &&
    at(setting, 'Leave the character set to the server.', '请使用服务器默认字符集。'),
});
