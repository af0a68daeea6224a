import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../format/format-time.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const storageKey = 'myriad.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** The language chosen before, else the reader's own if it is Chinese, else English. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(storageKey);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';
}

export async function startWords(): Promise<void> {
  const language = firstLanguage();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  });
}

/** Changes the language at once, everywhere, and keeps the choice on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
