import { makeBackup, restoreBackup, storePlace } from '@myriad/server';
import { exitCodes } from '../exit-codes.ts';
import { languageFrom, type Words } from '../language.ts';

const usage: Words = {
  en: `Usage: myriad backup [--to FOLDER]      copy the embedded store, running or stopped; default $MYRIAD_HOME/backups/<time>-<version>
       myriad backup restore FOLDER     put such a copy where no store is; its open tasks are paused

  The keys are never in it: keep an escrow copy (myriad keys escrow).
`,
  zh: `用法：myriad backup [--to 目录]       复制内嵌存储，服务运行或停止均可；默认 $MYRIAD_HOME/backups/<时间>-<版本>
      myriad backup restore 目录      在没有存储的位置恢复备份；其中未结束的任务会被暂停

  备份中不含密钥，请另存托管副本（myriad keys escrow）。
`,
};

/** `myriad backup …`: works on the store of this machine; no server is needed and a running one is not disturbed. */
export async function runBackup(argv: readonly string[]): Promise<number> {
  process.umask(0o077);
  const language = languageFrom(process.env);
  const say = (words: Words): void => void process.stderr.write(`${words[language]}\n`);
  const [first, second, ...more] = argv;
  try {
    if (first === undefined || (first === '--to' && second !== undefined && more.length === 0))
      return await make(second, say);
    if (first === 'restore' && second !== undefined && more.length === 0) return await restore(second, say);
    process.stderr.write(usage[language]);
    return first === '--help' || first === '-h' ? exitCodes.ok.code : exitCodes.usage.code;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return exitCodes.failed.code;
  }
}

async function make(to: string | undefined, say: (words: Words) => void): Promise<number> {
  const place = storePlace();
  if (place.kind === 'mysql') {
    say({
      en: `The store is MySQL: back it up there, for instance:\n  ${place.dumpCommand.join(' ')} > myriad.sql`,
      zh: `存储为 MySQL：请在数据库侧备份，例如：\n  ${place.dumpCommand.join(' ')} > myriad.sql`,
    });
    return exitCodes.conflict.code;
  }
  let told = 0;
  const { folder, note } = await makeBackup(to, (part) => {
    if (part - told < 0.1) return;
    told = part;
    say({ en: `  ${Math.round(part * 100)} %`, zh: `  ${Math.round(part * 100)} %` });
  });
  process.stdout.write(`${folder}\n`);
  say({
    en: `${(note.sizeBytes / 1e6).toFixed(1)} MB, checked. Keep it off this machine, apart from the escrow copy of the keys.`,
    zh: `${(note.sizeBytes / 1e6).toFixed(1)} MB，已校验。请存放到其他机器，并与密钥托管副本分开保管。`,
  });
  return exitCodes.ok.code;
}

async function restore(from: string, say: (words: Words) => void): Promise<number> {
  const { madeAt, pausedTasks, keysMissing } = await restoreBackup(from);
  say({
    en: `Restored as of ${madeAt}. Open tasks, paused for you to decide: ${pausedTasks}.`,
    zh: `已恢复到 ${madeAt} 的状态。未结束而被暂停、等待您决定的任务：${pausedTasks} 个。`,
  });
  if (keysMissing.length > 0)
    say({
      en: `Keys still missing: ${keysMissing.join(', ')}. Put them back before the first start: myriad keys restore`,
      zh: `仍缺少密钥：${keysMissing.join('、')}。请在首次启动前恢复：myriad keys restore`,
    });
  return exitCodes.ok.code;
}
