import { runbookOf } from '@myriad/topology';
import type { FindingKind } from '../findings/index.ts';
import type { FaultCode } from './fault.ts';

type SweepCode = FaultCode | 'SERVER_CLOCK_OFF' | 'SERVER_NAME_UNREADABLE';

const kinds: Readonly<Record<SweepCode, FindingKind>> = {
  SERVER_UNREACHABLE: {
    grade: 'bad',
    words: { en: '{name} cannot be reached: {reason}', zh: '无法连接 {name}：{reason}' },
    next: {
      en: 'Look whether the process runs, then at the host, the port and the firewall between.',
      zh: '请先确认进程是否在运行，再检查主机、端口与沿途防火墙。',
    },
    // What it should run is on record; what somebody else deployed is started by whoever did.
    bringBack: ({ entityId, evidence }) =>
      evidence.deployedHere === true ? { ticketKind: 'service.start', form: { instanceId: entityId } } : undefined,
  },
  SERVER_SILENT: {
    grade: 'bad',
    words: {
      en: '{name} does not let us in and does not refuse: {reason}',
      zh: '{name} 既不接受登录，也不拒绝：{reason}',
    },
    next: {
      en: 'A firewall that drops packets, a full backlog, a frozen host or a server that hangs: look from the host itself.',
      zh: '可能是防火墙丢包、连接队列已满、主机冻结或服务挂起：请在主机上检查。',
    },
  },
  SERVER_NOT_MYSQL: {
    grade: 'bad',
    words: {
      en: 'What answers as {name} does not speak the MySQL protocol: {reason}',
      zh: '{name} 处应答的不是 MySQL 协议：{reason}',
    },
    next: {
      en: 'Look what listens on this port now; correct the address or the port in the record.',
      zh: '请确认该端口上现在是什么服务，并更正登记的地址或端口。',
    },
  },
  SERVER_LOGIN_REFUSED: {
    grade: 'bad',
    words: { en: '{name} refuses our account: {reason}', zh: '{name} 拒绝了平台账号：{reason}' },
    next: {
      en: 'Look whether the account still exists, is locked or expired, or got another password.',
      zh: '请检查该账号是否仍存在、是否被锁定或过期，或密码已被修改。',
    },
  },
  SERVER_TOO_MANY_CONNECTIONS: {
    grade: 'bad',
    words: { en: '{name} takes no more connections: {reason}', zh: '{name} 的连接数已满：{reason}' },
    next: {
      en: 'See who holds them over admin_address or extra_port, and end what should not be there.',
      zh: '请通过 admin_address 或 extra_port 查看连接来源，并结束不应存在的连接。',
    },
  },
  SERVER_HANGS: {
    grade: 'bad',
    words: { en: '{name} lets us in and does not answer: {reason}', zh: '{name} 允许登录但不应答：{reason}' },
    next: {
      en: 'Look at storage stalls, a full disk, metadata locks and memory on the host.',
      zh: '请检查主机的存储卡顿、磁盘写满、元数据锁与内存。',
    },
  },
  SERVER_ANSWER_TOO_LARGE: {
    grade: 'bad',
    words: {
      en: '{name} answers far more than was asked; the connection was cut: {reason}',
      zh: '{name} 的应答远超所问，连接已被切断：{reason}',
    },
    next: {
      en: 'A real server does not do this: look what really runs there before you trust it.',
      zh: '真正的服务不会如此：请先查明那里实际运行的是什么。',
    },
  },
  SERVER_ANSWER_SENSELESS: {
    grade: 'warn',
    words: {
      en: '{name} gives an answer no server of its kind gives: {reason}',
      zh: '{name} 的应答不符合其类型：{reason}',
    },
    next: {
      en: 'Look whether a proxy stands in between, or the flavour or version in the record is wrong.',
      zh: '请检查中间是否有代理，或登记的类型、版本是否有误。',
    },
  },
  SERVER_DENIES: {
    grade: 'warn',
    words: { en: '{name} refuses what the sweep asks: {reason}', zh: '{name} 拒绝了巡查语句：{reason}' },
    next: {
      en: 'Give the account the rights of its level; the exact GRANT statements are printed with the cluster.',
      zh: '请为该账号补齐其级别所需的权限；集群页面给出确切的 GRANT 语句。',
    },
  },
  SERVER_CUTS_CONNECTION: {
    grade: 'bad',
    words: { en: '{name} cuts the connection each time: {reason}', zh: '{name} 每次都切断连接：{reason}' },
    next: {
      en: 'Look at its error log for crashes, and at proxies that cut idle or unknown clients.',
      zh: '请查看其错误日志是否有崩溃，以及代理是否切断空闲或未知的客户端。',
    },
  },
  SERVER_WITHOUT_WAY: {
    grade: 'warn',
    words: {
      en: 'The platform has no account or no way to look at {name} ({reason}).',
      zh: '平台没有可用于查看 {name} 的账号或路径（{reason}）。',
    },
    next: { en: 'Give the cluster an account for it, or the host a way.', zh: '请为集群设置账号，或为主机配置路径。' },
  },
  SERVER_CLOCK_OFF: {
    grade: 'warn',
    words: {
      en: 'The clock of {name} is {seconds} s off ours.',
      zh: '{name} 的时钟与平台相差 {seconds} 秒。',
    },
    next: {
      en: 'Let NTP or chrony correct it slowly; times in its binary logs are wrong until then.',
      zh: '请由 NTP 或 chrony 缓慢校正；在此之前其 binlog 中的时间不可信。',
    },
  },
  SERVER_NAME_UNREADABLE: {
    grade: 'info',
    words: {
      en: '{name} calls itself something that cannot be shown as it is: {shown}',
      zh: '{name} 的自称含有无法直接显示的字符：{shown}',
    },
    next: {
      en: 'Correct its hostname; until then read such texts with care.',
      zh: '请更正其主机名；在此之前请谨慎对待此类文本。',
    },
  },
};

/** What the sweep finds by itself; listed in the catalogue of findings by `app.ts`. */
export const sweepFindings = Object.fromEntries(
  Object.entries(kinds).map(([code, kind]) => [code, { ...kind, runbook: `reference/${runbookOf(code)}` }]),
) as typeof kinds;

/** Those that say that a server does not answer as it should. */
export const silentCodes: readonly string[] = Object.entries(sweepFindings).flatMap(([code, { grade }]) =>
  grade === 'bad' ? [code] : [],
);
