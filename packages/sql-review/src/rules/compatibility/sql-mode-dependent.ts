import { type Token, TokenType } from '@myriad/sql';
import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { tokensBetween } from '../../tree/tokens.ts';

export const sqlModeDependent = defineRule({
  id: 'sql-mode-dependent',
  grade: 'W',
  theme: 'compatibility',
  tier: 'instance',
  about: 'text',
  why: {
    en: 'The sql_mode of the target gives this another meaning than on most servers: "x" is a name under ANSI_QUOTES, || joins texts under PIPES_AS_CONCAT, and a backslash is a letter under NO_BACKSLASH_ESCAPES.',
    zh: '目标实例的 sql_mode 会改变该写法的含义：ANSI_QUOTES 下 "x" 是名称，PIPES_AS_CONCAT 下 || 是拼接，NO_BACKSLASH_ESCAPES 下反斜杠是普通字符。',
  },
  on: ['statement'],
  check: ({ start, end }, { tokens, facts }) => {
    const mode = variableOf(facts.instance, 'sql_mode');
    const text = tokens.text.slice(start, end);
    if (mode === undefined || !(text.includes('"') || text.includes('||') || text.includes('\\'))) return undefined;
    const modes = mode.split(',');
    const has = (name: string) => modes.includes(name) || modes.includes('ANSI');
    return tokensBetween(tokens, start, end)
      .filter(
        (token) =>
          (token.text.startsWith('"') && has('ANSI_QUOTES')) ||
          (token.text === '||' && has('PIPES_AS_CONCAT')) ||
          (modes.includes('NO_BACKSLASH_ESCAPES') && isString(token) && token.text.includes('\\')),
      )
      .map((token) => at(token, 'It means something else on this target.', '在该实例上含义不同。'));
  },
});

const isString = ({ type }: Token): boolean => type === TokenType.string || type === TokenType.nationalString;
