import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodes } from '../exit-codes.ts';
import { languageFrom, type Words } from '../language.ts';
import { findTests } from './find-tests.ts';
import { runWaveringFiles } from './run-again.ts';
import { runFiles } from './run-files.ts';
import { runTool } from './run-tool.ts';
import { judge, nothing, sum, type Tally } from './tally.ts';

const root = join(import.meta.dirname, '../../../..');

interface Part {
  readonly name: Words;
  readonly run: () => Promise<Tally>;
}

const usage = {
  en: `Usage: myriad test [--long] [--only-tests] [AREA …]

Runs type check, lint, web build, and every test; ends with one line: N passed, N failed, N skipped.

  AREA          Only test files whose path holds this word, e.g. tickets; no type check, lint and build then
  --long        Also the long ones (crash at every step, drills, big data)
  --only-tests  Neither type check nor lint nor web build
`,
  zh: `用法：myriad test [--long] [--only-tests] [AREA …]

运行类型检查、代码检查、前端构建与全部测试；最后一行为 N passed, N failed, N skipped。

  AREA          仅运行路径含该词的测试文件，例如 tickets；此时不做类型检查、代码检查与构建
  --long        包含耗时较长的测试（逐步骤崩溃、演练、大数据量）
  --only-tests  不做类型检查、代码检查与前端构建
`,
};

/** `myriad test`: everything CI runs. Exit 0 all well, 1 something failed, 2 wrong usage, 130 interrupted. */
export async function runTests(argv: readonly string[]): Promise<number> {
  const language = languageFrom(process.env);
  const options = readOptions(argv);
  if (!options || options.help) {
    process.stdout.write(usage[language]);
    return options ? exitCodes.ok.code : exitCodes.usage.code;
  }
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const ci = process.env.CI === 'true';
  if (options.long) process.env.MYRIAD_LONG = '1';

  const tallies: Tally[] = [];
  for (const part of partsOf(options, interrupt.signal)) {
    const began = performance.now();
    say(`\n▶ ${part.name[language]}\n`);
    const tally = await part.run();
    tallies.push(tally);
    if (interrupt.signal.aborted) return exitCodes.interrupted.code;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`${tally.failed === 0 ? '✓' : '✗'} ${part.name[language]} (${seconds} s)\n`);
  }
  const all = judge(sum(tallies), ci);
  for (const { name, reason } of all.skipped) say(`- ${name} (${reason})\n`);
  for (const fault of all.wavered) say(`~ ${fault} (right at the second try)\n`);
  for (const fault of all.faults) say(`✗ ${fault}\n`);
  say(`\n${all.passed} passed, ${all.failed} failed, ${all.skipped.length} skipped\n`);
  return all.failed === 0 && all.passed > 0 ? exitCodes.ok.code : exitCodes.failed.code;
}

interface Options {
  readonly long: boolean;
  readonly help: boolean;
  readonly checks: boolean;
  readonly areas: readonly string[];
}

function readOptions(argv: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { long: { type: 'boolean' }, 'only-tests': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const checks = positionals.length === 0 && !values['only-tests'];
    return { long: values.long ?? false, help: values.help ?? false, checks, areas: positionals };
  } catch {
    return undefined;
  }
}

const say = (text: string): void => void process.stdout.write(text);

function partsOf({ areas, checks }: Options, signal: AbortSignal): readonly Part[] {
  const tests = findTests(root, areas);
  const cores = availableParallelism();
  const labAtOnce = Math.max(2, Math.ceil(cores / 2));
  const tool = (name: string, script: string, args: readonly string[], cwd = root) =>
    runTool(name, join(root, 'node_modules', script), args, { cwd, signal });
  const web = join(root, 'apps/web');
  const colors = process.stdout.isTTY ? [] : ['--colors=off'];
  const hasWeb = existsSync(join(web, 'index.html'));
  return [
    { name: { en: 'Set-up', zh: '环境准备' }, run: () => prepare(tests.stories.length > 0) },
    ...(checks
      ? [
          {
            name: { en: 'Types', zh: '类型检查' },
            run: async () =>
              sum([
                await tool('type check', 'typescript/bin/tsc', ['-p', '.']),
                await tool('type check of the console', 'typescript/bin/tsc', ['-p', 'apps/web']),
              ]),
          },
          {
            name: { en: 'Lint and format', zh: '代码检查与格式' },
            run: () =>
              tool('lint', '@biomejs/biome/bin/biome', [
                'ci',
                '--error-on-warnings',
                '--max-diagnostics=50',
                ...colors,
                '.',
              ]),
          },
        ]
      : []),
    ...(hasWeb && (checks || tests.stories.length > 0)
      ? [
          {
            name: { en: 'Build of the console', zh: '前端构建' },
            run: () => tool('console build', 'vite/bin/vite.js', ['build'], web),
          },
        ]
      : []),
    {
      name: { en: 'Tests', zh: '测试' },
      run: () => runQuick(tests.quick, Math.max(2, cores), signal),
    },
    {
      name: { en: 'Lab: real servers, real SSH', zh: '实验环境：真实数据库与 SSH' },
      run: () => runWaveringFiles(root, tests.lab, labAtOnce, signal),
    },
    { name: { en: 'Browser stories', zh: '浏览器用例' }, run: () => runWaveringFiles(root, tests.stories, 1, signal) },
  ];
}

async function runQuick(files: readonly string[], concurrency: number, signal: AbortSignal): Promise<Tally> {
  // A few files are sooner done with servers of their own, or none.
  await using _servers = files.length > 20 ? await (await import('@myriad/lab')).shareStoreServers() : undefined;
  return sum([...(await runFiles(root, files, concurrency, signal)).values()]);
}

/** Fetches what tests need, once, before they run side by side. What cannot be had is named here; its tests skip by name. */
async function prepare(stories: boolean): Promise<Tally> {
  const { preparations } = await import('../setup/preparations.ts');
  const { sayOnStderr } = await import('../setup/say-on-stderr.ts');
  const language = languageFrom(process.env);
  for (const [name, get] of Object.entries(preparations)) {
    if (name === 'chromium' && !stories) continue;
    const got = await get(sayOnStderr());
    say(`  ${name}: ${'missing' in got ? got.words[language] : got.ready}\n`);
  }
  return nothing;
}
