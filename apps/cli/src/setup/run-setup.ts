import { languageFrom } from '../language.ts';
import { preparations } from './preparations.ts';
import { sayOnStderr } from './say-on-stderr.ts';

/**
 * `myriad setup [mysql|mariadb|sshd|chromium …]`: finds or fetches what demo and tests need; without names, all of it.
 * Progress goes to stderr, one line per thing to stdout. Returns the exit code: 0 all there, 1 something is missing,
 * 2 an unknown name.
 */
export async function runSetup(argv: readonly string[]): Promise<number> {
  const say = sayOnStderr();
  const known = Object.keys(preparations);
  if (argv.includes('--help')) {
    const names = known.join('|');
    const words = {
      en: `Usage: myriad setup [${names} …]     find or fetch what demo and tests need; without names, all of it\n`,
      zh: `用法：myriad setup [${names} …]     查找或下载演示与测试所需的环境；不指定名称则准备全部\n`,
    };
    process.stdout.write(words[languageFrom(process.env)]);
    return 0;
  }
  const unknown = argv.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    say({
      en: `Nothing to set up is named ${unknown.join(', ')}; there is ${known.join(', ')}.`,
      zh: `没有名为 ${unknown.join('、')} 的准备项；可用的有 ${known.join('、')}。`,
    });
    return 2;
  }
  let missing = 0;
  for (const [name, prepare] of Object.entries(preparations)) {
    if (argv.length > 0 && !argv.includes(name)) continue;
    const result = await prepare(say);
    if ('missing' in result) missing++;
    process.stdout.write(`${name}: ${'missing' in result ? result.words[languageFrom(process.env)] : result.ready}\n`);
  }
  return missing === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await runSetup(process.argv.slice(2));
