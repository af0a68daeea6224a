import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  checkReadiness,
  drainServer,
  findServer,
  holdStore,
  makeBackup,
  type RunningServer,
  type StorePlace,
  stopServer,
  storePlace,
} from '@myriad/server';
import { startNode } from '../demo/child-process.ts';
import { ServerReady } from '../demo/platform-process.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Language, languageFrom, type Words } from '../language.ts';
import { printWork, stepsInside, usage } from './upgrade-words.ts';

interface Wish {
  readonly check: boolean;
  readonly start: boolean;
  readonly backedUp: boolean;
  readonly withinSeconds: number;
}

const endSeconds = 60;

/** `myriad upgrade`: looks first, changes nothing until it is sure, and leaves an installation that starts wherever it is cut. */
export async function runUpgrade(argv: readonly string[]): Promise<number> {
  // Copies of the store are for our own user, whatever the shell that started us thinks.
  process.umask(0o077);
  const language = languageFrom(process.env);
  const say = (words: Words): void => void process.stderr.write(`${words[language]}\n`);
  const wish = readWish(argv);
  if (wish === 'help' || wish === undefined) {
    process.stderr.write(usage[language]);
    return wish === 'help' ? exitCodes.ok.code : exitCodes.usage.code;
  }
  try {
    return await upgrade(wish, language, say);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return exitCodes.failed.code;
  }
}

async function upgrade(wish: Wish, language: Language, say: (words: Words) => void): Promise<number> {
  const place = storePlace();
  if (!(await isReady(place, say))) return exitCodes.conflict.code;
  if (place.kind === 'mysql' && wish.start && !wish.backedUp && !wish.check) {
    const command = dumpText(place);
    say({
      en: `--start would run this version on a MySQL store that nobody has copied. Nothing was done. Back it up:\n  ${command}\nthen run this again with --backed-up; or leave --start out, and back it up when the server has ended.`,
      zh: `--start 会让当前版本在尚未备份的 MySQL 存储上启动。未做任何改动。请先备份：\n  ${command}\n然后加上 --backed-up 重新执行；或不加 --start，待服务停止后再备份。`,
    });
    return exitCodes.conflict.code;
  }
  const looked = await findServer();
  if (looked.found === 'mute') {
    const { pid } = looked.mark;
    say({
      en: `Process ${pid} holds the store and gives no answer. End it yourself (kill ${pid}: it ends its short steps within 20 s), then run this again.`,
      zh: `进程 ${pid} 持有存储但没有应答。请自行结束它（kill ${pid}，会在 20 秒内完成短步骤），然后重新执行。`,
    });
    return exitCodes.conflict.code;
  }
  const server = looked.found === 'server' ? looked.server : undefined;
  if (server) {
    const { pid, version } = server.status;
    say({ en: `Running: version ${version}, process ${pid}.`, zh: `正在运行：版本 ${version}，进程 ${pid}。` });
    process.stderr.write(printWork(server.status, language, Date.now()));
  } else say({ en: 'No server runs here.', zh: '没有正在运行的服务。' });
  if (wish.check) {
    server?.line.close();
    return exitCodes.ok.code;
  }
  if (server && !(await endServer(server, wish, language, say))) return exitCodes.conflict.code;
  if (!wish.backedUp) await keepCopy(place, say);
  return goOn(wish, place, server?.unit, say);
}

async function isReady(place: StorePlace, say: (words: Words) => void): Promise<boolean> {
  if (place.kind === 'embedded' && !place.exists) {
    say({ en: `There is no store yet (${place.file}).`, zh: `尚无存储（${place.file}）。` });
    return true;
  }
  const { pending, unknown, rehearsalSeconds } = await checkReadiness();
  if (unknown.length > 0) {
    say({
      en: `This version is older than the store, which has ${unknown.join(', ')}. Nothing was done: use the newer version, or restore a backup.`,
      zh: `当前版本早于存储，存储已包含 ${unknown.join('、')}。未做任何改动：请使用更新的版本，或恢复备份。`,
    });
    return false;
  }
  const list = pending.map((id) => `\n  ${id}`).join('');
  const tried = rehearsalSeconds === undefined ? undefined : rehearsalSeconds.toFixed(1);
  say({
    en: `This version can open the store; migrations pending: ${pending.length}${tried === undefined ? '' : ` (tried on a copy: ${tried} s)`}.${list}`,
    zh: `当前版本可以打开存储；待执行的迁移：${pending.length} 个${tried === undefined ? '' : `（已在副本上试行：${tried} 秒）`}。${list}`,
  });
  return true;
}

