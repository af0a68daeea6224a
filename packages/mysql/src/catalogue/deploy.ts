import { platformSchema } from '../grants.ts';
import { quoteIdentifier } from '../quoting.ts';
import { defineStatement } from './statement.ts';

const deploying = { sentBy: ['deploy'], changes: 'server' } as const;
const looking = { sentBy: ['deploy'], changes: 'nothing' } as const;
const proofTable = `${quoteIdentifier(platformSchema)}.${quoteIdentifier('proof')}`;

/** A session that was opened may still be no session: a proxy can take a login for a server that is gone. */
export const answersAtAll = defineStatement({
  name: 'server.answers',
  why: { en: 'Whether the server answers.', zh: '确认服务器有应答。' },
  sentBy: ['deploy', 'operate'],
  changes: 'nothing',
  text: () => 'SELECT 1',
});

export const countRoots = defineStatement({
  name: 'account.count-roots',
  why: { en: 'Whether root was secured already.', zh: '确认 root 是否已加固。' },
  ...looking,
  text: () => "SELECT COUNT(*) AS n FROM mysql.user WHERE User = 'root'",
});

export const createPlatformSchema = defineStatement({
  name: 'proof.create-schema',
  why: { en: 'The one schema of the platform, on instances it made.', zh: '平台自建实例上的平台专用库。' },
  ...deploying,
  text: () => `CREATE DATABASE IF NOT EXISTS ${quoteIdentifier(platformSchema)}`,
});

export const createProofTable = defineStatement({
  name: 'proof.create-table',
  why: { en: 'Where the proof of replication is written.', zh: '用于写入复制验证记录。' },
  ...deploying,
  text: () => `CREATE TABLE IF NOT EXISTS ${proofTable} (id VARCHAR(100) PRIMARY KEY, written_at BIGINT NOT NULL)`,
});

export const deleteProof = defineStatement({
  name: 'proof.delete',
  why: {
    en: 'Removes a proof of an earlier try, and the one that has served.',
    zh: '删除上一次尝试及已使用的验证记录。',
  },
  ...deploying,
  text: () => `DELETE FROM ${proofTable} WHERE id = ?`,
});

export const insertProof = defineStatement({
  name: 'proof.write',
  why: { en: 'One row on the primary that every replica must show.', zh: '在主库写入一行，所有从库都必须能读到。' },
  ...deploying,
  text: () => `INSERT INTO ${proofTable} VALUES (?, ?)`,
});

export const readProof = defineStatement({
  name: 'proof.read',
  why: { en: 'Whether that row arrived on a replica.', zh: '确认该行已到达从库。' },
  ...looking,
  text: () => `SELECT written_at FROM ${proofTable} WHERE id = ?`,
});
