import { type CheckItem, fail, notLearned, pass, sizeText, unknown, warn } from '../verdict.ts';

const baseDirectory: CheckItem = {
  item: 'base-directory',
  title: { en: 'Base directory', zh: '基础目录' },
  essential: true,
  judge: ({ baseDirectory, baseExists, baseWritable, baseCreatable, user }) => {
    const at = baseDirectory ?? '';
    if (baseDirectory === null || baseExists === null)
      return notLearned({ en: 'The state of the base directory', zh: '基础目录状态' }, 'ls -ld');
    if (baseExists && baseWritable) return pass({ en: 'There, and writable.', zh: '已存在且可写。' }, at);
    if (!baseExists && baseCreatable)
      return pass({ en: 'Not there yet, can be made.', zh: '尚不存在，可以创建。' }, at);
    const who = user ?? 'myriad';
    return fail(
      baseExists
        ? { en: `${at} is there, but ${who} may not write in it.`, zh: `${at} 已存在，但 ${who} 没有写权限。` }
        : { en: `${at} is not there, and ${who} may not make it.`, zh: `${at} 不存在，且 ${who} 无权创建。` },
      {
        en: `As root: install -d -m 0750 -o ${who} ${at}`,
        zh: `以 root 执行：install -d -m 0750 -o ${who} ${at}`,
      },
      at,
    );
  },
};

const freeSpace: CheckItem = {
  item: 'free-space',
  title: { en: 'Free space', zh: '剩余空间' },
  essential: true,
  judge: ({ baseFreeBytes, baseTotalBytes }, spec) => {
    if (baseFreeBytes === null) return notLearned({ en: 'The free space', zh: '剩余空间' }, 'df -h');
    const measured =
      baseTotalBytes === null ? sizeText(baseFreeBytes) : `${sizeText(baseFreeBytes)} / ${sizeText(baseTotalBytes)}`;
    if (baseFreeBytes < spec.freeBytes.fail)
      return fail(
        {
          en: `Less than ${sizeText(spec.freeBytes.fail)} free.`,
          zh: `剩余空间少于 ${sizeText(spec.freeBytes.fail)}。`,
        },
        {
          en: 'Free space, or move the base directory to a larger file system.',
          zh: '请清理空间，或把基础目录放到更大的文件系统。',
        },
        measured,
      );
    if (baseFreeBytes < spec.freeBytes.warn)
      return warn(
        {
          en: `Less than ${sizeText(spec.freeBytes.warn)} free: room for a small instance only.`,
          zh: `剩余空间少于 ${sizeText(spec.freeBytes.warn)}，只够小实例。`,
        },
        { en: 'Grow the file system before anything large is put here.', zh: '放置较大的实例前请扩容。' },
        measured,
      );
    return pass({ en: 'Enough free space.', zh: '空间足够。' }, measured);
  },
};

const freeInodes: CheckItem = {
  item: 'free-inodes',
  title: { en: 'Free inodes', zh: '剩余 inode' },
  judge: ({ baseFreeInodes, baseFilesystem }, spec) => {
    // These make inodes as they need them and report 0.
    if (baseFilesystem === 'btrfs' || baseFilesystem === 'zfs')
      return pass({ en: 'Made on demand.', zh: '按需分配。' }, baseFilesystem);
    if (baseFreeInodes === null) return notLearned({ en: 'The number of free inodes', zh: '剩余 inode 数' }, 'df -i');
    if (baseFreeInodes >= spec.freeInodes.fail)
      return pass({ en: 'Enough inodes.', zh: 'inode 足够。' }, `${baseFreeInodes}`);
    return fail(
      {
        en: 'Almost no inodes left: files cannot be made although space is free.',
        zh: 'inode 即将用尽：有空间也无法创建文件。',
      },
      { en: 'Remove small files, or use another file system.', zh: '请清理小文件，或换一个文件系统。' },
      `${baseFreeInodes}`,
    );
  },
};

const filesystem: CheckItem = {
  item: 'file-system',
  title: { en: 'File system', zh: '文件系统' },
  judge: ({ baseFilesystem }, spec) => {
    if (baseFilesystem === null) return notLearned({ en: 'The file system', zh: '文件系统类型' }, 'df -T');
    if (spec.goodFilesystems.includes(baseFilesystem))
      return pass({ en: 'A journaling local file system.', zh: '本地日志文件系统。' }, baseFilesystem);
    if (spec.unfitFilesystems.includes(baseFilesystem))
      return fail(
        { en: `${baseFilesystem} cannot hold a data directory.`, zh: `${baseFilesystem} 不能存放数据目录。` },
        { en: 'Put the base directory on XFS or ext4.', zh: '请把基础目录放在 XFS 或 ext4 上。' },
        baseFilesystem,
      );
    if (baseFilesystem === 'tmpfs' || baseFilesystem === 'ramfs')
      return warn(
        { en: 'In memory: everything is lost when the host restarts.', zh: '位于内存：主机重启后数据全部丢失。' },
        { en: 'For throw-away instances only.', zh: '仅用于一次性实例。' },
        baseFilesystem,
      );
    return warn(
      {
        en: `${baseFilesystem}: not one of ${spec.goodFilesystems.join(', ')}; locking and fsync may behave otherwise.`,
        zh: `${baseFilesystem} 不属于 ${spec.goodFilesystems.join('、')}，锁与 fsync 的行为可能不同。`,
      },
      { en: 'Prefer XFS or ext4 for production.', zh: '生产环境建议使用 XFS 或 ext4。' },
      baseFilesystem,
    );
  },
};

