import { escrowKeys, restoreKeys, rotateKeys } from '@myriad/server';
import { exitCodes } from '../exit-codes.ts';
import { languageFrom, type Words } from '../language.ts';
import { processTerminal, type Terminal } from '../terminal.ts';

const usage: Words = {
  en: `Usage: myriad keys escrow     print a copy of the keys, sealed with a passphrase, to keep elsewhere
       myriad keys restore    put the keys of such a copy (on stdin) back where none are
       myriad keys rotate     add a key; the server seals with it from its next start on

  The passphrase is asked for, or taken from the first line of stdin where nobody can be asked.
`,
  zh: `用法：myriad keys escrow     打印用口令短语加密的密钥副本，另行保管
      myriad keys restore    从标准输入恢复密钥副本（仅在没有密钥文件时）
      myriad keys rotate     新增密钥；服务下次启动后用它加密

  口令短语会以提问方式输入；无法提问时取标准输入的第一行。
`,
};

/** `myriad keys …`: works on the key file of this machine, no server needed. Gives the exit code. */
export async function runKeys(argv: readonly string[]): Promise<number> {
  const language = languageFrom(process.env);
  const terminal = processTerminal();
  const verb = argv[0];
  try {
    if (verb === 'escrow') await escrow(terminal, language === 'zh');
    else if (verb === 'restore') await restore(terminal);
    else if (verb === 'rotate') {
      const { file, keys } = await rotateKeys();
      terminal.out(`${file}: ${keys}\n`);
    } else {
      terminal.err(usage[language]);
      return verb === '--help' || verb === '-h' ? exitCodes.ok.code : exitCodes.usage.code;
    }
    return exitCodes.ok.code;
  } catch (error) {
    terminal.err(`${error instanceof Error ? error.message : error}\n`);
    return exitCodes.failed.code;
  }
}

async function escrow(terminal: Terminal, zh: boolean): Promise<void> {
  if (!terminal.canAsk) {
    const [passphrase = ''] = (await terminal.readInput()).split('\n');
    return terminal.out(await escrowKeys(passphrase));
  }
  const first = await terminal.ask(
    zh ? '口令短语（至少 12 个字符）：' : 'Passphrase (12 characters or more): ',
    'hidden',
  );
  const second = await terminal.ask(zh ? '再输入一次：' : 'Once more: ', 'hidden');
  if (first !== second) throw new Error(zh ? '两次输入不同，请重新执行。' : 'The two differ; run it again.');
  terminal.out(await escrowKeys(first));
}

/** stdin: the passphrase on the first line, then the copy. */
async function restore(terminal: Terminal): Promise<void> {
  const [passphrase = '', ...copy] = (await terminal.readInput()).split('\n');
  const { file } = await restoreKeys(copy.join('\n'), passphrase);
  terminal.out(`${file}\n`);
}
