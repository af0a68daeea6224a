import {
  addFile,
  addToTally,
  emptyTally,
  isPassed,
  isReportFormat,
  makePlaces,
  type Report,
  type ReportOptions,
  type ReviewOptions,
  readSchema,
  reportFormatNames,
  reportFormats,
  streamReviews,
  summaryOf,
  type Tally,
  verdictOf,
} from '@myriad/sql-review';
import packageFile from '../../package.json' with { type: 'json' };
import { exitCodes } from '../exit-codes.ts';
import { type Language, languageFrom, languageOf } from '../language.ts';
import { chooseRules } from './choose-rules.ts';
import { defaultDialect, dialectNamed } from './dialect-named.ts';
import { InputFault } from './input-fault.ts';
import { listInputs } from './list-inputs.ts';
import { piecewise } from './piecewise.ts';
import { type ReviewArguments, readArguments } from './read-arguments.ts';
import { readScript } from './read-script.ts';
import { reviewUsage } from './review-usage.ts';

/** `myriad review FILE…`: judges SQL on this machine; asks no server. Gives the exit code. */
export async function runReview(argv: readonly string[]): Promise<number> {
  const language = chosenLanguage(argv);
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(reviewUsage[language]);
    return exitCodes.ok.code;
  }
  // Whoever reads may have seen enough (`| head`).
  process.stdout.on('error', () => process.exit(exitCodes.ok.code));
  try {
    return await review(readArguments(argv), language);
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault;
    process.stderr.write(`${fault.words[language]}\n`);
    return exitCodes.usage.code;
  }
}

function chosenLanguage(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return word === undefined ? languageFrom(process.env) : languageOf(word);
}

async function review(given: ReviewArguments, language: Language): Promise<number> {
  const { format, minScore } = given;
  if (!isReportFormat(format))
    throw new InputFault({
      en: `There is no format ${format}. Give one of: ${reportFormatNames.join(', ')}.`,
      zh: `没有格式 ${format}。请使用以下之一：${reportFormatNames.join('、')}。`,
    });
  const dialect = dialectNamed(given.dialect ?? defaultDialect);
  const rules = chooseRules(given.only, given.off);
  const files = await listInputs(given.inputs);
  const facts = given.schema === undefined ? {} : { schema: await schemaOf(given.schema, dialect) };
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? 'ansi' : 'none';
  const options: ReportOptions = { language, dialect, version: packageFile.version, colour, minScore };
  const report = reportFormats[format](options);
  const tally = await reviewFiles(files, { dialect, facts, ...rules }, report, minScore);
  // What was suppressed and what was not reviewed is told in every format, also in those that have no place for it.
  if (format !== 'text') process.stderr.write(summaryOf(tally, options));
  return isPassed(tally) ? exitCodes.ok.code : exitCodes.failed.code;
}

async function schemaOf(file: string, dialect: ReviewOptions['dialect']) {
  const schema = readSchema(await readScript(file), dialect);
  if (schema.isEmpty())
    throw new InputFault({
      en: `There is no CREATE TABLE or CREATE VIEW in ${file}. Make one with: mysqldump --no-data SCHEMA`,
      zh: `${file} 中没有 CREATE TABLE 或 CREATE VIEW 语句。可这样生成：mysqldump --no-data SCHEMA`,
    });
  return schema;
}

/** A file that cannot be read ends the run; the report of those before it is still whole. */
async function reviewFiles(
  files: readonly string[],
  options: ReviewOptions,
  report: Report,
  minScore: number | undefined,
): Promise<Tally> {
  const { write, flush } = piecewise(process.stdout);
  let tally = emptyTally;
  try {
    for (const name of files) {
      const text = await readScript(name);
      if (tally.files === 0) await write(report.begin());
      tally = addFile(tally);
      const file = { name, placeOf: makePlaces(text) };
      for (const one of streamReviews(text, options)) {
        const verdict = verdictOf(one, minScore);
        tally = addToTally(tally, one, verdict);
        await write(report.add(file, one, verdict));
      }
      await write(report.endFile(file));
    }
  } finally {
    if (tally.files > 0) await write(report.end(tally));
    await flush();
  }
  return tally;
}