const mountOptions: CheckItem = {
  item: 'mount-options',
  title: { en: 'Mount options', zh: '挂载选项' },
  judge: ({ baseMountOptions: options, baseMountPoint }) => {
    if (options === null) return notLearned({ en: 'The mount options', zh: '挂载选项' }, 'findmnt');
    const measured = `${baseMountPoint ?? ''} ${options.join(',')}`.trim();
    const at = baseMountPoint ?? '';
    for (const bad of ['ro', 'noexec'])
      if (options.includes(bad))
        return fail(
          bad === 'ro'
            ? { en: 'Mounted read-only.', zh: '以只读方式挂载。' }
            : {
                en: 'Mounted noexec: the server could not be started from here.',
                zh: '以 noexec 挂载：无法从此处启动数据库。',
              },
          {
            en: `Mount ${at} without ${bad}; if it went read-only by itself, look at the kernel log first.`,
            zh: `请去掉 ${at} 的 ${bad} 选项；若是自行变为只读，请先查看内核日志。`,
          },
          measured,
        );
    const unsafe = options.find((option) => ['nobarrier', 'barrier=0', 'data=writeback'].includes(option));
    if (unsafe)
      return warn(
        {
          en: `${unsafe}: a power cut can lose or damage acknowledged data.`,
          zh: `${unsafe}：断电可能丢失或损坏已确认的数据。`,
        },
        {
          en: 'Mount without it unless the controller keeps its cache by battery.',
          zh: '除非控制器缓存有电池保护，否则请去掉该选项。',
        },
        measured,
      );
    return pass({ en: 'Nothing that speaks against it.', zh: '没有不合适的选项。' }, measured);
  },
};

const notSampled = (facts: { baseExists: boolean | null }) =>
  unknown(
    { en: 'Disk speed was not measured.', zh: '未测量磁盘速度。' },
    facts.baseExists
      ? {
          en: 'Run the check with the disk sample, with over 256 MiB free.',
          zh: '请在剩余空间超过 256 MiB 时启用磁盘采样重新检查。',
        }
      : { en: 'Make the base directory and run the check again.', zh: '请创建基础目录后重新检查。' },
  );

const writeSpeed: CheckItem = {
  item: 'disk-write',
  title: { en: 'Sequential write', zh: '顺序写' },
  judge: (facts, spec) => {
    const rate = facts.writeMiBPerSecond;
    if (rate === null) return notSampled(facts);
    const measured = `${rate} MiB/s`;
    if (rate >= spec.writeMiBPerSecond.warn)
      return pass({ en: '64 MiB with fsync, fast enough.', zh: '写 64 MiB 并 fsync，速度合格。' }, measured);
    return warn(
      {
        en: `Below ${spec.writeMiBPerSecond.warn} MiB/s: backups and restores will be slow.`,
        zh: `低于 ${spec.writeMiBPerSecond.warn} MiB/s：备份与恢复会很慢。`,
      },
      {
        en: 'Check again when the host is idle; else use a faster disk.',
        zh: '请在主机空闲时复查，否则更换更快的磁盘。',
      },
      measured,
    );
  },
};

const fsyncLatency: CheckItem = {
  item: 'disk-fsync',
  title: { en: 'Time of one synchronous write', zh: '单次同步写耗时' },
  judge: (facts, spec) => {
    const latency = facts.fsyncMicroseconds;
    if (latency === null) return notSampled(facts);
    const measured = `${(latency / 1000).toFixed(2)} ms`;
    if (latency <= spec.fsyncMicroseconds.warn)
      return pass(
        { en: 'Mean of 100 synchronous writes of 4 KiB, quick enough.', zh: '100 次 4 KiB 同步写的平均值，合格。' },
        measured,
      );
    return warn(
      {
        en: `Above ${spec.fsyncMicroseconds.warn / 1000} ms: every commit waits for it.`,
        zh: `高于 ${spec.fsyncMicroseconds.warn / 1000} ms：每次提交都要等待。`,
      },
      {
        en: 'Check again when the host is idle; else use a disk with a protected write cache.',
        zh: '请在主机空闲时复查，否则使用带掉电保护缓存的磁盘。',
      },
      measured,
    );
  },
};

export const diskItems: readonly CheckItem[] = [
  baseDirectory,
  freeSpace,
  freeInodes,
  filesystem,
  mountOptions,
  writeSpeed,
  fsyncLatency,
];
