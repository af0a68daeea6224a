import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  type Dialect,
  dialectNames,
  dialects,
  digestText,
  parseStatement,
  printNode,
  resolveNames,
  splitScript,
} from '@myriad/sql';
import { makeReviewer } from '@myriad/sql-review';
import { seededRandom } from './sample.ts';
import { spoil } from './spoil.ts';

/** What the worker of the fuzz is given; it counts its inputs in `done[0]`, so that its owner sees a hang. */
export interface FuzzWork {
  readonly statements: readonly string[];
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  readonly done: Int32Array;
}

/** One input that broke something, by its number: the seed and the number make it again. */
export interface FuzzFault {
  readonly at: number;
  readonly dialect: string;
  readonly kind: 'crash' | 'hang' | 'slow' | 'offsets' | 'split';
  readonly words: string;
  readonly sql: string;
}

/** What an input may take: a floor, and so much a character. Over it in six runs, it is slow. */
const floorMilliseconds = 25;
const millisecondsPerCharacter = 0.02;

export function inputAt({ statements, seed }: Pick<FuzzWork, 'statements' | 'seed'>, at: number) {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b));
  const name = dialectNames[Math.floor(random() * dialectNames.length)] ?? 'mysql-9';
  return { name, sql: spoil({ statements, dialect: dialects[name], random }) };
}

function work(given: FuzzWork): void {
  const reviewers = new Map(dialectNames.map((name) => [name, makeReviewer({ dialect: dialects[name] })]));
  for (let at = given.from; at < given.from + given.count; at += 1) {
    const { name, sql } = inputAt(given, at);
    const tell = (kind: FuzzFault['kind'], words: string) =>
      parentPort?.postMessage({ at, dialect: name, kind, words, sql } satisfies FuzzFault);
    try {
      const run = () => {
        const wrong = readAll(sql, dialects[name]);
        for (const result of reviewers.get(name)?.(sql) ?? [])
          for (const { rule, message } of result.failed) tell('crash', `rule ${rule}: ${message}`);
        return wrong;
      };
      const started = ownMilliseconds();
      const wrong = run();
      if (wrong) tell(wrong.kind, wrong.words);
      const limit = floorMilliseconds + sql.length * millisecondsPerCharacter;
      if (ownMilliseconds() - started > limit) {
        const took = Math.min(...[0, 1, 2, 3, 4].map(() => timed(run)));
        if (took > limit) tell('slow', `${Math.round(took)} ms for ${sql.length} characters`);
      }
    } catch (error) {
      tell('crash', error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error));
    }
    Atomics.store(given.done, 0, at - given.from + 1);
  }
}

function timed(run: () => unknown): number {
  const started = ownMilliseconds();
  run();
  return ownMilliseconds() - started;
}

/** Processor time of this thread: what others do on the machine is not its doing. */
function ownMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Reads, cuts, prints and resolves one text. Undefined when all that was found lies where it says it lies. */
function readAll(sql: string, dialect: Dialect): Pick<FuzzFault, 'kind' | 'words'> | undefined {
  const { statement, tokens } = parseStatement(sql, dialect);
  digestText(sql, dialect);
  if (statement.kind !== 'unknown') {
    resolveNames(statement);
    printNode(statement, dialect);
  }
  let last = 0;
  for (let at = 0; at < tokens.starts.length && at < tokens.count; at += 1) {
    const [start, end] = [tokens.starts[at] ?? 0, tokens.ends[at] ?? 0];
    if (start < last || end < start || end > sql.length)
      return { kind: 'offsets', words: `token ${at}: ${start}–${end}` };
    last = end;
  }
  last = 0;
  for (const part of splitScript(sql, dialect)) {
    if (part.start < last || part.end < part.start || part.end > sql.length)
      return { kind: 'split', words: `part ${part.start}–${part.end} after ${last}` };
    last = part.end;
  }
  return undefined;
}

if (!isMainThread) work(workerData as FuzzWork);
