import { at, defineRule } from '../../rule.ts';

export const nameCase = defineRule({
  id: 'name-case',
  grade: 'N',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Names of tables differ by case on one server and not on the next: lower case is the same everywhere.',
    zh: '表名是否区分大小写取决于服务器设置，统一小写最安全。',
  },
  on: ['create-table', 'column-definition', 'create-database'],
  check: (node) => {
    const name = node.name.kind === 'qualified-name' ? node.name.name : node.name;
    return name.name !== name.name.toLowerCase() && at(name, 'Write names in lower case.', '名称请使用小写。');
  },
});
