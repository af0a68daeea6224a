import { type CheckItem, fail, isOlder, notLearned, pass, warn } from '../verdict.ts';

const kernel: CheckItem = {
  item: 'operating-system',
  title: { en: 'Operating system', zh: '操作系统' },
  judge: ({ osName, kernel }) =>
    osName === null || kernel === null
      ? notLearned({ en: 'System or kernel', zh: '系统或内核版本' }, 'cat /etc/os-release; uname -r')
      : pass({ en: 'Known.', zh: '已识别。' }, `${osName}, ${kernel}`),
};

const libc: CheckItem = {
  item: 'libc',
  title: { en: 'C library', zh: 'C 库' },
  essential: true,
  judge: ({ libc, libcVersion }, spec) => {
    if (libc === null) return notLearned({ en: 'The C library', zh: 'C 库类型' }, 'getconf GNU_LIBC_VERSION');
    const measured = `${libc} ${libcVersion ?? '?'}`;
    if (libc !== 'glibc')
      return fail(
        { en: `${libc}: the vendors' server packages are built for glibc.`, zh: `${libc}：厂商软件包依赖 glibc。` },
        { en: 'Use a distribution with glibc.', zh: '请使用基于 glibc 的发行版。' },
        measured,
      );
    if (libcVersion === null)
      return notLearned({ en: 'The version of glibc', zh: 'glibc 版本' }, 'getconf GNU_LIBC_VERSION');
    if (isOlder(libcVersion, spec.glibc.fail))
      return fail(
        {
          en: `Older than glibc ${spec.glibc.fail}: no current server package runs here.`,
          zh: `glibc 低于 ${spec.glibc.fail}：现行软件包无法运行。`,
        },
        { en: 'Upgrade the operating system.', zh: '请升级操作系统。' },
        measured,
      );
    if (isOlder(libcVersion, spec.glibc.warn))
      return warn(
        {
          en: `Older than glibc ${spec.glibc.warn}: only packages built for ${spec.glibc.fail} run here.`,
          zh: `glibc 低于 ${spec.glibc.warn}：只能运行为 ${spec.glibc.fail} 构建的软件包。`,
        },
        {
          en: `Choose a package labelled glibc ${spec.glibc.fail}.`,
          zh: `请选择标注 glibc ${spec.glibc.fail} 的软件包。`,
        },
        measured,
      );
    return pass({ en: 'Fits the server packages.', zh: '与软件包相符。' }, measured);
  },
};

const init: CheckItem = {
  item: 'init-system',
  title: { en: 'Service manager', zh: '服务管理器' },
  judge: ({ init, sudo }) => {
    if (init === null) return notLearned({ en: 'Process 1', zh: '1 号进程' }, 'cat /proc/1/comm');
    if (init === 'systemd' && sudo === 'none')
      return warn(
        {
          en: 'systemd runs, but the account may not make units: the platform uses its own supervisor.',
          zh: '系统运行 systemd，但账号无权创建服务单元：将使用平台自带的守护进程。',
        },
        { en: 'Give the account the printed sudoers lines.', zh: '请为账号添加给出的 sudoers 规则。' },
        init,
      );
    if (init === 'systemd')
      return pass({ en: 'systemd keeps the servers running.', zh: '由 systemd 守护数据库。' }, init);
    return warn(
      {
        en: 'No systemd: the platform uses its own supervisor, which does not start by itself with the host.',
        zh: '没有 systemd：将使用平台自带的守护进程，主机重启后不会自动拉起。',
      },
      {
        en: 'Fine for containers and tests; in production prefer a host with systemd.',
        zh: '容器与测试可以接受；生产环境建议使用 systemd。',
      },
      init,
    );
  },
};

