import { parseArgs } from 'node:util';
import { exitCodes } from '../exit-codes.ts';
import { languageFrom, type Words } from '../language.ts';

const usage: Words = {
  en: `Usage: myriad demo [--keep] [--flavor mysql|mariadb] [--port N] [--no-open]
       myriad demo --clean
       myriad demo --story deploy [--flavor mysql|mariadb] [--json]

  Starts the platform on loopback with three small hosts, deploys a cluster of one primary and two
  replicas through a ticket over SSH, and prints where to look. Ctrl-C stops it and keeps its data.

  --keep     leave it running
  --clean    stop it and delete everything it made
  --story    run a story unattended in a scratch folder; --json prints one JSON object as the last line
`,
  zh: `用法：myriad demo [--keep] [--flavor mysql|mariadb] [--port N] [--no-open]
      myriad demo --clean
      myriad demo --story deploy [--flavor mysql|mariadb] [--json]

  在本机回环地址上启动平台和三台小主机，通过工单经 SSH 部署一主两从的集群，并告知访问地址。
  按 Ctrl-C 停止并保留数据。

  --keep     保持运行
  --clean    停止并删除演示所创建的一切
  --story    在临时目录中无人值守地运行一个场景；--json 在最后一行打印一个 JSON 对象
`,
};

const options = {
  keep: { type: 'boolean' },
  clean: { type: 'boolean' },
  json: { type: 'boolean' },
  story: { type: 'string' },
  flavor: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options, allowPositionals: false }).values;

/** `myriad demo …`; gives the exit code. */
export async function runDemo(argv: readonly string[]): Promise<number> {
  const language = languageFrom(process.env);
  const say = (words: Words): void => void process.stderr.write(`${words[language]}\n`);
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch {
    say(usage);
    return exitCodes.usage.code;
  }
  const flavor = values.flavor ?? 'mysql';
  if (values.help || (flavor !== 'mysql' && flavor !== 'mariadb')) {
    say(usage);
    return values.help ? exitCodes.ok.code : exitCodes.usage.code;
  }
  if (values.clean) return (await import('./clean-demo.ts')).cleanDemo(say);
  if (values.story === undefined) {
    const { keepDemo } = await import('./keep-demo.ts');
    return keepDemo({
      flavor,
      say,
      language,
      stays: values.keep === true,
      opens: values['no-open'] !== true,
      ...(values.port === undefined ? {} : { port: Number(values.port) }),
    });
  }
  const { stories } = await import('./stories.ts');
  const story = stories[values.story];
  if (!story) {
    say({
      en: `There is no story “${values.story}”. There is: ${Object.keys(stories).join(', ')}`,
      zh: `没有名为“${values.story}”的场景。现有：${Object.keys(stories).join('、')}`,
    });
    return exitCodes.usage.code;
  }
  const result = await story({ flavor, say });
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    for (const check of result.checks)
      say({ en: `${check.ok ? 'ok  ' : 'FAIL'} ${check.name}`, zh: `${check.ok ? '通过' : '失败'} ${check.name}` });
  return result.ok ? exitCodes.ok.code : exitCodes.failed.code;
}
