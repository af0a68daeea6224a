import type { RetentionRule } from '../../platform/retention/retention.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import { removeOldDiscoveries, removeOldLevelAccounts } from './store.ts';

const keepDays = 7;

/** Passwords that were given and not used in time leave the secrets box with what they were given for. */
export const adoptionRetention = ({ remove }: Pick<Secrets, 'remove'>): readonly RetentionRule[] => [
  { name: 'discovery', keepDays, removeSome: (tx, before, limit) => removeOldDiscoveries(tx, before, limit, remove) },
  {
    name: 'level_account',
    keepDays,
    removeSome: (tx, before, limit) => removeOldLevelAccounts(tx, before, limit, remove),
  },
];
