import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { nothing, sum, type Tally } from './tally.ts';

/** What came of each file, by its absolute path; under '' what the runner named no file for. */
export type FileTallies = ReadonlyMap<string, Tally>;

/** One hung file must not hang the whole run; a long one kills a server some hundred times. */
const limitMilliseconds = () => (process.env.MYRIAD_LONG ? 90 : 20) * 60_000;

/** Runs test files with node's own runner, each in a process of its own, and counts what came of each. */
export async function runFiles(
  root: string,
  files: readonly string[],
  concurrency: number,
  signal: AbortSignal,
): Promise<FileTallies> {
  const tallies = new Map<string, Tally>();
  if (files.length === 0) return tallies;
  const add = (file: string | undefined, one: Partial<Tally>) =>
    tallies.set(file ?? '', sum([tallies.get(file ?? '') ?? nothing, { ...nothing, ...one }]));
  const stream = run({ files: [...files], concurrency, timeout: limitMilliseconds(), signal, cwd: root });
  const isSuite = (data: { details: { type?: string | undefined } }) => data.details.type === 'suite';
  const isFile = (data: { name: string; nesting: number }) => data.nesting === 0 && data.name.endsWith('.test.ts');
  stream.on('test:pass', (data) => {
    // A suite is its tests; one that is skipped as a whole has not shown them, and counts for itself.
    if (isFile(data) || (isSuite(data) && data.skip === undefined)) return;
    const reason = typeof data.skip === 'string' ? data.skip : 'no reason given';
    add(data.file, data.skip === undefined ? { passed: 1 } : { skipped: [{ name: data.name, reason }] });
  });
  stream.on('test:fail', (data) => {
    // A suite fails because of its tests, which are counted; a file of its own accord (it crashed) is one more fault.
    const { error } = data.details;
    const { cause } = error;
    // `failureType` is documented (node:test, ERR_TEST_FAILURE) but missing in the types.
    if ((isSuite(data) || isFile(data)) && 'failureType' in error && error.failureType === 'subtestsFailed') return;
    const file = data.file ? `${relative(root, data.file)}: ` : '';
    const because = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : '';
    const fault = `${file}${data.name}${because ? `: ${because.split('\n')[0]}` : ''}`;
    add(data.file, { failed: 1, faults: [fault] });
  });
  for await (const text of stream.compose(spec())) process.stdout.write(text);
  return tallies;
}
