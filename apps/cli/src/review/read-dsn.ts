import { readFile } from 'node:fs/promises';
import { processTerminal } from '../terminal.ts';
import { InputFault } from './input-fault.ts';

export interface Dsn {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string | undefined;
}

/** `mysql://user@host:port/schema`. A password in it would stand in the list of processes, so it is refused. @throws InputFault */
export function readDsn(text: string): Dsn {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.password)
    throw new InputFault({
      en: 'A password in --dsn can be read by everybody on this machine. Leave it out: MYRIAD_DSN_PASSWORD, --dsn-password-file, or type it when asked. Change it where others may have seen it.',
      zh: '--dsn 中的密码可被本机所有用户看到。请去掉密码，改用 MYRIAD_DSN_PASSWORD、--dsn-password-file 或按提示输入；若可能已被他人看到，请更换该密码。',
    });
  const isWhole = url?.protocol === 'mysql:' && url.hostname !== '' && url.username !== '' && url.search === '';
  const [database = '', ...more] = (url?.pathname ?? '').slice(1).split('/');
  if (!url || !isWhole || more.length > 0)
    throw new InputFault({
      en: '--dsn must be like mysql://user@host:3306/schema.',
      zh: '--dsn 应类似 mysql://user@host:3306/schema。',
    });
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    database: database === '' ? undefined : decodeURIComponent(database),
  };
}

/** From the environment, a file, or the person. @throws InputFault */
export async function readDsnPassword(file: string | undefined): Promise<string> {
  if (file !== undefined) {
    try {
      return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new InputFault({ en: `${file} cannot be read (${code}).`, zh: `无法读取 ${file}（${code}）。` });
    }
  }
  const { MYRIAD_DSN_PASSWORD: told } = process.env;
  if (told !== undefined) return told;
  const terminal = processTerminal();
  if (terminal.canAsk) return terminal.ask('Password / 密码: ', 'hidden');
  throw new InputFault({
    en: 'There is no password for --dsn: set MYRIAD_DSN_PASSWORD (empty for none) or give --dsn-password-file FILE.',
    zh: '缺少 --dsn 的密码：请设置 MYRIAD_DSN_PASSWORD（无密码则设为空），或使用 --dsn-password-file 文件。',
  });
}
