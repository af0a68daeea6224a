import type { ReviewBatch } from '@myriad/contract';
import { type Fragments, listMapped, readFragments, scriptOf } from '@myriad/sql-review';
import { newId } from '../../platform/database/new-id.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { countStatements } from './count-statements.ts';
import { defaultDialect } from './default-dialect.ts';
import { dialectNamed } from './dialect-named.ts';
import { requireWithin } from './file-limits.ts';
import { judgeMapper, judgeText } from './judge-text.ts';
import { keepReview, type MadeReview } from './keep-review.ts';
import { notesOf } from './mapper-notes.ts';
import type { Note, SqlReviewParts } from './parts.ts';
import { placeReview, type ReviewSetting, type ReviewTarget, setReview } from './review-setting.ts';
import type { ReviewRun, ReviewRuns } from './runs.ts';
import { takeTurns } from './take-turns.ts';
import { listReviews } from './view-reviews.ts';

interface GivenFile {
  readonly name: string;
  readonly text: string;
}

export interface AskedBatch extends ReviewTarget {
  readonly files: readonly GivenFile[];
  readonly run?: string | undefined;
}

/** Judges several files, each a review of its own; all are judged before the first is kept. @throws ProblemError: see the endpoint */
export async function reviewFiles(
  parts: SqlReviewParts,
  runs: ReviewRuns,
  actor: Actor,
  asked: AskedBatch,
  note: Note,
): Promise<ReviewBatch> {
  const { files } = asked;
  requireWithin(files);
  using run = runs.begin(actor.id, asked.run);
  const place = await placeReview(parts, actor, asked);
  run.seen({ bytes: files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) });
  const read = await readFiles(files, place.clusterId !== undefined, asked.dialect, run);
  if (place.clusterId !== undefined) run.seen({ phase: 'asking' });
  const setting = await run.orCancelled(setReview(parts, place, { ...asked, text: read.script, advises: false }));
  run.seen({ phase: 'judging', statements: read.statements });
  const made = await judgeFiles(files, read.fragments, setting, run);
  run.requireWanted();
  run.seen({ phase: 'keeping' });
  const batchId = newId();
  for (const { name, ...one } of made)
    await keepReview(parts, actor, setting, { ...one, file: { batchId, name, notes: one.notes } }, (tx) =>
      note(tx, `sql-review-batch/${batchId}`),
    );
  const { items } = await listReviews(parts, actor, { batchId, limit: files.length });
  const places = new Map(files.map(({ name }, at) => [name, at]));
  const placeOf = (name = '') => places.get(name) ?? 0;
  return { id: batchId, items: items.toSorted((a, b) => placeOf(a.file) - placeOf(b.file)) };
}

const isXml = ({ name }: GivenFile): boolean => /\.xml$/i.test(name);

interface ReadFiles {
  /** What mappers may include of one another. */
  readonly fragments: Fragments;
  readonly statements: number;
  /** All there is to ask a server about; empty where nobody asks. */
  readonly script: string;
}

async function readFiles(
  files: readonly GivenFile[],
  asks: boolean,
  dialectName: string | undefined,
  run: ReviewRun,
): Promise<ReadFiles> {
  const turn = takeTurns();
  const fragments = new Map<string, Fragments extends ReadonlyMap<string, infer Element> ? Element : never>();
  for (const file of files.filter(isXml)) {
    for (const [id, element] of readFragments(file.text)) fragments.set(id, element);
    if (await turn()) run.requireWanted();
  }
  // Statements end alike for every server.
  const dialect = dialectNamed(dialectName ?? defaultDialect);
  let statements = 0;
  const scripts: string[] = [];
  for (const file of files) {
    if (isXml(file)) {
      const mapped = listMapped(file.text, fragments) ?? [];
      statements += mapped.length;
      if (asks) scripts.unshift(scriptOf(mapped));
    } else {
      statements += await countStatements(file.text, dialect, run.requireWanted);
      if (asks) scripts.push(`${file.text}\n;\n`);
    }
    if (await turn()) run.requireWanted();
  }
  return { fragments, statements, script: scripts.join('') };
}

type JudgedFile = Pick<MadeReview, 'text' | 'result'> & Pick<NonNullable<MadeReview['file']>, 'name' | 'notes'>;

async function judgeFiles(
  files: readonly GivenFile[],
  fragments: Fragments,
  { dialect, answer, policy: { layer }, today }: ReviewSetting,
  run: ReviewRun,
): Promise<readonly JudgedFile[]> {
  const made: JudgedFile[] = [];
  let [judgedBefore, bytesBefore] = [0, 0];
  for (const [at, file] of files.entries()) {
    const { name, text } = file;
    const bytes = Buffer.byteLength(text);
    const onTurn = (judged: number, read: number) => {
      run.requireWanted();
      const readBytes = bytesBefore + Math.round((bytes * read) / Math.max(text.length, 1));
      run.seen({ judged: judgedBefore + judged, readBytes });
    };
    run.requireWanted();
    run.seen({ file: { name, number: at + 1, of: files.length }, judged: judgedBefore, readBytes: bytesBefore });
    const asked = { text, name, dialect, facts: answer?.facts ?? {}, layer, today, onTurn };
    const mapped = isXml(file) ? listMapped(text, fragments) : undefined;
    const result = isXml(file) ? await judgeMapper(asked, mapped ?? []) : await judgeText(asked);
    made.push({ name, text, result, notes: isXml(file) ? notesOf(mapped) : [] });
    judgedBefore += isXml(file) ? (mapped?.length ?? 0) : result.length;
    bytesBefore += bytes;
  }
  return made;
}
