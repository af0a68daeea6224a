import type { Flag } from '../command.ts';
import { type CommandCall, textFlag, wholeFlag } from '../command.ts';
import type { Language } from '../language.ts';

export const pageFlags: readonly Flag[] = [
  { name: 'limit', value: 'N', words: { en: 'At most so many (50)', zh: '最多显示条数（50）' } },
  { name: 'cursor', value: 'CURSOR', words: { en: 'Go on where a list ended', zh: '从上一页结束处继续' } },
];

export function pageQuery(call: Pick<CommandCall, 'flags'>): { limit?: number; cursor?: string } {
  const limit = wholeFlag(call, 'limit');
  const cursor = textFlag(call, 'cursor');
  return { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
}

/** Says how to see the rest, where there is a rest. */
export function restOf(page: { readonly next?: string | undefined }, language: Language): string {
  if (page.next === undefined) return '';
  return language === 'zh' ? `…… 后续：--cursor ${page.next}\n` : `… more: --cursor ${page.next}\n`;
}
