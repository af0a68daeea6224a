import type { AccountRecord, ClusterLevel } from '../../metadata/index.ts';

export { levelWords } from '../../paths/index.ts';

/** The account of each level, as the record calls its purpose. */
export const purposeOfLevel: Readonly<Record<ClusterLevel, AccountRecord['purpose']>> = {
  observe: 'observe',
  'back-up': 'backup',
  operate: 'operate',
  ha: 'ha',
};
