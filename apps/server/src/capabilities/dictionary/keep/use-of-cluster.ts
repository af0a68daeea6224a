import type { DictionaryLook, Words } from '@myriad/contract';
import { partValue } from '@myriad/mysql';
import { harmlessText } from '../../findings/index.ts';
import type { LookedMember } from '../../sweeps/index.ts';

export interface Counted {
  readonly reads: number;
  readonly writes: number;
}

/** How its tables and indexes were used, over all members. */
export interface ClusterUse {
  readonly told: DictionaryLook['use'];
  /** Present only where every member said it. */
  readonly counts?: {
    /** The youngest counters of all: before this nothing is known. */
    readonly since: number;
    ofIndex(schema: string, table: string, index: string): Counted;
    ofTable(schema: string, table: string): Counted;
  };
}

type Member = DictionaryLook['use']['members'][number];
const nothing: Counted = { reads: 0, writes: 0 };

function judge({ instanceId, name, look }: LookedMember, known: ReadonlySet<string>): Member {
  const silent = (because: Words): Member => ({ instanceId, name, because });
  if (!look) return silent({ en: 'It did not answer the last deep look.', zh: '最近一次深度查看时没有应答。' });
  const { glance, portrait } = look;
  const stranger = strangerOf(look, known);
  if (stranger !== undefined)
    return silent({
      en: `A replica the platform does not know (${stranger}) fetches from it; reads there are not counted.`,
      zh: `有平台未登记的从库（${stranger}）正在拉取其日志，该处的读取无法计入。`,
    });
  if (!portrait.uses) return silent({ en: 'Its use was not asked for.', zh: '未读取其使用情况。' });
  if (!portrait.uses.ok) {
    const reason = harmlessText(portrait.uses.refused, 300);
    return silent({ en: `It does not tell: ${reason}.`, zh: `无法得知：${reason}。` });
  }
  if (glance.uptimeSeconds === null)
    return silent({ en: 'It does not say since when it runs.', zh: '未说明启动时间。' });
  return { instanceId, name, since: portrait.readAt - glance.uptimeSeconds * 1000 };
}

/** A replica of MySQL tells its server_uuid; what tells none there is a reader of the log and answers no queries. */
function strangerOf({ glance, portrait }: NonNullable<LookedMember['look']>, known: ReadonlySet<string>) {
  if (!portrait.dumpThreads.ok) return '?';
  if (glance.version.flavor === 'mysql') {
    const stranger = portrait.dumpThreads.value.find(
      ({ replicaUuid }) => replicaUuid !== '' && !known.has(replicaUuid),
    );
    return stranger && harmlessText(stranger.host, 100);
  }
  return undefined;
}

/** MariaDB's replicas have no uuid: they are counted. */
function missesReplicas(members: readonly LookedMember[]): boolean {
  const mariadb = members.flatMap(({ look }) => (look?.glance.version.flavor === 'mariadb' ? [look] : []));
  const following = mariadb.reduce((sum, { glance }) => sum + glance.channels.length, 0);
  const fetching = mariadb.reduce((sum, { portrait }) => sum + (partValue(portrait.dumpThreads)?.length ?? 0), 0);
  return fetching > following;
}

/** What every member told together; one that is silent, and nothing is claimed of any table. Pure. */
export function useOfCluster(members: readonly LookedMember[]): ClusterUse {
  const uuids = new Set(members.flatMap(({ look }) => (look?.glance.serverUuid ? [look.glance.serverUuid] : [])));
  const strangers = missesReplicas(members);
  const judged = members.map((member): Member => {
    const told = judge(member, uuids);
    if (!strangers || told.since === undefined) return told;
    return {
      ...{ instanceId: member.instanceId, name: member.name },
      because: {
        en: 'More replicas fetch than the platform knows; reads there are not counted.',
        zh: '正在拉取日志的从库多于平台登记的数量，其余从库上的读取无法计入。',
      },
    };
  });
  const sinces = judged.flatMap(({ since }) => (since === undefined ? [] : [since]));
  const since = Math.max(...sinces);
  if (members.length === 0 || sinces.length < members.length) return { told: { known: false, members: judged } };
  const [indexes, tables] = addUp(members);
  return {
    told: { known: true, since, members: judged },
    counts: {
      since,
      ofIndex: (...names) => indexes.get(JSON.stringify(names)) ?? nothing,
      ofTable: (...names) => tables.get(JSON.stringify(names)) ?? nothing,
    },
  };
}

function addUp(members: readonly LookedMember[]): readonly [Map<string, Counted>, Map<string, Counted>] {
  const [indexes, tables] = [new Map<string, Counted>(), new Map<string, Counted>()];
  const add = (to: Map<string, Counted>, names: readonly string[], more: Counted) => {
    const key = JSON.stringify(names);
    const before = to.get(key) ?? nothing;
    to.set(key, { reads: before.reads + more.reads, writes: before.writes + more.writes });
  };
  for (const { look } of members)
    for (const use of partValue(look?.portrait.uses) ?? []) {
      if (use.index !== '') add(indexes, [use.schema, use.table, use.index], use);
      add(tables, [use.schema, use.table], use);
    }
  return [indexes, tables];
}
