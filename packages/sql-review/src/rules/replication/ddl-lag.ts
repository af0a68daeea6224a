import { at, defineRule } from '../../rule.ts';

export const ddlLag = defineRule({
  id: 'ddl-lag',
  grade: 'E',
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'The replicas are behind already: a change of a definition holds them up for as long as it ran here.',
    zh: '从库已有延迟，DDL 会使其进一步落后。',
  },
  parameters: { seconds: 30 },
  on: ['alter-table', 'create-index'],
  check: (statement, { facts }, { seconds }) => {
    const lag = facts.instance?.lagSeconds ?? 0;
    return lag > seconds && at(statement, `The slowest replica is ${lag} s behind.`, `最慢的从库延迟 ${lag} 秒。`);
  },
});
