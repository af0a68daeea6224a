import { resetAdministratorHere } from '@myriad/server';
import { exitCodes } from '../exit-codes.ts';
import { languageFrom, type Words } from '../language.ts';
import { processTerminal } from '../terminal.ts';

const usage: Words = {
  en: `Usage: myriad reset-administrator [USER]

  Gives an administrator who forgot the password a new one, shown this once. Their sessions end and their API tokens are revoked.
  Without USER: the only administrator. A named user becomes an administrator and is let in again.
  Run it on the machine of the server, as its account and with its environment, while the server is stopped. Leaves an audit row.
`,
  zh: `用法：myriad reset-administrator [USER]

  为忘记密码的管理员生成新密码，仅显示这一次；其会话结束，API 令牌被吊销。
  不写 USER 时为唯一的管理员；指定的用户会成为管理员并重新启用。
  请在服务所在的机器上、以服务的系统账号和环境变量、在服务停止时执行。会留下审计记录。
`,
};

/** Works on the store itself; gives the exit code. */
export async function runResetAdministrator(argv: readonly string[]): Promise<number> {
  const zh = languageFrom(process.env) === 'zh';
  const terminal = processTerminal();
  const [name, ...more] = argv;
  if (more.length > 0 || name?.startsWith('-')) {
    terminal.err(usage[zh ? 'zh' : 'en']);
    return name === '--help' || name === '-h' ? exitCodes.ok.code : exitCodes.usage.code;
  }
  try {
    const reset = await resetAdministratorHere(name);
    terminal.err(
      zh ? `${reset.name} 的新密码（仅显示这一次）：\n` : `The new password of ${reset.name}, shown this once:\n`,
    );
    terminal.out(`${reset.password}\n`);
    return exitCodes.ok.code;
  } catch (error) {
    const names =
      error instanceof Error && 'names' in error && Array.isArray(error.names) ? error.names.join(', ') : '';
    const known = names === '' ? '' : zh ? `\n管理员：${names}` : `\nAdministrators: ${names}`;
    terminal.err(`${error instanceof Error ? error.message : error}${known}\n`);
    return exitCodes.failed.code;
  }
}
