import { useTranslation } from 'react-i18next';
import type { en } from '../../shared/words/en.ts';

type KindWord = keyof typeof en.schedule.kinds;

/** `hosts.check` → `hostsCheck`: a dot would lead deeper into the words. */
const wordOf = (kind: string) => kind.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());

/** What a kind of task is called; one without a name keeps its stored one. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => t(`schedule.kinds.${wordOf(kind) as KindWord}`, { defaultValue: kind });
}
