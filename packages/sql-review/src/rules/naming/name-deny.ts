import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { givenName, naming } from '../../tree/given-names.ts';

export const nameDeny = defineRule({
  id: 'name-deny',
  grade: 'W',
  off: true,
  theme: 'naming',
  about: 'names',
  why: {
    en: 'The policy names words that nothing may be called: those of other systems, and those that say nothing.',
    zh: '策略规定了不允许使用的名称：其他系统的关键字，或没有含义的词。',
  },
  parameters: { names: ['test', 'tmp', 'foo', 'bar', 'xxx', 'abc'] },
  on: naming,
  check: (node, { parentOf }, { names }) => {
    const name = givenName(node, parentOf);
    return (
      name &&
      names.some((one) => isSame(one, name.name)) &&
      at(name, `${name.name} is not allowed as a name.`, `不允许使用名称 ${name.name}。`)
    );
  },
});
