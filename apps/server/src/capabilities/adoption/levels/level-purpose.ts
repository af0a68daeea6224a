import type { AccountRecord, ClusterLevel } from '../../metadata/index.ts';

/** The account of each level, as the record calls its purpose. */
export const purposeOfLevel: Readonly<Record<ClusterLevel, AccountRecord['purpose']>> = {
  observe: 'observe',
  'back-up': 'backup',
  operate: 'operate',
  ha: 'ha',
};

export const levelWords: Readonly<Record<ClusterLevel, { readonly en: string; readonly zh: string }>> = {
  observe: { en: 'observe', zh: '观察' },
  'back-up': { en: 'back up', zh: '备份' },
  operate: { en: 'operate', zh: '运维' },
  ha: { en: 'high availability', zh: '高可用' },
};
