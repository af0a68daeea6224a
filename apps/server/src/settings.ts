import type { Words } from '@myriad/contract';
import { z } from 'zod';

/** One setting: an environment variable, what it means, and how its text becomes a value. */
export interface Setting<Value> {
  readonly name: `MYRIAD_${string}`;
  /** As the reference shows it. */
  readonly shownDefault: string;
  readonly meaning: Words;
  readonly secret?: true;
  /** From the variable's text; undefined where it is not set or empty. */
  readonly value: z.ZodType<Value, string | undefined>;
  /** What to write instead. */
  readonly next: string;
}

const setting = <Value>(definition: Setting<Value>): Setting<Value> => definition;

const Listen = z
  .string()
  .default('127.0.0.1:7700')
  .transform((text, context) => {
    const [, host, port] = /^(?:\[?([^\]]*?)\]?:)?(\d{1,5})$/.exec(text) ?? [];
    if (port === undefined || Number(port) > 65_535) {
      context.addIssue('must be host:port');
      return z.NEVER;
    }
    return { host: host === undefined || host === '' ? '127.0.0.1' : host, port: Number(port) };
  });

const isUrl = (text: string, ...protocols: string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

/** Every setting of the server; docs/reference/config.md is made from this list. */
export const settings = {
  home: setting({
    name: 'MYRIAD_HOME',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as a shell would write it.
    shownDefault: '${XDG_DATA_HOME:-~/.local/share}/myriad',
    meaning: {
      en: 'Data folder: embedded store, engine, keys, packages.',
      zh: '数据目录：内嵌存储、引擎、密钥、介质。',
    },
    value: z.string().startsWith('/', 'must be an absolute path').optional(),
    next: 'an absolute path, e.g. /var/lib/myriad',
  }),
  listen: setting({
    name: 'MYRIAD_LISTEN',
    shownDefault: '127.0.0.1:7700',
    meaning: {
      en: 'Address and port of console and API. Beyond loopback, put a proxy with TLS in front.',
      zh: '控制台与 API 的监听地址和端口。若不只在本机访问，请在前面部署带 TLS 的代理。',
    },
    value: Listen,
    next: 'host:port, e.g. 127.0.0.1:7700',
  }),
  publicUrl: setting({
    name: 'MYRIAD_PUBLIC_URL',
    shownDefault: '',
    meaning: {
      en: 'The address people use, where a proxy stands in front; https makes the cookie Secure.',
      zh: '前面有代理时用户实际访问的地址；为 https 时 Cookie 带 Secure。',
    },
    value: z
      .string()
      .refine((text) => isUrl(text, 'http:', 'https:'), 'must be an http(s) address')
      .optional(),
    next: 'an address, e.g. https://myriad.example.com',
  }),
  trustProxy: setting({
    name: 'MYRIAD_TRUST_PROXY',
    shownDefault: 'no',
    meaning: {
      en: 'Believe the proxy in front about the caller’s address (X-Forwarded-For).',
      zh: '是否采信前置代理给出的来源地址（X-Forwarded-For）。',
    },
    value: z
      .enum(['yes', 'no'])
      .default('no')
      .transform((text) => text === 'yes'),
    next: 'yes or no',
  }),
  store: setting({
    name: 'MYRIAD_STORE',
    shownDefault: 'sqlite',
    meaning: {
      en: 'Where tickets, tasks and metadata are kept: sqlite (a file in the data folder), or mysql://user:password@host:port/database (MySQL 8.0.22 or newer, MariaDB 10.6 or newer).',
      zh: '工单、任务与元数据的存储：sqlite（数据目录中的文件），或 mysql://用户:口令@主机:端口/库（MySQL 8.0.22 及以上、MariaDB 10.6 及以上）。',
    },
    secret: true,
    value: z
      .string()
      .default('sqlite')
      .refine(
        (text) => text === 'sqlite' || (isUrl(text, 'mysql:') && new URL(text).pathname.length > 1),
        'is neither sqlite nor a mysql:// address with a database',
      ),
    next: 'sqlite, or mysql://user:password@host:3306/myriad',
  }),
  engine: setting({
    name: 'MYRIAD_ENGINE',
    shownDefault: 'embedded',
    meaning: {
      en: 'What wakes tasks: embedded (Restate as a child process), the address of a Restate cluster, or in-process (timers of the server itself; the store still loses nothing).',
      zh: '任务的唤醒方式：embedded（Restate 子进程）、Restate 集群的地址，或 in-process（服务自身的定时器；存储仍然不会丢失任何内容）。',
    },
    value: z
      .string()
      .default('embedded')
      .refine(
        (text) => text === 'embedded' || text === 'in-process' || isUrl(text, 'http:', 'https:'),
        'is neither embedded, in-process nor an address',
      ),
    next: 'embedded, in-process, or http://restate.example.com:8080',
  }),
  engineAdmin: setting({
    name: 'MYRIAD_ENGINE_ADMIN',
    shownDefault: 'the engine’s host, port 9070',
    meaning: {
      en: 'Admin address of the Restate cluster, where MYRIAD_ENGINE names one.',
      zh: 'MYRIAD_ENGINE 指向 Restate 集群时，该集群的管理地址。',
    },
    value: z
      .string()
      .refine((text) => isUrl(text, 'http:', 'https:'), 'must be an http(s) address')
      .optional(),
    next: 'an address, e.g. http://restate.example.com:9070',
  }),
  engineEndpoint: setting({
    name: 'MYRIAD_ENGINE_ENDPOINT',
    shownDefault: '127.0.0.1:7701',
    meaning: {
      en: 'Host and port at which a Restate cluster reaches this server. Private network only.',
      zh: 'Restate 集群访问本服务所用的主机和端口，仅限专用网络。',
    },
    value: Listen.prefault('127.0.0.1:7701'),
    next: 'host:port, e.g. 10.0.0.5:7701',
  }),
  engineIdentity: setting({
    name: 'MYRIAD_ENGINE_IDENTITY',
    shownDefault: '',
    meaning: {
      en: 'Public keys (publickeyv1_…) with which a Restate cluster signs its calls, separated by commas. Required with a cluster.',
      zh: 'Restate 集群签名调用所用的公钥（publickeyv1_…），以逗号分隔。使用集群时必填。',
    },
    value: z
      .string()
      .regex(/^publickeyv1_\w+(,\s*publickeyv1_\w+)*$/, 'is not a list of publickeyv1_…')
      .transform((text) => text.split(/,\s*/))
      .optional(),
    next: 'the line the cluster logs at its start, publickeyv1_…',
  }),
  packages: setting({
    name: 'MYRIAD_PACKAGES',
    shownDefault: '$MYRIAD_HOME/packages',
    meaning: {
      en: 'Folder of server packages (vendor tarballs); what lies there is taken into the library at start.',
      zh: '服务器介质（官方压缩包）目录；启动时将其中的文件登记到介质库。',
    },
    value: z.string().startsWith('/', 'must be an absolute path').optional(),
    next: 'an absolute path',
  }),
  keyFile: setting({
    name: 'MYRIAD_KEY_FILE',
    shownDefault: '$MYRIAD_HOME/keys',
    meaning: {
      en: 'File with the keys that seal secrets; made at first start, mode 0600. Keep a copy elsewhere.',
      zh: '用于加密机密的密钥文件；首次启动时生成，权限 0600。请另行保管副本。',
    },
    value: z.string().startsWith('/', 'must be an absolute path').optional(),
    next: 'an absolute path of a file only Myriad’s user may read',
  }),
  key: setting({
    name: 'MYRIAD_KEY',
    shownDefault: '',
    meaning: {
      en: 'The keys themselves instead of a file: "<id> <64 hex digits>", several separated by commas, newest last.',
      zh: '直接给出密钥以代替文件：“<编号> <64 位十六进制>”，多个以逗号分隔，最新的放最后。',
    },
    secret: true,
    value: z
      .string()
      .regex(/^k[0-9a-z]{1,30} [0-9a-f]{64}(,\s*k[0-9a-z]{1,30} [0-9a-f]{64})*$/, 'is not "<id> <64 hex digits>"')
      .transform((text) => text.split(/,\s*/).join('\n'))
      .optional(),
    next: 'the lines of a key file, joined by commas',
  }),
  sshAgent: setting({
    name: 'MYRIAD_SSH_AGENT',
    shownDefault: '$SSH_AUTH_SOCK',
    meaning: {
      en: 'Socket of the SSH agent for hosts that are registered with “agent” instead of a stored key.',
      zh: '登记时选择“agent”而非保存密钥的主机所用的 SSH agent 套接字。',
    },
    value: z.string().startsWith('/', 'must be an absolute path').optional(),
    next: 'the absolute path of a socket',
  }),
  demo: setting({
    name: 'MYRIAD_DEMO',
    shownDefault: 'no',
    meaning: {
      en: 'Offer the ticket that loads a sample schema. Set by `myriad demo`.',
      zh: '提供载入示例库的工单，由 `myriad demo` 设置。',
    },
    value: z
      .enum(['yes', 'no'])
      .default('no')
      .transform((text) => text === 'yes'),
    next: 'yes or no',
  }),
  sweepSeconds: setting({
    name: 'MYRIAD_SWEEP_SECONDS',
    shownDefault: '10',
    meaning: {
      en: 'How often each instance is looked at (role, read_only, replication, version, uptime; never sizes), over one connection each that is kept. 0: never.',
      zh: '每个实例的巡查间隔秒数（角色、read_only、复制、版本、运行时长，不读取大小），每个实例保持一个连接。0 表示关闭。',
    },
    value: z
      .string()
      .default('10')
      .refine(
        (text) => /^\d{1,4}$/.test(text) && (Number(text) === 0 || Number(text) >= 2),
        'is neither 0 nor 2 to 9999',
      )
      .transform(Number),
    next: 'a number of seconds from 2 on, or 0',
  }),
  metrics: setting({
    name: 'MYRIAD_METRICS',
    shownDefault: 'token',
    meaning: {
      en: 'Who may read /metrics: token (an API token with a role on everything), open (whoever reaches the port), off.',
      zh: '谁可读取 /metrics：token（在全部范围有角色的 API 令牌）、open（能访问端口者均可）、off（关闭）。',
    },
    value: z.enum(['token', 'open', 'off']).default('token'),
    next: 'token, open or off',
  }),
  log: setting({
    name: 'MYRIAD_LOG',
    shownDefault: 'info',
    meaning: { en: 'Lowest level that is logged.', zh: '日志的最低级别。' },
    value: z.enum(['debug', 'info', 'warning', 'error']).default('info'),
    next: 'debug, info, warning or error',
  }),
} as const;
