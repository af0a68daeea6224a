import { at, defineRule } from '../../rule.ts';
import { givenName, naming } from '../../tree/given-names.ts';

export const nameLength = defineRule({
  id: 'name-length',
  grade: 'N',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Names near the limit of 64 characters leave no room for what tools put before and behind them.',
    zh: '名称接近 64 个字符上限时，变更工具将无法再加前后缀。',
  },
  parameters: { maximum: 48 },
  on: naming,
  check: (node, { parentOf }, { maximum }) => {
    const name = givenName(node, parentOf);
    return (
      name &&
      name.name.length > maximum &&
      at(name, `${name.name.length} characters.`, `名称长度为 ${name.name.length}。`)
    );
  },
});
