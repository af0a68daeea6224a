import { anywhere, send } from '../catalogue/statement.ts';
import { platformSchema } from '../grants.ts';
import { ownPrivileges } from '../observe/portrait-statements.ts';
import { readReplication } from '../replication.ts';
import { listSessions } from '../sessions.ts';
import { isOn, numberOf, type SqlRow, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { groupMembers, proofGuards } from './proof-statements.ts';

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** The server or the schema is not one to try indexes on; nothing was changed. */
export class ProofRefused extends Error {
  override readonly name = 'ProofRefused';
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** One of these words must stand in the schema's name, so that nobody proves on production by a slip of the hand. */
const scratchName = /(^|[_-])(scratch|proof|restored|sandbox)([_-]|$)/i;

/**
 * Looks whether indexes may be tried: the schema is named as a scratch one, and the server is alone: no replica, no source, no group,
 * not read only, and without the schema the platform keeps on what it manages. What cannot be told is refused.
 * @throws ProofRefused
 */
export async function guardProof(sql: SqlRunner, version: Version, schema: string): Promise<void> {
  if (!scratchName.test(schema)) throw new ProofRefused(badName(schema));
  const known = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      throw new ProofRefused(untold(error instanceof Error ? error.message : String(error)));
    }
  };
  if ((await known(readReplication(sql, version))).length > 0) throw new ProofRefused(isReplica);
  // Without PROCESS the list holds one's own sessions only: it would show no replica whatever is there.
  if (!(await known(seesAllSessions(sql, version)))) throw new ProofRefused(blind);
  const sessions = await known(listSessions(sql));
  if (sessions.some(({ command }) => command.startsWith('Binlog Dump'))) throw new ProofRefused(hasReplicas);
  const members = await known(membersOf(sql, version));
  if (members.length > 0) throw new ProofRefused(inGroup);
  const [guards] = await known(send(sql, version, proofGuards, { values: [platformSchema] }));
  if (isOn(guards?.read_only)) throw new ProofRefused(readOnly);
  if (numberOf(guards?.own_schemas) !== 0) throw new ProofRefused(managed);
}

/** PROCESS of the account's own. What a role gives is not listed here, and may end with the session: it is taken for absent. */
const seesAllSessions = async (sql: SqlRunner, version: Version): Promise<boolean> =>
  (await send(sql, version, ownPrivileges)).some(({ privilege }) => textOf(privilege).toUpperCase() === 'PROCESS');

/** Without performance_schema there is no group either: the table is empty then. */
async function membersOf(sql: SqlRunner, version: Version): Promise<readonly SqlRow[]> {
  const rows = await send(sql, version ?? anywhere, groupMembers);
  return version.flavor === 'mariadb' ? rows.filter(({ Value }) => (numberOf(Value) ?? 0) > 0) : rows;
}

const badName = (schema: string): Words => ({
  en: `${schema} is not named as a scratch schema. Its name must hold scratch, proof, restored or sandbox as a word, for instance shop_scratch.`,
  zh: `库名 ${schema} 不像试验库：名称中须含独立单词 scratch、proof、restored 或 sandbox，例如 shop_scratch。`,
});
const untold = (why: string): Words => ({
  en: `Whether this server stands alone cannot be told (${why}). An account that may look at replication is needed.`,
  zh: `无法确认该服务器是否独立（${why}）。需要有权查看复制状态的账号。`,
});
const isReplica: Words = {
  en: 'This server is a replica. Use one that stands alone.',
  zh: '该服务器是从库，请使用独立的实例。',
};
const blind: Words = {
  en: 'Whether replicas read from this server cannot be told: the account has no PROCESS of its own (a role’s does not count). Use an account granted PROCESS ON *.* directly.',
  zh: '无法确认是否有从库正从该服务器复制：该账号自身没有 PROCESS 权限（经角色获得的不计）。请改用直接授予 PROCESS ON *.* 的账号。',
};
const hasReplicas: Words = {
  en: 'Replicas read from this server. Use one that stands alone.',
  zh: '有从库正从该服务器复制，请使用独立的实例。',
};
const inGroup: Words = {
  en: 'This server is a member of a group. Use one that stands alone.',
  zh: '该服务器属于复制组，请使用独立的实例。',
};
const readOnly: Words = {
  en: 'This server is read only: it has a role in a cluster.',
  zh: '该服务器处于只读状态，说明它在集群中承担角色。',
};
const managed: Words = {
  en: `This server has the schema ${platformSchema}: it belongs to a cluster that Myriad manages.`,
  zh: `该服务器存在库 ${platformSchema}，属于 Myriad 管理的集群。`,
};
