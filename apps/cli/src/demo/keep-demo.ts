import { once } from 'node:events';
import { isAlive, isPortFree, runCommand } from '@myriad/lab';
import { exitCodes } from '../exit-codes.ts';
import type { Language, Words } from '../language.ts';
import { endProcess } from './child-process.ts';
import { type DemoState, demoHome, readDemoState, writeDemoState } from './demo-folder.ts';
import { deployDemoCluster, resumeDemoCluster } from './deploy-demo-cluster.ts';
import { openDemo } from './open-demo.ts';

export interface KeepDemoOptions {
  readonly flavor: 'mysql' | 'mariadb';
  readonly stays: boolean;
  readonly opens: boolean;
  readonly port?: number;
  readonly language: Language;
  readonly say: (words: Words) => void;
}

const firstPort = 7700;

/** The demo for people: made or found again, shown, and stopped by Ctrl-C with its data kept. */
export async function keepDemo(options: KeepDemoOptions): Promise<number> {
  const { say } = options;
  const folder = demoHome();
  const earlier = await readDemoState(folder);
  if (earlier?.running?.processes.every(isAlive)) {
    show(earlier, earlier.running.url, options);
    return exitCodes.ok.code;
  }
  // What is left of a demo whose other half died.
  for (const id of earlier?.running?.processes ?? []) await endProcess(id);
  const flavor = earlier?.flavor ?? options.flavor;
  if (flavor !== options.flavor)
    say({
      en: `There is already a demo with ${flavor}; delete it first (myriad demo --clean) to try another.`,
      zh: `已有使用 ${flavor} 的演示；如需更换，请先执行 myriad demo --clean。`,
    });
  const demo = await openDemo({
    folder,
    flavor,
    port: options.port ?? (await nextFreePort(firstPort)),
    withConsole: true,
    say,
  });
  let state: DemoState = demo.state;
  try {
    if (state.clusterId === undefined) {
      const { clusterId } = await deployDemoCluster(demo, flavor, say);
      state = { ...state, clusterId };
    } else await resumeDemoCluster(demo, state.clusterId, say);
    const processes = [demo.platform.id, demo.lab.id];
    state = { ...state, ...(options.stays ? { running: { url: demo.url, processes } } : { running: undefined }) };
    await writeDemoState(folder, state);
    show(state, demo.url, options);
    if (options.opens) await openBrowser(demo.url);
    if (options.stays) {
      await demo.platform.release();
      await demo.lab.release();
      say({
        en: 'Left running; stop and delete it with: myriad demo --clean',
        zh: '已保持运行；停止并删除：myriad demo --clean',
      });
      return exitCodes.ok.code;
    }
    say({ en: 'Ctrl-C stops it and keeps its data.', zh: '按 Ctrl-C 停止，数据会保留。' });
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    return exitCodes.ok.code;
  } finally {
    if (state.running === undefined) {
      say({ en: 'Stopping…', zh: '正在停止……' });
      await endProcess(demo.platform.id);
      await endProcess(demo.lab.id);
    }
  }
}

/** The first free one from `port` on; what a person bookmarked stays the same as long as nobody else takes it. */
async function nextFreePort(port: number): Promise<number> {
  let candidate = port;
  while (!(await isPortFree('127.0.0.1', candidate))) candidate += 1;
  return candidate;
}

function show(state: DemoState, url: string, { language, say }: KeepDemoOptions): void {
  const { administrator, approver, requester } = state.people;
  const row = (person: { name: string; password: string }, en: string, zh: string) =>
    `  ${person.name.padEnd(8)} ${person.password}   ${language === 'zh' ? zh : en}`;
  process.stdout.write(
    [
      '',
      `  ${url}${state.clusterId === undefined ? '' : `/clusters/${state.clusterId}`}`,
      '',
      row(requester, 'asks', '提交申请'),
      row(approver, 'approves', '审批'),
      row(administrator, 'administers', '管理'),
      '',
      '',
    ].join('\n'),
  );
  say({ en: `API: ${url}/api/docs`, zh: `API：${url}/api/docs` });
}

async function openBrowser(url: string): Promise<void> {
  if (process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return;
  // A demo without a browser to open is still a demo.
  await runCommand('xdg-open', [url]).catch((error: unknown) => process.stderr.write(`xdg-open: ${error}\n`));
}