const selinux: CheckItem = {
  item: 'mandatory-access',
  title: { en: 'SELinux and AppArmor', zh: 'SELinux 与 AppArmor' },
  judge: ({ selinux, apparmorMysqlProfile, baseDirectory }) => {
    if (selinux === null || apparmorMysqlProfile === null)
      return notLearned({ en: 'SELinux or AppArmor', zh: 'SELinux 或 AppArmor 状态' }, 'getenforce; aa-status');
    if (selinux === 'enforcing')
      return warn(
        {
          en: 'SELinux enforces: a server outside the usual places may be refused its files and ports.',
          zh: 'SELinux 处于强制模式：非默认位置的数据库可能被拒绝访问文件与端口。',
        },
        {
          en: `Label the base directory: semanage fcontext -a -t mysqld_db_t '${baseDirectory ?? ''}(/.*)?' && restorecon -R ${baseDirectory ?? ''}`,
          zh: `请为基础目录设置标签：semanage fcontext -a -t mysqld_db_t '${baseDirectory ?? ''}(/.*)?' && restorecon -R ${baseDirectory ?? ''}`,
        },
        selinux,
      );
    if (apparmorMysqlProfile)
      return warn(
        {
          en: 'An AppArmor profile for mysqld is active; it knows the distribution’s paths only.',
          zh: '存在 mysqld 的 AppArmor 配置，它只认识发行版默认路径。',
        },
        {
          en: 'Add the base directory to the local profile, or disable it.',
          zh: '请把基础目录加入本地配置，或停用该配置。',
        },
        'AppArmor',
      );
    return pass({ en: 'Neither stands in the way.', zh: '均不会阻拦。' }, `SELinux ${selinux}`);
  },
};

const clock: CheckItem = {
  item: 'clock',
  title: { en: 'Clock', zh: '时钟' },
  judge: ({ clockOffsetMs: offset, clockErrorMs: error }, spec) => {
    if (offset === null || error === null)
      return notLearned({ en: 'The offset of the clock', zh: '时钟偏差' }, 'date -u');
    const measured = `${offset > 0 ? '+' : ''}${Math.round(offset)} ms ± ${Math.ceil(error)} ms`;
    // Only what lies outside the error of the measurement is certainly wrong; what lies inside is not certainly right.
    if (Math.abs(offset) - error > spec.clockOffsetMs.fail)
      return fail(
        {
          en: 'The clock is far off: points in time, lag and certificates would be wrong.',
          zh: '时钟偏差过大：时间点、延迟与证书都会出错。',
        },
        { en: 'Set up time synchronisation (chrony), then check again.', zh: '请配置时间同步（chrony）后重新检查。' },
        measured,
      );
    if (Math.abs(offset) + error > spec.clockOffsetMs.warn)
      return warn(
        { en: 'The clock is off, or the way to the host is too slow to tell.', zh: '时钟有偏差，或网络太慢无法确定。' },
        { en: 'Look at chronyc tracking on the host.', zh: '请在主机上查看 chronyc tracking。' },
        measured,
      );
    return pass({ en: 'Agrees with the server’s clock.', zh: '与平台时钟一致。' }, measured);
  },
};

const timeSync: CheckItem = {
  item: 'time-sync',
  title: { en: 'Time synchronisation', zh: '时间同步' },
  judge: ({ timeSynchronized, timeSyncDaemon }) => {
    if (timeSynchronized) return pass({ en: 'Synchronised.', zh: '已同步。' }, timeSyncDaemon ?? undefined);
    const setUp = { en: 'Install and start chrony.', zh: '请安装并启动 chrony。' };
    if (timeSynchronized === false)
      return warn(
        { en: 'The clock is not synchronised; it will drift.', zh: '时钟未同步，会逐渐漂移。' },
        setUp,
        timeSyncDaemon ?? undefined,
      );
    return notLearned({ en: 'Whether the clock is synchronised', zh: '时间同步状态' }, 'timedatectl; chronyc tracking');
  },
};

export const systemItems: readonly CheckItem[] = [kernel, libc, init, selinux, clock, timeSync];
