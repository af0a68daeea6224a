import type { Words } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import type { Language } from '../format/format-time.ts';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}

/** Picks the reader's language out of a sentence the platform gave in both. */
export function usePick(): (words: Words) => string {
  const language = useLanguage();
  return (words) => (language === 'zh-CN' ? words.zh : words.en);
}
