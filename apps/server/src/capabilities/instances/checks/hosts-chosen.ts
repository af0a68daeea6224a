import type { DeployFacts, RecordCheck, Refusal } from './check.ts';

const stateWords: Readonly<Record<string, { en: string; zh: string }>> = {
  unchecked: { en: 'was never checked', zh: '尚未检查' },
  'failed-check': { en: 'failed its check', zh: '检查未通过' },
  reserved: { en: 'is reserved by another task', zh: '已被其他任务预留' },
  'out-of-service': { en: 'is out of service', zh: '已停用' },
};

/** Another cluster's instance that the records have on this host and port. */
export const seatedAt = (
  instances: DeployFacts['instances'],
  hostId: string,
  { port, clusterId }: Pick<DeployFacts['input'], 'port' | 'clusterId'>,
) =>
  instances.find(
    (each) =>
      each.hostId === hostId && each.port === port && each.state !== 'decommissioned' && each.clusterId !== clusterId,
  );

/** As many different hosts as the topology needs, each known and free to be used. */
export const hostsChosen: RecordCheck = ({ input, hosts, instances }) => {
  const refusals: Refusal[] = [];
  const wrong = (code: string, en: string, zh: string, next: Refusal['next']) =>
    refusals.push({ code, path: 'hostIds', words: { en, zh }, next });
  const ids = input.seats.map(({ hostId }) => hostId);
  for (const id of new Set(ids.filter((each, at) => ids.indexOf(each) !== at)))
    wrong(
      'HOST_TWICE',
      `Host ${hosts.get(id)?.name ?? id} is chosen twice.`,
      `主机 ${hosts.get(id)?.name ?? id} 被选了两次。`,
      {
        en: 'Choose a different host for each instance.',
        zh: '请为每个实例选择不同的主机。',
      },
    );
  const least = input.topology === 'single' ? 1 : 2;
  if (ids.length < least)
    wrong(
      'HOSTS_TOO_FEW',
      `${least} hosts are needed, ${ids.length} can be had.`,
      `需要 ${least} 台主机，目前只有 ${ids.length} 台可用。`,
      {
        en: 'Add hosts to the pool, or ask for fewer replicas.',
        zh: '请向资源池加入主机，或减少从库数量。',
      },
    );
  for (const id of new Set(ids)) {
    const host = hosts.get(id);
    if (!host) {
      wrong('HOST_NOT_FOUND', `There is no host ${id}.`, `没有主机 ${id}。`, {
        en: 'Choose from the list.',
        zh: '请从列表中选择。',
      });
      continue;
    }
    const bad = stateWords[host.poolState];
    const isOurs = instances.some((instance) => instance.hostId === id && instance.clusterId === input.clusterId);
    if (bad && !isOurs)
      wrong('HOST_NOT_AVAILABLE', `Host ${host.name} ${bad.en}.`, `主机 ${host.name} ${bad.zh}。`, {
        en: 'Check the host, or choose another.',
        zh: '请先检查该主机，或换一台。',
      });
    const seated = seatedAt(instances, id, input);
    if (seated)
      refusals.push({
        code: 'PORT_TAKEN',
        path: 'port',
        words: { en: `${seated.name} already has an instance.`, zh: `${seated.name} 上已有实例。` },
        next: { en: 'Choose another port or another host.', zh: '请换一个端口或换一台主机。' },
      });
  }
  return refusals;
};
