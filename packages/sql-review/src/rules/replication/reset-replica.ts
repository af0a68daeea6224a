import { at, defineRule } from '../../rule.ts';

export const resetReplica = defineRule({
  id: 'reset-replica',
  grade: 'E',
  theme: 'replication',
  why: {
    en: 'RESET REPLICA forgets where the replica stood, and with ALL whom it followed.',
    zh: 'RESET REPLICA 会清除从库的复制位点，加 ALL 还会清除主库信息。',
  },
  on: ['reset-target'],
  check: (target) =>
    (target.what === 'REPLICA' || target.what === 'SLAVE') &&
    at(target, 'The position of the replica is forgotten.', '从库的复制位点将被清除。'),
});
