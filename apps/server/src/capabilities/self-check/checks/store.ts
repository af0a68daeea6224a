import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { listEndings } from '../../../platform/certificates/endings.ts';
import { listByKey } from '../../../platform/secrets/list-by-key.ts';
import { amber, type Check, defineCheck, green, grey } from '../check.ts';
import type { SelfCheckParts } from '../parts.ts';

const day = 24 * 3_600_000;
const slowMilliseconds = 100;
const tries = 5;

const storeCheck = ({ db, installation: { storeKind } }: SelfCheckParts): Check =>
  defineCheck({
    name: 'store',
    title: { en: 'Store', zh: '存储' },
    limitSeconds: 10,
    run: async () => {
      const version = storeKind === 'sqlite' ? sql`select sqlite_version() as v` : sql`select version() as v`;
      const looks: { readonly version: string; readonly took: number }[] = [];
      for (let turn = 0; turn < tries; turn += 1) {
        const begun = performance.now();
        const { rows } = await sql<{ v: string }>`${version}`.execute(db);
        looks.push({ version: rows[0]?.v ?? '', took: performance.now() - begun });
      }
      // The quickest: the others waited for this process, not for the store.
      const took = Math.round(Math.min(...looks.map((look) => look.took)));
      const what = `${storeKind === 'sqlite' ? 'SQLite' : 'MySQL/MariaDB'} ${looks[0]?.version}, ${took} ms`;
      return [
        took > slowMilliseconds
          ? amber('', `It answers slowly: ${what}`, `响应缓慢：${what}`, {
              en: 'Look at the disk it lies on, and at what else uses it.',
              zh: '请检查其所在磁盘及占用情况。',
            })
          : green('', what, what),
      ];
    },
  });

const secretsCheck = ({ db, secrets, installation: { keyFile } }: SelfCheckParts): Check =>
  defineCheck({
    name: 'secrets',
    title: { en: 'Secrets box', zh: '密钥箱' },
    limitSeconds: 10,
    run: async () => {
      const groups = await listByKey(db);
      const lines = await Promise.all(
        groups.map(({ keyId, count, secretId }) =>
          secrets.read(db, secretId).then(
            () => green(keyId, `${count} values open`, `${count} 条可以打开`),
            () =>
              amber(keyId, `${count} values do not open`, `${count} 条无法打开`, {
                en: 'Put the right key file back, or import the escrow copy: docs/operate/keys.md.',
                zh: '请放回正确的密钥文件，或导入托管副本：docs/operate/keys.zh-CN.md。',
              }),
          ),
        ),
      );
      if (keyFile !== undefined) lines.push(await keyFileLine(keyFile));
      return lines.length > 0 ? lines : [green('', 'Empty', '为空')];
    },
  });

async function keyFileLine(file: string) {
  const { mode } = await stat(file);
  return (mode & 0o077) === 0
    ? green(file, 'Only its owner reads the key file', '密钥文件仅属主可读')
    : amber(file, 'Others on this machine can read the key file', '本机其他用户可读取密钥文件', {
        en: `chmod 600 ${file}`,
        zh: `chmod 600 ${file}`,
      });
}

/** Before this they are made anew by the next task that touches their server. */
const soonDays = 30;

const certificatesCheck = ({ db, clock }: SelfCheckParts): Check =>
  defineCheck({
    name: 'certificates',
    title: { en: 'Certificates', zh: '证书' },
    limitSeconds: 10,
    run: async () => {
      const now = clock.now();
      const { authority, total, ending } = await listEndings(db, now + soonDays * day, 10);
      if (!authority) return [grey('', 'None yet: the first cluster makes them', '尚无：首个集群部署时生成')];
      const days = (at: number) => Math.floor((at - now) / day);
      const left = days(authority.notAfter);
      const issue = {
        en: 'Restart the instance by ticket: a start issues its certificate anew.',
        zh: '请通过工单重启该实例，启动时会重新签发证书。',
      };
      return [
        left > soonDays
          ? green(
              authority.commonName,
              `Signs for ${left} more days; ${total} certificates`,
              `还可签发 ${left} 天；共 ${total} 张证书`,
            )
          : amber(authority.commonName, `The authority ends in ${left} days`, `签发机构将在 ${left} 天后到期`, issue),
        ...ending.map(({ subject, notAfter }) =>
          amber(subject, `Ends in ${days(notAfter)} days`, `${days(notAfter)} 天后到期`, issue),
        ),
      ];
    },
  });

const freshDays = 2;

const backupCheck = ({ clock, installation: { home, storeKind } }: SelfCheckParts): Check =>
  defineCheck({
    name: 'own-backup',
    title: { en: 'Backup of the platform itself', zh: '平台自身的备份' },
    limitSeconds: 10,
    run: async () => {
      if (storeKind !== 'sqlite')
        return [
          grey(
            '',
            'The store is a database of its own: its backup cannot be seen from here',
            '存储为独立数据库，此处无法得知其备份情况',
            {
              en: 'Make sure that it is backed up where it runs: docs/operate/back-up-myriad.md.',
              zh: '请确认其所在处已有备份：docs/operate/back-up-myriad.zh-CN.md。',
            },
          ),
        ];
      const how = {
        en: '`myriad backup`, every night by cron, and a copy elsewhere: docs/operate/back-up-myriad.md.',
        zh: '请执行 `myriad backup`，每晚由 cron 运行，并另存一份：docs/operate/back-up-myriad.zh-CN.md。',
      };
      const folder = join(home, 'backups');
      const newest = await newestBackup(folder);
      if (newest === undefined) return [amber(folder, 'There is none', '没有备份', how)];
      const age = (clock.now() - newest.at) / day;
      const words = [`The last one is ${age.toFixed(1)} days old`, `最近一次备份在 ${age.toFixed(1)} 天前`] as const;
      return [age > freshDays ? amber(newest.folder, ...words, how) : green(newest.folder, ...words)];
    },
  });

/** Only what has its note is whole. */
async function newestBackup(folder: string): Promise<{ readonly folder: string; readonly at: number } | undefined> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names
    .filter((each) => !each.startsWith('.'))
    .sort()
    .reverse()) {
    const note = await readFile(join(folder, name, 'backup.json'), 'utf8').catch(() => undefined);
    const madeAt = note === undefined ? undefined : Date.parse(String(JSON.parse(note).madeAt));
    if (madeAt !== undefined && !Number.isNaN(madeAt)) return { folder: join(folder, name), at: madeAt };
  }
  return undefined;
}

export const storeChecks = (parts: SelfCheckParts): readonly Check[] => [
  storeCheck(parts),
  secretsCheck(parts),
  certificatesCheck(parts),
  backupCheck(parts),
];
