import type { Ability } from '@myriad/contract';
import { useTranslation } from 'react-i18next';

/** The reason shown where an action is allowed, but no ticket kind carries it out. */
export function useNoTicketKind(): Ability {
  const { t } = useTranslation();
  return { allowed: false, because: t('cluster.noTicketKind') };
}
