import type { Words } from '@myriad/contract';
import type { Language } from '../../language.ts';

/** What stands in place of a server's answer. */
export const silentText = (because: Words | undefined, language: Language): string =>
  `${because?.[language] ?? (language === 'zh' ? '服务器没有应答。' : 'The server does not answer.')}\n`;

/** A part the server did not let be seen. */
export const notSeenText = (what: Words, words: Words, language: Language): string =>
  language === 'zh' ? `${what.zh}：无法查看。${words.zh}\n` : `${what.en}: not seen. ${words.en}\n`;
