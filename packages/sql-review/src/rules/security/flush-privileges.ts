import { at, defineRule } from '../../rule.ts';

export const flushPrivileges = defineRule({
  id: 'flush-privileges',
  grade: 'N',
  theme: 'security',
  why: {
    en: 'FLUSH PRIVILEGES is needed after writing the grant tables by hand only, which nobody should.',
    zh: '只有手工修改授权表后才需要 FLUSH PRIVILEGES，而这本不应发生。',
  },
  on: ['flush-item'],
  check: (item) =>
    item.what === 'PRIVILEGES' &&
    at(item, 'GRANT and CREATE USER need no FLUSH.', 'GRANT、CREATE USER 之后无需 FLUSH。'),
});
