import { type CheckItem, fail, notLearned, pass, warn } from '../verdict.ts';

const ports: CheckItem = {
  item: 'ports',
  title: { en: 'Ports', zh: '端口' },
  judge: ({ listeningPorts }, spec) => {
    if (listeningPorts === null) return notLearned({ en: 'The listening ports', zh: '监听端口' }, 'ss -ltn');
    const taken = spec.ports.filter((port) => listeningPorts.includes(port));
    if (taken.length > 0)
      return fail(
        { en: `Already listened on: ${taken.join(', ')}.`, zh: `端口已被占用：${taken.join('、')}。` },
        { en: 'Choose other ports, or stop what listens there.', zh: '请换端口，或停掉占用者。' },
        listeningPorts.join(', '),
      );
    return pass({ en: 'Nothing wanted is taken.', zh: '所需端口均空闲。' }, listeningPorts.join(', '));
  },
};

const foreignServers: CheckItem = {
  item: 'other-servers',
  title: { en: 'Other MySQL servers', zh: '其他 MySQL 进程' },
  judge: ({ serverProcesses, baseDirectory }) => {
    if (serverProcesses === null)
      return notLearned({ en: 'The running servers', zh: '运行中的数据库进程' }, 'pgrep -a mysqld');
    // Ours say where they live: their option file lies under the base directory.
    const foreign = serverProcesses.filter(
      ({ command }) => baseDirectory === null || !command.includes(`${baseDirectory}/`),
    );
    if (foreign.length === 0)
      return pass(
        { en: 'None the platform does not know.', zh: '没有平台之外的数据库进程。' },
        `${serverProcesses.length}`,
      );
    return warn(
      {
        en: `${foreign.length} MySQL server(s) run here that the platform did not start; they share memory and disk.`,
        zh: `有 ${foreign.length} 个非平台启动的数据库进程，会争用内存与磁盘。`,
      },
      {
        en: 'Leave them alone and size for them, or use another host.',
        zh: '请为其预留资源，或换一台主机。平台不会触碰它们。',
      },
      foreign.map(({ pid, command }) => `${pid} ${command}`).join('; '),
    );
  },
};

const tools: CheckItem = {
  item: 'tools',
  title: { en: 'Tools', zh: '系统工具' },
  judge: ({ tools }, spec) => {
    if (tools === null)
      return notLearned({ en: 'The tools present', zh: '系统工具' }, `command -v ${spec.neededTools.join(' ')}`);
    const missing = spec.neededTools.filter((tool) => !tools.includes(tool));
    if (missing.length > 0)
      return fail(
        { en: `Missing: ${missing.join(', ')}.`, zh: `缺少：${missing.join('、')}。` },
        {
          en: `Install ${missing.join(', ')} with the system’s package manager.`,
          zh: `请用系统包管理器安装 ${missing.join('、')}。`,
        },
        tools.join(', '),
      );
    return pass({ en: 'Every tool the platform calls is there.', zh: '平台所需的工具齐全。' }, tools.join(', '));
  },
};

const libraries: CheckItem = {
  item: 'libraries',
  title: { en: 'Libraries of the server', zh: '数据库依赖库' },
  judge: ({ libraries }, spec) => {
    if (libraries === null) return notLearned({ en: 'The libraries present', zh: '依赖库' }, 'ldconfig -p');
    const missing = spec.usefulLibraries.filter(
      (wanted) =>
        !libraries.some((name) => name === wanted || name.startsWith(`${wanted}t`) || name.startsWith(`${wanted}.`)),
    );
    if (missing.length === 0) return pass({ en: 'Present.', zh: '齐全。' }, libraries.join(', '));
    return warn(
      {
        en: `Missing: ${missing.join(', ')}; the vendors’ packages need them, self-contained trees do not.`,
        zh: `缺少：${missing.join('、')}。厂商软件包需要，自带依赖的软件包不需要。`,
      },
      {
        en: 'Install libaio and numactl-libs (libaio1, libnuma1 on Debian).',
        zh: '请安装 libaio 与 numactl-libs（Debian 为 libaio1、libnuma1）。',
      },
      libraries.join(', '),
    );
  },
};

const account: CheckItem = {
  item: 'account',
  title: { en: 'OS account', zh: '系统账号' },
  judge: ({ user, uid, sudo, homeWritable }) => {
    if (user === null || uid === null || sudo === null || homeWritable === null)
      return notLearned({ en: 'The account’s rights', zh: '账号权限' }, 'id; sudo -n -l');
    const measured = `${user} (${uid}), sudo: ${sudo}`;
    if (!homeWritable)
      return fail(
        {
          en: 'The home directory is not writable: actions cannot be placed.',
          zh: '主目录不可写：无法放置主机操作脚本。',
        },
        {
          en: `As root: install -d -m 0700 -o ${user} ~${user}`,
          zh: `以 root 执行：install -d -m 0700 -o ${user} ~${user}`,
        },
        measured,
      );
    if (uid === 0)
      return warn(
        {
          en: 'The platform logs in as root; a plain account with a few sudo rights is enough.',
          zh: '平台以 root 登录；普通账号加少量 sudo 权限即可。',
        },
        {
          en: 'Make the account with the printed script and register the host with it.',
          zh: '请用给出的脚本创建账号，并以该账号登记主机。',
        },
        measured,
      );
    if (sudo === 'none')
      return warn(
        {
          en: 'No sudo: no systemd units and no OS user apart for the server.',
          zh: '没有 sudo：无法创建 systemd 单元，也无法使用独立的系统用户。',
        },
        {
          en: 'Fine for tests; else add the printed sudoers lines.',
          zh: '测试可以接受；否则请添加给出的 sudoers 规则。',
        },
        measured,
      );
    return pass({ en: 'A plain account with the rights it needs.', zh: '普通账号，权限合适。' }, measured);
  },
};

export const tenantItems: readonly CheckItem[] = [ports, foreignServers, tools, libraries, account];
