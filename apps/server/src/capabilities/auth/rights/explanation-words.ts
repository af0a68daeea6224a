import type { ExplainedThing, Explanation, ScopeKind, Words } from '@myriad/contract';

const sentences = {
  seen: { en: 'It is seen, by these rights.', zh: '可以看到，依据以下权限。' },
  own: { en: 'It is seen: they opened the ticket it belongs to.', zh: '可以看到：所属工单由其本人提交。' },
  hidden: {
    en: 'It is there, and it lies outside of what these rights reach.',
    zh: '该对象存在，但不在当前权限的范围之内。',
  },
  unknown: {
    en: 'Nothing has this id: it may be mistyped, or removed.',
    zh: '没有此编号的对象：编号可能有误，或对象已被移除。',
  },
} as const;

export const explanationWords = (of: keyof typeof sentences): Words => sentences[of];

const words = {
  cluster: {
    cluster: { en: 'a role on the cluster itself', zh: '该集群上的角色' },
    application: { en: 'a role on its application', zh: '其所属应用上的角色' },
    environment: { en: 'a role on its environment', zh: '其所在环境上的角色' },
  },
  instance: {
    cluster: { en: 'a role on its cluster', zh: '其所属集群上的角色' },
    application: { en: 'a role on its application', zh: '其所属应用上的角色' },
    environment: { en: 'a role on its environment', zh: '其所在环境上的角色' },
  },
  host: {
    cluster: { en: 'a role on a cluster that has an instance on it', zh: '在该主机上有实例的任一集群上的角色' },
    application: {
      en: 'a role on an application that has an instance on it',
      zh: '在该主机上有实例的任一应用上的角色',
    },
    environment: {
      en: 'a role on an environment that has an instance on it',
      zh: '在该主机上有实例的任一环境上的角色',
    },
  },
  application: {
    cluster: { en: 'a role on one of its clusters', zh: '其任一集群上的角色' },
    application: { en: 'a role on the application itself', zh: '该应用上的角色' },
    environment: { en: 'a role on an environment one of its clusters lies in', zh: '其任一集群所在环境上的角色' },
  },
  work: {
    cluster: { en: 'a role on every cluster it is about', zh: '其涉及的每个集群上的角色' },
    application: { en: 'a role on every application it is about', zh: '其涉及的每个应用上的角色' },
    environment: { en: 'a role on every environment it is about', zh: '其涉及的每个环境上的角色' },
  },
  finding: {
    cluster: { en: 'a role on the cluster it is about', zh: '其涉及的集群上的角色' },
    application: { en: 'a role on the application it is about', zh: '其涉及的应用上的角色' },
    environment: { en: 'a role on the environment it is about', zh: '其涉及的环境上的角色' },
  },
} as const;

const everywhere: Words = { en: 'a role on everything', zh: '全部范围上的角色' };

/** Rights that would show such a thing, the narrowest first: the same for every one of its kind, so that they tell nothing of it. */
export function wouldShow(thing: ExplainedThing): Explanation['would'] {
  const role = thing === 'task' || thing === 'ticket' ? 'dba' : 'requester';
  const by = words[thing === 'task' || thing === 'ticket' ? 'work' : thing];
  const narrow = (['cluster', 'application', 'environment'] as const).map(
    (scopeKind): Explanation['would'][number] => ({
      role,
      scopeKind,
      words: by[scopeKind],
    }),
  );
  return [...narrow, { role, scopeKind: 'all' satisfies ScopeKind, words: everywhere }];
}
