import { exitCodes } from './exit-codes.ts';
import { nounHelp, topHelp } from './help.ts';
import { languageFrom, languageOf } from './language.ts';
import { nouns, singles } from './nouns.ts';
import { programs } from './programs.ts';
import { processTerminal } from './terminal.ts';

const langFlag = (argv: readonly string[]): string | undefined => {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
};

/** `audit` is the log of who did what; with files behind it, it is the other name of `review`. */
const isReview = ([first, next]: readonly string[]): boolean =>
  first === 'audit' &&
  next !== undefined &&
  !Object.hasOwn(nouns.audit?.verbs ?? {}, next) &&
  !['--help', '-h', '--lang'].includes(next);

async function main(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  const program = first === undefined ? undefined : programs[isReview(argv) ? 'review' : first];
  if (program && (rest.length === 0 || !program.usage)) return program.run(rest);

  const terminal = processTerminal();
  const lang = langFlag(argv);
  const language = lang === undefined ? languageFrom(process.env) : languageOf(lang);
  if (program?.usage) {
    const isHelp = rest[0] === '--help' || rest[0] === '-h';
    terminal[isHelp ? 'out' : 'err'](program.usage[language]);
    return isHelp ? exitCodes.ok.code : exitCodes.usage.code;
  }
  if (first === undefined || first.startsWith('-')) {
    terminal.out(topHelp(language));
    return first === undefined ? exitCodes.usage.code : exitCodes.ok.code;
  }
  const single = singles[first];
  const noun = nouns[first];
  const [verb, ...words] = rest;
  const load = single ?? (verb === undefined ? undefined : noun?.verbs[verb]);
  if (!load) {
    const wanted = noun && (verb === undefined || verb.startsWith('-'));
    const help = noun ? await nounHelp(noun, language) : topHelp(language);
    if (wanted) {
      terminal.out(help);
      return verb === undefined ? exitCodes.usage.code : exitCodes.ok.code;
    }
    const unknown = noun ? `${first} ${verb}` : first;
    terminal.err(
      language === 'zh' ? `没有命令“${unknown}”。\n\n${help}` : `There is no command “${unknown}”.\n\n${help}`,
    );
    return exitCodes.usage.code;
  }
  const [{ command }, { runCommand }] = await Promise.all([load(), import('./run-command.ts')]);
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const surroundings = { terminal, env: process.env, language, signal: interrupt.signal };
  return runCommand(single ? first : `${first} ${verb}`, command, single ? rest : words, surroundings);
}

process.exitCode = await main(process.argv.slice(2));