async function endServer(
  server: RunningServer,
  { withinSeconds }: Wish,
  language: Language,
  say: (words: Words) => void,
): Promise<boolean> {
  say({
    en: `No new steps start from here on; waiting at most ${withinSeconds} s for those in the server. Ctrl-C: it works on.`,
    zh: `从现在起不再开始新步骤；最多等待 ${withinSeconds} 秒，直到服务内的步骤结束。按 Ctrl-C 可放弃，服务会继续工作。`,
  });
  let told = -1;
  const drained = await drainServer(server, {
    withinSeconds,
    onStatus: (status) => {
      const left = stepsInside(status);
      if (left !== told)
        say({ en: `  steps still running in the server: ${left}`, zh: `  服务内仍在执行的步骤：${left}` });
      told = left;
    },
  });
  if (drained.outcome === 'busy') {
    say({
      en: `After ${withinSeconds} s these still run. The server works on as before; nothing was done. Choose another time, a longer --within, or cancel them.`,
      zh: `${withinSeconds} 秒后以下任务仍在执行。服务已恢复正常工作，未做任何改动。请换个时间、加大 --within，或取消这些任务。`,
    });
    process.stderr.write(printWork(drained.last, language, Date.now()));
    return false;
  }
  if (drained.outcome === 'taken') {
    say({ en: 'Another upgrade is at work on this server.', zh: '另一个升级正在处理该服务。' });
    return false;
  }
  say({ en: 'Quiet. Ending the server…', zh: '已静止，正在停止服务……' });
  if (drained.outcome === 'quiet' && !(await stopServer(server, endSeconds))) {
    const { pid } = server.mark;
    say({
      en: `Process ${pid} does not end. Nothing else was done; look at its log.`,
      zh: `进程 ${pid} 没有结束。未做其他改动，请查看其日志。`,
    });
    return false;
  }
  return true;
}

/** For a shell. */
const dumpText = ({ dumpCommand }: Extract<StorePlace, { kind: 'mysql' }>): string =>
  `${dumpCommand.map((word) => (/^[\w./:=@%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ')} > myriad.sql`;

/** Under the store's lock: nobody starts a server while it is copied. */
async function keepCopy(place: StorePlace, say: (words: Words) => void): Promise<void> {
  if (place.kind === 'mysql') {
    const command = dumpText(place);
    say({
      en: `The store is MySQL: back it up now, before you start, for instance:\n  ${command}`,
      zh: `存储为 MySQL：请在启动之前备份，例如：\n  ${command}`,
    });
    return;
  }
  if (!place.exists) return;
  const lock = holdStore();
  try {
    const { folder } = await makeBackup();
    process.stdout.write(`${folder}\n`);
    say({
      en: `The store is backed up (without the keys: those are in your escrow copy).`,
      zh: `存储已备份（不含密钥，密钥见您的托管副本）。`,
    });
  } finally {
    await lock?.release();
  }
}

async function goOn(
  { start }: Wish,
  { home }: StorePlace,
  unit: string | undefined,
  say: (words: Words) => void,
): Promise<number> {
  if (unit !== undefined || !start) {
    const command = unit === undefined ? 'myriad start' : `systemctl start ${unit}`;
    say({
      en: `Start this version with: ${command}. To go back: start the old version; if this one has been started, restore the backup first.`,
      zh: `启动当前版本：${command}。如需退回：启动旧版本；若当前版本已启动过，请先恢复备份。`,
    });
    return exitCodes.ok.code;
  }
  const logFile = join(home, 'server.log');
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const started = await startNode([main, 'start'], {
    env: {},
    logFile,
    readySeconds: 120,
    parse: (message) => ServerReady.parse(message),
  });
  await started.release();
  say({
    en: `Started: ${started.ready.url} (process ${started.id.pid}, log ${logFile}).`,
    zh: `已启动：${started.ready.url}（进程 ${started.id.pid}，日志 ${logFile}）。`,
  });
  return exitCodes.ok.code;
}

function readWish(argv: readonly string[]): Wish | 'help' | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        check: { type: 'boolean', default: false },
        start: { type: 'boolean', default: false },
        'backed-up': { type: 'boolean', default: false },
        within: { type: 'string', default: '600' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    if (!/^\d{1,6}$/.test(values.within)) return undefined;
    return {
      check: values.check,
      start: values.start,
      backedUp: values['backed-up'],
      withinSeconds: Number(values.within),
    };
  } catch {
    return undefined;
  }
}
