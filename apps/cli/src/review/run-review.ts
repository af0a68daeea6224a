import {
  isPassed,
  isReportFormat,
  type ReportOptions,
  type ReviewOptions,
  readSchema,
  reportFormatNames,
  reportFormats,
  type StandingSuppression,
  summaryOf,
} from '@myriad/sql-review';
import packageFile from '../../package.json' with { type: 'json' };
import { exitCodes } from '../exit-codes.ts';
import { type Language, languageFrom, languageOf, type Words } from '../language.ts';
import { writeBaseline } from './baseline-file.ts';
import { defaultDialect, dialectNamed } from './dialect-named.ts';
import { InputFault } from './input-fault.ts';
import { listInputs } from './list-inputs.ts';
import { openServer } from './open-server.ts';
import { type ReviewArguments, readArguments } from './read-arguments.ts';
import { readScript } from './read-script.ts';
import { collectFindings, planFiles, reviewFiles } from './review-files.ts';
import { reviewUsage } from './review-usage.ts';
import { writeAdvice } from './write-advice.ts';
import { writeUndo } from './write-undo.ts';

/** `myriad review FILE…`: judges SQL on this machine; asks no server. Gives the exit code. */
export async function runReview(argv: readonly string[]): Promise<number> {
  const language = chosenLanguage(argv);
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(reviewUsage[language]);
    return exitCodes.ok.code;
  }
  process.stdout.on('error', (error) => leaveUnwritten(error, language));
  try {
    return await review(readArguments(argv), language);
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault;
    process.stderr.write(`${fault.words[language]}\n`);
    return exitCodes[fault.exit].code;
  }
}

/**
 * What nobody could read never passed. Whoever reads may have seen enough (`| head`): that is worth no word.
 */
function leaveUnwritten(error: Error, language: Language): never {
  const code = 'code' in error ? String(error.code) : error.message;
  const words: Words = {
    en: `The report could not be written (${code}). Check where it goes and whether there is room, then run this again.\n`,
    zh: `无法写出审核报告（${code}）。请检查输出位置与剩余空间，然后重新运行。\n`,
  };
  if (code !== 'EPIPE') process.stderr.write(words[language]);
  process.exit(exitCodes.failed.code);
}

function chosenLanguage(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return word === undefined ? languageFrom(process.env) : languageOf(word);
}

async function review(given: ReviewArguments, language: Language): Promise<number> {
  const { format } = given;
  if (!isReportFormat(format))
    throw new InputFault({
      en: `There is no format ${format}. Give one of: ${reportFormatNames.join(', ')}.`,
      zh: `没有格式 ${format}。请使用以下之一：${reportFormatNames.join('、')}。`,
    });
  await using server = await openServer(given);
  const dialect =
    given.dialect === undefined && server ? server.dialect : dialectNamed(given.dialect ?? defaultDialect);
  if (given.undo) {
    const definitions = given.schema === undefined ? undefined : await readScript(given.schema);
    const asked = { dialect, server, definitions, format: shownFormat(format, undoFormats), language };
    const isWhole = await writeUndo(await listInputs(given.inputs), asked);
    return isWhole ? exitCodes.ok.code : exitCodes.failed.code;
  }
  const today = new Date().toISOString().slice(0, 10);
  const plan = await planFiles(await listInputs(given.inputs), given, today);
  const told = given.schema === undefined ? {} : { schema: await schemaOf(given.schema, dialect) };
  const factsOf = async (text: string) => ({ ...(server ? await server.factsOf(text, dialect) : {}), ...told });
  const known = { dialect, factsOf, told: server ? undefined : told };
  process.stderr.write(expiredWords(plan.expired, language));
  if (given.writeBaseline) {
    const { text, findings } = await collectFindings(plan.files, known);
    await writeBaseline(plan.baselinePath, text);
    process.stdout.write(writtenWords(findings, plan.baselinePath)[language]);
    return exitCodes.ok.code;
  }
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? 'ansi' : 'none';
  const options: ReportOptions = {
    language,
    dialect,
    version: packageFile.version,
    colour,
    gate: plan.gate,
    ownRules: plan.ownRules,
  };
  const advice = given.advise ? adviceFormat(format) : undefined;
  const tally = await reviewFiles(plan.files, known, reportFormats[format](options));
  const names = plan.files.map(({ name }) => name);
  if (advice) await writeAdvice(names, { dialect, factsOf, server }, { format: advice, language });
  // What was suppressed and what was not reviewed is told in every format, also in those that have no place for it.
  if (format !== 'text') process.stderr.write(summaryOf(tally, options));
  return isPassed(tally) ? exitCodes.ok.code : exitCodes.failed.code;
}

export const adviceFormat = (format: string): 'text' | 'json' =>
  shownFormat(format, {
    en: 'Advice is written as --format text or json only.',
    zh: '索引建议仅支持 --format text 或 json。',
  });

const undoFormats: Words = {
  en: 'What undoes a statement is written as --format text or json only.',
  zh: '撤销预览仅支持 --format text 或 json。',
};

function shownFormat(format: string, otherwise: Words): 'text' | 'json' {
  if (format === 'text' || format === 'json') return format;
  throw new InputFault(otherwise);
}

const writtenWords = (findings: number, path: string): Words => ({
  en: `${findings} finding${findings === 1 ? '' : 's'} written to ${path}.\n`,
  zh: `已将 ${findings} 个问题写入 ${path}。\n`,
});

const expiredWords = (expired: readonly StandingSuppression[], language: Language): string =>
  expired
    .map(({ rule, path, fingerprint, owner, expires }) => {
      const what = path ?? fingerprint ?? '';
      return language === 'zh'
        ? `忽略项已于 ${expires} 到期，不再生效：${rule}（${what}，负责人 ${owner}）。\n`
        : `A suppression expired on ${expires} and no longer holds: ${rule} (${what}, owner ${owner}).\n`;
    })
    .join('');

export async function schemaOf(file: string, dialect: ReviewOptions['dialect']) {
  const schema = readSchema(await readScript(file), dialect);
  if (schema.isEmpty())
    throw new InputFault({
      en: `There is no CREATE TABLE or CREATE VIEW in ${file}. Make one with: mysqldump --no-data SCHEMA`,
      zh: `${file} 中没有 CREATE TABLE 或 CREATE VIEW 语句。可这样生成：mysqldump --no-data SCHEMA`,
    });
  return schema;
}
