import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { overdue } from '../../../platform/outbox/waiting.ts';
import { amber, type Check, defineCheck, green, grey } from '../check.ts';
import type { SelfCheckParts } from '../parts.ts';

/** What is not handed over within this time is stuck. */
const stuckMilliseconds = 60_000;

const engineCheck = ({ db, clock, installation: { engine } }: SelfCheckParts): Check =>
  defineCheck({
    name: 'engine',
    title: { en: 'Engine of tasks', zh: '任务引擎' },
    limitSeconds: 10,
    run: async () => {
      const now = clock.now();
      const { count, since } = await overdue(db, now - stuckMilliseconds);
      const name = engine === 'embedded' || engine === 'in-process' ? engine : 'cluster';
      if (count === 0) return [green(name, 'Takes every task at once', '任务均及时交付')];
      const minutes = Math.round((now - (since ?? now)) / 60_000);
      return [
        amber(
          name,
          `${count} tasks were not handed over, since ${minutes} min`,
          `${count} 个任务未能交付，已 ${minutes} 分钟`,
          {
            en: 'Look at the log for the engine’s errors. Nothing is lost: the tasks stand in the store.',
            zh: '请查看日志中的引擎错误。任务均保存在存储中，不会丢失。',
          },
        ),
      ];
    },
  });

const sweepCheck = ({ sweeps }: SelfCheckParts): Check =>
  defineCheck({
    name: 'sweep',
    title: { en: 'Sweep', zh: '巡查' },
    limitSeconds: 5,
    run: async () => {
      const { running, instances, answering, failing, periodSeconds, unwritten, last } = sweeps.status();
      if (!running)
        return [
          grey('', 'It is off: nobody looks at the servers', '已关闭：没有查看任何服务器', {
            en: 'Set MYRIAD_SWEEP_SECONDS above 0 and start again.',
            zh: '请将 MYRIAD_SWEEP_SECONDS 设为大于 0 后重新启动。',
          }),
        ];
      const facts = `${answering}/${instances}, ${periodSeconds} s`;
      const lines = [green('', `Looks at every instance in its period: ${facts}`, `按周期查看每个实例：${facts}`)];
      if (instances === 0) return [grey('', 'There is no instance to look at yet', '还没有可查看的实例')];
      if (failing > instances / 2)
        lines.push(
          amber(
            'instances',
            `${failing} of ${instances} do not answer`,
            `${instances} 个实例中有 ${failing} 个没有应答`,
            {
              en: 'So many at once: look at the network between, before the servers.',
              zh: '同时失败较多，请先检查网络，再检查服务器。',
            },
          ),
        );
      if (last && last.leftOut > instances / 10)
        lines.push(
          amber(
            'pace',
            `${last.leftOut} looks were left out in the last period`,
            `上一周期略过了 ${last.leftOut} 次查看`,
            {
              en: 'Make MYRIAD_SWEEP_SECONDS longer, or give this machine more.',
              zh: '请增大 MYRIAD_SWEEP_SECONDS，或为本机增加资源。',
            },
          ),
        );
      if (unwritten > Math.max(1000, instances / 2))
        lines.push(amber('store', `${unwritten} looks wait to be written`, `${unwritten} 条结果等待写入`));
      return lines;
    },
  });

const deepLookCheck = ({ sweeps, isDeepLookScheduled }: SelfCheckParts): Check =>
  defineCheck({
    name: 'deep-look',
    title: { en: 'Deep look', zh: '深度查看' },
    limitSeconds: 5,
    run: async () => {
      if (await isDeepLookScheduled()) return [green('', 'A schedule looks deeply', '已有定时计划进行深度查看')];
      if (sweeps.status().instances === 0)
        return [grey('', 'No schedule, and nothing to look at yet', '没有定时计划，也还没有可查看的实例')];
      return [
        amber('', 'No schedule looks deeply by itself', '没有定时计划进行深度查看', {
          en: 'Add a schedule “Deep look at clusters”, each night: growth, drift, the dictionary and what nobody uses stand on it.',
          zh: '请添加“深度查看集群”的定时计划，每晚一次：增长、漂移、数据字典与闲置对象均以此为据。',
        }),
      ];
    },
  });

const packagesCheck = ({ listPackages, installation: { packages } }: SelfCheckParts): Check =>
  defineCheck({
    name: 'packages',
    title: { en: 'Server packages', zh: '安装包' },
    limitSeconds: 20,
    run: async () => {
      const known = await listPackages();
      if (known.length === 0)
        return [
          grey(packages, 'None: a new cluster needs one', '没有安装包：新建集群需要', {
            en: 'Put a server tarball into this folder and start again.',
            zh: '请将服务器安装包放入该目录并重新启动。',
          }),
        ];
      const lines = await Promise.all(
        known.map(async ({ file, flavor, version, sizeBytes, signature }) => {
          const name = `${flavor} ${version}`;
          const found = await stat(file).catch(() => undefined);
          const again = {
            en: 'Put the file back; nothing can be deployed from it.',
            zh: '请放回该文件，否则无法用其部署。',
          };
          if (!found) return amber(name, `Its file is gone: ${file}`, `文件已丢失：${file}`, again);
          if (found.size !== sizeBytes)
            return amber(name, `Its file has changed: ${file}`, `文件已变化：${file}`, again);
          if (signature === 'bad') return amber(name, 'Its signature is bad', '签名无效', again);
          return green(
            name,
            signature === 'verified' ? 'There, and signed' : 'There',
            signature === 'verified' ? '存在且签名有效' : '存在',
          );
        }),
      );
      return lines;
    },
  });

const consoleCheck = ({ installation: { consoleFolder } }: SelfCheckParts): Check =>
  defineCheck({
    name: 'console',
    title: { en: 'Console', zh: '控制台' },
    limitSeconds: 5,
    run: async () =>
      consoleFolder === undefined
        ? [grey('', 'This server has no console: API and command line only', '此服务未提供控制台，仅有 API 与命令行')]
        : [
            existsSync(join(consoleFolder, 'index.html'))
              ? green('', 'Its files are there', '文件齐全')
              : amber(consoleFolder, 'Its files are gone', '文件已丢失', {
                  en: 'Start the platform again: it builds the console.',
                  zh: '请重新启动平台，启动时会重新构建控制台。',
                }),
          ],
  });

export const workChecks = (parts: SelfCheckParts): readonly Check[] => [
  engineCheck(parts),
  sweepCheck(parts),
  deepLookCheck(parts),
  packagesCheck(parts),
  consoleCheck(parts),
];
