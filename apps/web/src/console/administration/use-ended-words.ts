import { useTranslation } from 'react-i18next';

/** What was ended of a person's access, in words. */
export function useEndedWords(): (ended: { sessions: number; tokens: number }) => string {
  const { t } = useTranslation();
  return ({ sessions, tokens }) =>
    `${t('administration.user.ended', { count: sessions })} · ${t('administration.user.endedTokens', { count: tokens })}`;
}
