import { useTranslation } from 'react-i18next';

export type ApplicationLevel = 'core' | 'important' | 'general';
const tones = { core: 'badge bad', important: 'badge warn', general: 'badge' } as const;

/** How much an application matters. */
export function LevelBadge({ level }: { level: ApplicationLevel }) {
  const { t } = useTranslation();
  return <span className={tones[level]}>{t(`newCluster.levels.${level}`)}</span>;
}
