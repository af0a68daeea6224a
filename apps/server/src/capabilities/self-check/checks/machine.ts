import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { amber, type Check, defineCheck, green, grey } from '../check.ts';
import type { SelfCheckParts } from '../parts.ts';

const run = promisify(execFile);
const gibibyte = 1024 ** 3;
const gib = (bytes: number) => (bytes / gibibyte).toFixed(1);
const leastNode = 24;
/** A page that waits longer than this for its turn is felt. */
const slowMilliseconds = 200;
const leastFreePart = 0.1;
const leastFreeBytes = 2 * gibibyte;

function processCheck(): Check {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return defineCheck({
    name: 'process',
    title: { en: 'This process', zh: '平台进程' },
    limitSeconds: 5,
    run: async () => {
      const late = delay.percentile(99) / 1e6;
      delay.reset();
      const held = process.memoryUsage.rss();
      const facts = `${late.toFixed(0)} ms, ${gib(held)} / ${gib(totalmem())} GiB`;
      const next = {
        en: 'Look what else runs on this machine, and at large exports and reports.',
        zh: '请检查本机其他进程，以及大批量导出与报表。',
      };
      return [
        late > slowMilliseconds
          ? amber('', `Work waits for its turn: ${facts}`, `请求需要排队：${facts}`, next)
          : green('', `Answers at once: ${facts}`, `响应及时：${facts}`),
        ...(freemem() < gibibyte / 4
          ? [amber('memory', `Only ${gib(freemem())} GiB of memory are free`, `可用内存仅 ${gib(freemem())} GiB`, next)]
          : []),
      ];
    },
  });
}

const toolsCheck = ({ installation }: SelfCheckParts): Check =>
  defineCheck({
    name: 'tools',
    title: { en: 'Programs the platform calls', zh: '平台依赖的程序' },
    limitSeconds: 10,
    run: async (signal) => {
      const major = Number(process.versions.node.split('.')[0]);
      const node = `Node ${process.versions.node}`;
      const newer = { en: `Run it with Node ${leastNode} or newer.`, zh: `请使用 Node ${leastNode} 或更高版本。` };
      const lines = [
        major >= leastNode ? green('node', node, node) : amber('node', `${node} is too old`, `${node} 过旧`, newer),
      ];
      if (installation.engine === 'embedded')
        lines.push(
          await run('ps', ['-o', 'pid=', '-p', String(process.pid)], { signal }).then(
            () => green('ps', 'ps answers', 'ps 可用'),
            () =>
              amber(
                'ps',
                'ps does not run: the engine of a server that died is not recognised',
                'ps 无法运行：无法识别已退出服务遗留的引擎',
                {
                  en: 'Install the package procps.',
                  zh: '请安装 procps 软件包。',
                },
              ),
          ),
        );
      return lines;
    },
  });

async function roomOf(folder: string) {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const { bavail, blocks, bsize } = await statfs(place);
  return { free: bavail * bsize, total: blocks * bsize };
}

const diskCheck = ({ installation: { home, packages } }: SelfCheckParts): Check =>
  defineCheck({
    name: 'disk',
    title: { en: 'Disk', zh: '磁盘' },
    limitSeconds: 10,
    run: async () => {
      const folders = packages.startsWith(home) ? [home] : [home, packages];
      return Promise.all(
        folders.map(async (folder) => {
          const { free, total } = await roomOf(folder);
          const facts = `${gib(free)} GiB / ${gib(total)} GiB`;
          return free < total * leastFreePart || free < leastFreeBytes
            ? amber(folder, `Little room is left: ${facts}`, `剩余空间不足：${facts}`, {
                en: 'Make room: old backups and packages first. A full disk stops every ticket.',
                zh: '请清理空间，可先清理旧备份与安装包。磁盘写满会使所有工单停止。',
              })
            : green(folder, `Room: ${facts}`, `剩余空间：${facts}`);
        }),
      );
    },
  });

/** Made by systemd-timesyncd once the clock was set; chrony leaves a socket of its own. */
const clockMarks = ['/run/systemd/timesync/synchronized', '/run/chrony/chronyd.sock', '/run/chrony/chronyd.pid'];

const clockCheck = (): Check =>
  defineCheck({
    name: 'clock',
    title: { en: 'Clock', zh: '时钟' },
    limitSeconds: 5,
    run: async () => [
      clockMarks.some((mark) => existsSync(mark))
        ? green('', 'Kept by a time service', '由时间服务校准')
        : grey('', 'No time service was recognised on this machine', '未识别到本机的时间服务', {
            en: 'Let chrony or NTP keep this machine’s clock; findings SERVER_CLOCK_OFF on many servers at once mean this one.',
            zh: '请用 chrony 或 NTP 校准本机时钟；若多个服务器同时出现 SERVER_CLOCK_OFF，多半是本机时钟有误。',
          }),
    ],
  });

export const machineChecks = (parts: SelfCheckParts): readonly Check[] => [
  processCheck(),
  toolsCheck(parts),
  diskCheck(parts),
  clockCheck(),
];
