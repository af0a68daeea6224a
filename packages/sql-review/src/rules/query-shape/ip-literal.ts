import { at, defineRule } from '../../rule.ts';

/** Four numbers up to 255; a version has seldom four. */
const isAddress = (text: string): boolean => {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) < 256);
};

const places: ReadonlySet<string> = new Set(['binary', 'in-list', 'between', 'values-row', 'assignment']);

export const ipLiteral = defineRule({
  id: 'ip-literal',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'An address as text takes more room and sorts wrongly: INET6_ATON() makes a VARBINARY(16) of it that ranges can be asked of.',
    zh: '以文本保存 IP 地址占用空间更大且无法正确排序：可用 INET6_ATON() 转为 VARBINARY(16)，便于范围查询。',
  },
  on: ['literal'],
  check: (literal, { parentOf }) => {
    // From 1.2.3.4 to 255.255.255.255; nearly every literal of a statement is something else.
    const { type, value } = literal;
    if (type !== 'string' || value.length < 7 || value.length > 15 || !isAddress(value)) return undefined;
    const above = parentOf(literal);
    if (above === undefined || !places.has(above.kind)) return undefined;
    return at(literal, 'An address as text: INET6_ATON().', '以文本表示的 IP 地址，可使用 INET6_ATON()。');
  },
});
