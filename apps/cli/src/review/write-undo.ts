import type { Dialect } from '@myriad/sql';
import { type MappedStatement, makePlaces, scriptOf, type UndoneStatement, undoScript } from '@myriad/sql-review';
import type { Language, Words } from '../language.ts';
import { isXml, listMappedWith, makeFragments } from './mapper-fragments.ts';
import type { AskedServer } from './open-server.ts';
import { readScript } from './read-script.ts';

interface Asked {
  readonly dialect: Dialect;
  readonly server: AskedServer | undefined;
  /** CREATE statements of the tables that are there before the script. */
  readonly definitions: string | undefined;
  readonly format: 'text' | 'json';
  readonly language: Language;
}

/** Writes what would undo each statement of these files; nothing is run. Whether all of it comes back. @throws InputFault */
export async function writeUndo(names: readonly string[], asked: Asked): Promise<boolean> {
  const { dialect, server, definitions, format, language } = asked;
  const count = { undone: 0, lossy: 0, impossible: 0 };
  const fragmentsFor = makeFragments(names);
  for (const name of names) {
    const read = await readScript(name);
    const mapped = isXml(name) ? await listMappedWith(name, read, fragmentsFor) : undefined;
    if (isXml(name) && !mapped) continue;
    const lineOf = mapped ? elementLines(read, mapped) : ({ line }: UndoneStatement) => line;
    const text = mapped ? scriptOf(mapped) : read;
    const known = server ? await server.undoFactsOf(text, dialect) : { sight: 'given' as const };
    for (const undone of undoScript(text, { dialect, definitions, ...known })) {
      if (undone.kind === 'nothing') continue;
      const one = { ...undone, line: lineOf(undone) };
      count[one.impossible ? 'impossible' : one.lost.length + one.remains.length > 0 ? 'lossy' : 'undone'] += 1;
      process.stdout.write(format === 'json' ? jsonOf(name, one, language) : textOf(name, one, language));
    }
  }
  if (format === 'text') process.stdout.write(sumOf(count)[language]);
  return count.impossible + count.lossy === 0;
}

/** Of a mapper: the line of the element that gives a statement of its script. */
function elementLines(text: string, mapped: readonly MappedStatement[]): (one: UndoneStatement) => number {
  const placeOf = makePlaces(text);
  let until = 0;
  const elements = mapped.map((element) => {
    until += scriptOf([element]).length;
    return { until, line: placeOf(element.start).line };
  });
  return ({ start }) => elements.find((element) => start < element.until)?.line ?? 1;
}

function jsonOf(file: string, one: UndoneStatement, language: Language): string {
  const { kind, line, sql, impossible, parts, statements, lost, remains, notes } = one;
  const say = (words: readonly Words[]) => words.map((each) => each[language]);
  const said = { lost: say(lost), remains: say(remains), notes: say(notes) };
  return `${JSON.stringify({ file, line, sql, kind, impossible: impossible?.[language] ?? null, parts, statements, ...said })}\n`;
}

const heads = {
  keep: { en: 'keep', zh: '备份' },
  takeAway: { en: 'take away', zh: '删除新行' },
  putBack: { en: 'put back', zh: '恢复' },
  undo: { en: 'undo', zh: '撤销' },
  lost: { en: 'lost', zh: '丢失' },
  remains: { en: 'remains', zh: '残留' },
  note: { en: 'note', zh: '注意' },
  impossible: { en: 'impossible', zh: '无法撤销' },
} as const satisfies Record<string, Words>;

const eachRow: Words = { en: '  -- once for each row kept', zh: '  -- 每个备份行执行一次' };

function textOf(name: string, one: UndoneStatement, language: Language): string {
  const line = (head: keyof typeof heads, words: string) => `  ${heads[head][language]}  ${words}\n`;
  const all = (head: keyof typeof heads, words: readonly Words[]) => words.map((each) => line(head, each[language]));
  const sql = one.sql.replace(/\s+/g, ' ');
  const lines = [
    ...(one.impossible ? [line('impossible', one.impossible[language])] : []),
    ...one.parts.flatMap(({ capture }) => (capture === '' ? [] : [line('keep', `${capture};`)])),
    ...one.parts.toReversed().flatMap(({ takeAway }) => takeAway.map((each) => line('takeAway', `${each};`))),
    ...one.parts.flatMap(({ putBack }) => putBack.map((each) => line('putBack', `${each};${eachRow[language]}`))),
    ...one.statements.map((each) => line('undo', `${each};`)),
    ...all('lost', one.lost),
    ...all('remains', one.remains),
    ...all('note', one.notes),
  ];
  const shown = sql.length > 100 ? `${sql.slice(0, 99)}…` : sql;
  const place = `${name}:${one.line}  ${shown}\n`;
  return `${place}${lines.length === 0 ? line('undo', language === 'zh' ? '无需操作' : 'nothing to do') : lines.join('')}\n`;
}

const sumOf = ({ undone, lossy, impossible }: { undone: number; lossy: number; impossible: number }): Words => ({
  en: `${undone} can be undone, ${lossy} with loss, ${impossible} cannot. Each SELECT runs before its statement, in the same transaction; undo in the opposite order.\n`,
  zh: `可撤销 ${undone} 条，撤销但有损失 ${lossy} 条，无法撤销 ${impossible} 条。各 SELECT 须在同一事务中先于对应语句执行；撤销时按相反顺序进行。\n`,
});
