import { adviceJson, adviceText } from '@myriad/sql-review';
import { exitCodes } from '../exit-codes.ts';
import { type Language, languageFrom, languageOf } from '../language.ts';
import { defaultDialect, dialectNamed } from '../review/dialect-named.ts';
import { InputFault } from '../review/input-fault.ts';
import { openServer } from '../review/open-server.ts';
import { adviceFormat, schemaOf } from '../review/run-review.ts';
import { adviseOn } from '../review/write-advice.ts';
import { indexUsage } from './index-usage.ts';
import { proveAdvice } from './prove-advice.ts';
import { type IndexArguments, readIndexArguments } from './read-index-arguments.ts';
import { readStatements } from './read-statements.ts';

/** `myriad index advise FILE…`: gives the exit code. */
export async function runIndex(argv: readonly string[]): Promise<number> {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  const language = word === undefined ? languageFrom(process.env) : languageOf(word);
  if (argv.length === 0 || argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(indexUsage[language]);
    return argv.length === 0 ? exitCodes.usage.code : exitCodes.ok.code;
  }
  try {
    await advise(readIndexArguments(argv), language);
    return exitCodes.ok.code;
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault;
    process.stderr.write(`${fault.words[language]}\n`);
    return exitCodes[fault.exit].code;
  }
}

async function advise(given: IndexArguments, language: Language): Promise<void> {
  const format = adviceFormat(given.format);
  await using server = await openServer(given);
  const dialect =
    given.dialect === undefined && server ? server.dialect : dialectNamed(given.dialect ?? defaultDialect);
  const told = given.schema === undefined ? {} : { schema: await schemaOf(given.schema, dialect) };
  const factsOf = async (text: string) => ({ ...(server ? await server.factsOf(text, dialect) : {}), ...told });
  const { sources, executions } = await readStatements(given.inputs, dialect);
  const advised = await adviseOn(sources, { dialect, factsOf, server }, executions);
  const target =
    given.proveOn === undefined ? undefined : { dsn: given.proveOn, passwordFile: given.provePasswordFile };
  const advice = target ? await proveAdvice(advised, dialect, target) : advised;
  process.stdout.write(format === 'json' ? adviceJson(advice, language) : adviceText(advice, language));
}
