import { type CheckItem, fail, notLearned, pass, sizeText, warn } from '../verdict.ts';

const architecture: CheckItem = {
  item: 'architecture',
  title: { en: 'Processor architecture', zh: '处理器架构' },
  essential: true,
  judge: ({ architecture }, spec) => {
    if (architecture === null) return notLearned({ en: 'The architecture', zh: '处理器架构' }, 'uname -m');
    if (spec.architectures.includes(architecture))
      return pass({ en: 'Server packages exist for it.', zh: '有对应的服务器软件包。' }, architecture);
    return fail(
      { en: `No server package is built for ${architecture}.`, zh: `没有适用于 ${architecture} 的服务器软件包。` },
      {
        en: `Use a host with ${spec.architectures.join(' or ')}, or register a package for it.`,
        zh: `请使用 ${spec.architectures.join(' 或 ')} 主机，或登记对应架构的软件包。`,
      },
      architecture,
    );
  },
};

const cpuCores: CheckItem = {
  item: 'cpu-cores',
  title: { en: 'Processor cores', zh: '处理器核数' },
  judge: ({ cpuCores }, spec) => {
    if (cpuCores === null) return notLearned({ en: 'The number of cores', zh: '处理器核数' }, 'nproc');
    const measured = `${cpuCores}`;
    if (cpuCores >= spec.cpuCores.warn) return pass({ en: 'Enough cores.', zh: '核数足够。' }, measured);
    return warn(
      {
        en: 'One core: replication, backup and queries wait for one another.',
        zh: '核数过少：复制、备份与查询会相互等待。',
      },
      { en: 'Use it for small or test instances only.', zh: '仅用于小型或测试实例。' },
      measured,
    );
  },
};

const cpuFlags: CheckItem = {
  item: 'cpu-crc32',
  title: { en: 'Hardware checksum', zh: '硬件校验指令' },
  judge: ({ cpuFlags }) => {
    if (cpuFlags === null) return notLearned({ en: 'The processor flags', zh: '处理器指令集' }, 'cat /proc/cpuinfo');
    if (cpuFlags.includes('sse4_2') || cpuFlags.includes('crc32'))
      return pass({ en: 'Page checksums run in hardware.', zh: '页校验由硬件完成。' }, cpuFlags.join(' '));
    return warn(
      {
        en: 'No CRC32 instruction: every page checksum is computed in software.',
        zh: '缺少 CRC32 指令，页校验只能由软件计算。',
      },
      { en: 'On a virtual machine, choose a newer processor model.', zh: '若为虚拟机，请选择更新的处理器型号。' },
      cpuFlags.join(' '),
    );
  },
};

const memory: CheckItem = {
  item: 'memory',
  title: { en: 'Memory', zh: '内存' },
  essential: true,
  judge: ({ memoryBytes }, spec) => {
    if (memoryBytes === null) return notLearned({ en: 'The size of memory', zh: '内存大小' }, 'free -b');
    const measured = sizeText(memoryBytes);
    if (memoryBytes < spec.memoryBytes.fail)
      return fail(
        {
          en: `Less than ${sizeText(spec.memoryBytes.fail)}: the server would be killed under load.`,
          zh: `内存少于 ${sizeText(spec.memoryBytes.fail)}，负载下进程会被杀死。`,
        },
        { en: 'Add memory, or use another host.', zh: '请增加内存，或换一台主机。' },
        measured,
      );
    if (memoryBytes < spec.memoryBytes.warn)
      return warn(
        { en: 'Little memory: one small instance only.', zh: '内存较少：只适合一个小实例。' },
        { en: 'Use it for small or test instances only.', zh: '仅用于小型或测试实例。' },
        measured,
      );
    return pass({ en: 'Enough memory.', zh: '内存足够。' }, measured);
  },
};

const numa: CheckItem = {
  item: 'numa',
  title: { en: 'Memory nodes (NUMA)', zh: '内存节点（NUMA）' },
  judge: ({ numaNodes }) => {
    if (numaNodes === null)
      return notLearned({ en: 'The number of memory nodes', zh: '内存节点数' }, 'ls /sys/devices/system/node');
    if (numaNodes <= 1) return pass({ en: 'One memory node.', zh: '单个内存节点。' }, `${numaNodes}`);
    return warn(
      {
        en: `${numaNodes} memory nodes: a large buffer pool can fill one and swap while the other is free.`,
        zh: `共 ${numaNodes} 个内存节点：大缓冲池可能占满一个节点而另一个空闲。`,
      },
      { en: 'Set innodb_numa_interleave=ON for large instances.', zh: '大实例请设置 innodb_numa_interleave=ON。' },
      `${numaNodes}`,
    );
  },
};

const swap: CheckItem = {
  item: 'swappiness',
  title: { en: 'Swapping', zh: '交换倾向' },
  judge: ({ swapBytes, swappiness }, spec) => {
    if (swapBytes === null || swappiness === null)
      return notLearned({ en: 'Swap settings', zh: '交换设置' }, 'sysctl vm.swappiness; free');
    const measured = `vm.swappiness=${swappiness}, swap ${sizeText(swapBytes)}`;
    if (swapBytes === 0)
      return pass({ en: 'No swap, so nothing to be swapped out.', zh: '未启用交换，不会被换出。' }, measured);
    if (swappiness <= spec.swappiness.warn)
      return pass({ en: 'The kernel prefers to keep programs in memory.', zh: '内核倾向于保留程序内存。' }, measured);
    return warn(
      { en: 'The kernel may swap the server out to keep file cache.', zh: '内核可能为文件缓存而换出数据库进程。' },
      {
        en: 'Set vm.swappiness=1 in /etc/sysctl.d and apply it.',
        zh: '请在 /etc/sysctl.d 中设置 vm.swappiness=1 并生效。',
      },
      measured,
    );
  },
};

const hugePages: CheckItem = {
  item: 'transparent-huge-pages',
  title: { en: 'Transparent huge pages', zh: '透明大页' },
  judge: ({ transparentHugePages: mode }) => {
    if (mode === null)
      return notLearned(
        { en: 'The setting of transparent huge pages', zh: '透明大页设置' },
        'cat /sys/kernel/mm/transparent_hugepage/enabled',
      );
    if (mode !== 'always') return pass({ en: 'Not forced on every program.', zh: '未对所有程序强制启用。' }, mode);
    return warn(
      {
        en: '“always”: stalls while memory is compacted, and memory use grows.',
        zh: '设为 always：整理内存时会停顿，占用也会变大。',
      },
      { en: 'Set it to madvise or never.', zh: '请改为 madvise 或 never。' },
      mode,
    );
  },
};

export const hardwareItems: readonly CheckItem[] = [architecture, cpuCores, cpuFlags, memory, numa, swap, hugePages];
