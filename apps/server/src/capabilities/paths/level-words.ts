import type { ClusterLevel } from '../metadata/index.ts';

/** The levels of a cluster as people read them. */
export const levelWords: Readonly<Record<ClusterLevel, { readonly en: string; readonly zh: string }>> = {
  observe: { en: 'observe', zh: '观察' },
  'back-up': { en: 'back up', zh: '备份' },
  operate: { en: 'operate', zh: '运维' },
  ha: { en: 'high availability', zh: '高可用' },
};
