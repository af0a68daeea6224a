import { ddlLine, ddlObject } from '../report/ddl-report.ts';
import type { Words } from '../words.ts';
import type { AdviceSet, IndexAdvice, StatementPlace } from './index-advice.ts';

type Language = keyof Words;

const placeText = ({ source, line }: Pick<StatementPlace, 'source' | 'line'>): string =>
  source === '' ? String(line) : `${source}:${line}`;

/** Advice for people: the DDL, what it is for and what it costs. */
export function adviceText({ advice, remarks, statements, unknownTables }: AdviceSet, language: Language): string {
  const zh = language === 'zh';
  const head = zh
    ? `索引建议：${advice.length} 条（共分析 ${statements} 种语句）\n`
    : `Index advice: ${advice.length} (${statements} different statements were looked at)\n`;
  const unknown =
    unknownTables.length === 0
      ? ''
      : zh
        ? `  以下表的结构未知，无法给出建议：${unknownTables.join('、')}。请用 --schema 或 --dsn 提供表结构。\n`
        : `  Nothing can be advised for tables whose definition is not known: ${unknownTables.join(', ')}. Give --schema or --dsn.\n`;
  const noted = remarks.map((remark) => `  ${placeText(remark)}  ${remark.words[language]}\n`);
  const notes =
    noted.length === 0 ? '' : `${zh ? '用不上索引的条件：' : 'Conditions no index can help:'}\n${noted.join('')}`;
  return `${head}${advice.map((one, at) => adviceLines(one, at + 1, language)).join('')}${unknown}${notes}`;
}

function adviceLines(one: IndexAdvice, number: number, language: Language): string {
  const zh = language === 'zh';
  const { rowsBefore, rowsAfter, serves, writeCost, cautions, prediction, sizeBytes } = one;
  const places = serves.map(
    ({ executions, rowsBefore: before, rowsAfter: after, ...place }) =>
      `${placeText(place)} (${before} → ${after}${executions === 1 ? '' : ` ×${executions}`})`,
  );
  const predicted = prediction ? ddlLine(prediction, language) : '';
  const lines = [
    `${one.ddl};`,
    one.reason[language],
    zh
      ? `估算读取行数 ${rowsBefore} → ${rowsAfter}；服务于第 ${places.join('、')} 行`
      : `estimated rows read ${rowsBefore} → ${rowsAfter}; serves line ${places.join(', ')}`,
    writeCost[language],
    ...(sizeBytes === undefined ? [] : [zh ? `占用约 ${megabytes(sizeBytes)} MB` : `about ${megabytes(sizeBytes)} MB`]),
    ...(predicted === '' ? [] : [`${zh ? '预测' : 'cost'}  ${predicted}`]),
    ...cautions.map((words) => words[language]),
    confidenceWords[one.confidence][language],
    ...proofLines(one, language),
  ];
  return lines.map((line, at) => `${at === 0 ? `  ${number}. ` : '     '}${line}\n`).join('');
}

function proofLines({ proof }: IndexAdvice, language: Language): readonly string[] {
  if (proof === undefined) return [];
  const zh = language === 'zh';
  if (proof.notMade !== undefined)
    return [zh ? `无法建立：${proof.notMade}` : `It could not be made: ${proof.notMade}`];
  return proof.runs.map((run) => {
    const where = placeText(run);
    if (run.problem) return `${where}: ${run.problem[language]}`;
    const rows = `${run.rowsBefore} → ${run.rowsAfter}`;
    const time = `${run.millisecondsBefore} → ${run.millisecondsAfter} ms`;
    const used = run.isUsed
      ? zh
        ? '优化器已选用'
        : 'chosen by the optimizer'
      : zh
        ? '优化器未选用'
        : 'not chosen by the optimizer';
    return zh ? `${where}：实际读取行数 ${rows}，${time}，${used}` : `${where}: rows read ${rows}, ${time}, ${used}`;
  });
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(bytes < 10_485_760 ? 1 : 0);

export const confidenceWords = {
  schema: {
    en: 'Rests on the definition alone: numbers are guesses. --dsn asks the server for rows and values.',
    zh: '仅依据表结构，行数为推测；可用 --dsn 获取服务器的行数与取值统计。',
  },
  proven: {
    en: 'Proven: made on the scratch server, run, and dropped again.',
    zh: '已验证：在试验服务器上建立索引、执行语句后删除。',
  },
  statistics: { en: 'Rests on numbers of the server.', zh: '依据服务器的统计信息。' },
} as const satisfies Record<IndexAdvice['confidence'], Words>;

/** An object per line: `{"advice":{…}}` each, then `{"remark":{…}}` each. */
export function adviceJson({ advice, remarks, unknownTables }: AdviceSet, language: Language): string {
  const rows = [
    ...advice.map((one) => ({
      advice: {
        ...one,
        schema: one.schema ?? null,
        reason: one.reason[language],
        writeCost: one.writeCost[language],
        cautions: one.cautions.map((words) => words[language]),
        sizeBytes: one.sizeBytes ?? null,
        proof: one.proof ?? null,
        prediction: one.prediction ? ddlObject([one.prediction], language) : null,
      },
    })),
    ...remarks.map(({ words, ...remark }) => ({ remark: { ...remark, message: words[language] } })),
    ...unknownTables.map((table) => ({ unknownTable: table })),
  ];
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
