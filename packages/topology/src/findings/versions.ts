import { supportOf, type Version } from '@myriad/mysql';
import { defineFinding } from '../define-finding.ts';
import { endOfLife } from '../end-of-life.ts';
import type { Seen } from '../fleet.ts';

const dayMilliseconds = 86_400_000;
/** Products that only speak the protocol. */
const others = /tidb|oceanbase|vitess|starrocks|doris|clickhouse|proxysql|maxscale|singlestore|memsql|dolt/i;
const isOther = ({ glance }: Seen): boolean => others.test(`${glance.versionText} ${glance.versionComment}`);
const productOf = ({ flavor, text }: Version): string => `${flavor === 'mysql' ? 'MySQL' : 'MariaDB'} ${text}`;

export const versions = [
  defineFinding({
    code: 'VERSION_END_OF_LIFE',
    grade: 'warn',
    title: { en: 'The vendor’s support ends', zh: '版本停止维护' },
    words: {
      en: '{server} runs {version}, whose vendor support ends on {day}.',
      zh: '{server} 运行 {version}，厂商支持截止于 {day}。',
    },
    why: { en: 'After that day no security hole is closed any more.', zh: '该日期之后不再修复安全漏洞。' },
    next: {
      en: 'Plan the upgrade: replicas first, the primary by a switchover.',
      zh: '请规划升级：先从库，主库通过切换完成。',
    },
    find: ({ seen, context }) =>
      seen.flatMap((server) => {
        const { id, glance } = server;
        if (isOther(server)) return [];
        const day = endOfLife(glance.version);
        if (day === undefined) return [];
        const left = Date.parse(`${day}T23:59:59Z`) - context.now;
        if (left > 180 * dayMilliseconds) return [];
        const version = productOf(glance.version);
        return [{ on: id, grade: left < 0 ? 'bad' : 'warn', values: { version, day }, evidence: { version, day } }];
      }),
  }),
  defineFinding({
    code: 'VERSION_NOT_SUPPORTED',
    grade: 'warn',
    title: { en: 'A version Myriad does not know', zh: 'Myriad 不支持该版本' },
    words: {
      en: '{server} runs {version}, which Myriad was never written for.',
      zh: '{server} 运行 {version}，Myriad 并未针对该版本开发。',
    },
    why: {
      en: 'Looking at it is safe; acts on it may meet other statements and defaults.',
      zh: '查看是安全的；执行操作时可能遇到不同的语句和默认值。',
    },
    next: { en: 'Keep it at the level “observe”, or upgrade.', zh: '请保持“观察”级别，或升级版本。' },
    find: ({ seen }) =>
      seen
        .filter((server) => supportOf(server.glance.version) === undefined && !isOther(server))
        .map(({ id, glance }) => ({
          on: id,
          values: { version: glance.versionText },
          evidence: { version: glance.versionText },
        })),
  }),
  defineFinding({
    code: 'VERSION_UNTESTED',
    grade: 'info',
    title: { en: 'A version not tried here', zh: '未经实测的版本' },
    words: {
      en: 'The cluster runs {versions}: written for by the vendor’s documentation, not run in our tests.',
      zh: '集群运行 {versions}：依据厂商文档支持，未经我们的测试实际运行。',
    },
    why: {
      en: 'An honest label: what was not run may fail in a detail.',
      zh: '如实标注：未实际运行过的内容可能在细节上出错。',
    },
    next: { en: 'Try each act on a copy first.', zh: '请先在副本上验证每项操作。' },
    find: ({ seen }) => {
      const untested = seen.filter(
        (server) => supportOf(server.glance.version)?.status === 'untested' && !isOther(server),
      );
      const versions = [...new Set(untested.map(({ glance }) => productOf(glance.version)))].sort();
      return versions.length > 0 ? [{ values: { versions: versions.join(', ') }, evidence: { versions } }] : [];
    },
  }),
  defineFinding({
    code: 'LOOKS_LIKE_ANOTHER_PRODUCT',
    grade: 'warn',
    title: { en: 'It speaks MySQL and is none', zh: '兼容协议但并非 MySQL' },
    words: { en: '{server} calls itself “{version}”.', zh: '{server} 自称“{version}”。' },
    why: {
      en: 'A product that only speaks the protocol replicates, backs up and fails over in ways of its own.',
      zh: '仅兼容协议的产品有其自己的复制、备份与切换方式。',
    },
    next: {
      en: 'Keep it at “observe”; operate it with its own tools.',
      zh: '请保持“观察”级别，并使用其自身的工具运维。',
    },
    find: ({ seen }) =>
      seen.filter(isOther).map(({ id, glance }) => {
        const version = `${glance.versionText} ${glance.versionComment}`.trim();
        return { on: id, values: { version }, evidence: { version: version.slice(0, 200) } };
      }),
  }),
];
