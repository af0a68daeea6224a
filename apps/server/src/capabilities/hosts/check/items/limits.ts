import type { CheckSpec } from '../check-spec.ts';
import type { HostFacts } from '../facts.ts';
import { type CheckItem, fail, notLearned, pass, warn } from '../verdict.ts';

const openFiles: CheckItem = {
  item: 'open-files',
  title: { en: 'Open files', zh: '打开文件数' },
  judge: ({ openFilesHard, sudo, init }, spec) => {
    if (openFilesHard === null)
      return notLearned({ en: 'The limit of open files', zh: '打开文件数上限' }, 'ulimit -Hn');
    const measured = `${openFilesHard}`;
    if (openFilesHard >= spec.openFilesHard.warn) return pass({ en: 'High enough.', zh: '足够。' }, measured);
    const raise = {
      en: 'Raise nofile for the account in /etc/security/limits.d to 65535 or more.',
      zh: '请在 /etc/security/limits.d 中把该账号的 nofile 提高到 65535 以上。',
    };
    // A systemd unit sets its own limit, so the account's limit does not bind there.
    const ownLimit = init === 'systemd' && sudo === 'all';
    if (openFilesHard < spec.openFilesHard.fail && !ownLimit)
      return fail(
        {
          en: `Below ${spec.openFilesHard.fail}: the server asks for at least that many.`,
          zh: `低于 ${spec.openFilesHard.fail}，数据库至少需要这么多。`,
        },
        raise,
        measured,
      );
    return warn(
      { en: 'Low: many tables and connections will not fit.', zh: '偏低：表与连接较多时不够用。' },
      raise,
      measured,
    );
  },
};

/** An item that only warns below a bound. */
const atLeast = (what: {
  item: string;
  title: CheckItem['title'];
  value: (facts: HostFacts) => number | null;
  bound: (spec: CheckSpec) => number;
  low: CheckItem['title'];
  next: CheckItem['title'];
  look: string;
}): CheckItem => ({
  item: what.item,
  title: what.title,
  judge: (facts, spec) => {
    const value = what.value(facts);
    if (value === null) return notLearned(what.title, what.look);
    if (value >= what.bound(spec)) return pass({ en: 'High enough.', zh: '足够。' }, `${value}`);
    return warn(what.low, what.next, `${value}`);
  },
});

export const limitItems: readonly CheckItem[] = [
  openFiles,
  atLeast({
    item: 'processes',
    title: { en: 'Processes and threads', zh: '进程与线程数' },
    value: ({ processesHard }) => processesHard,
    bound: (spec) => spec.processesHard.warn,
    low: { en: 'Low: every connection is a thread.', zh: '偏低：每个连接占用一个线程。' },
    next: {
      en: 'Raise nproc for the account in /etc/security/limits.d.',
      zh: '请在 /etc/security/limits.d 中提高该账号的 nproc。',
    },
    look: 'ulimit -Hu',
  }),
  atLeast({
    item: 'somaxconn',
    title: { en: 'Connection queue', zh: '连接等待队列' },
    value: ({ somaxconn }) => somaxconn,
    bound: (spec) => spec.somaxconn.warn,
    low: { en: 'Low: a burst of new connections is refused.', zh: '偏低：突发的新连接会被拒绝。' },
    next: {
      en: 'Set net.core.somaxconn=4096 in /etc/sysctl.d.',
      zh: '请在 /etc/sysctl.d 中设置 net.core.somaxconn=4096。',
    },
    look: 'sysctl net.core.somaxconn',
  }),
  atLeast({
    item: 'aio',
    title: { en: 'Room for asynchronous I/O', zh: '异步 I/O 余量' },
    value: ({ aioMaxNr, aioNr }) => (aioMaxNr === null || aioNr === null ? null : aioMaxNr - aioNr),
    bound: (spec) => spec.aioRoom.warn,
    low: {
      en: 'Little room: a further instance may not start with native asynchronous I/O.',
      zh: '余量不足：新实例可能无法使用原生异步 I/O 启动。',
    },
    next: {
      en: 'Set fs.aio-max-nr=1048576 in /etc/sysctl.d.',
      zh: '请在 /etc/sysctl.d 中设置 fs.aio-max-nr=1048576。',
    },
    look: 'sysctl fs.aio-max-nr fs.aio-nr',
  }),
];
