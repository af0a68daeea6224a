import {
  type FindingChange,
  type FindingFilter,
  type FindingView,
  findingProblems,
  fleetProblems,
  type PageQuery,
  type Words,
} from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import { fillWords, type WordValues } from '../../platform/http/fill-words.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf, type Decision } from '../../platform/policy/decision.ts';
import { actorsOnThings, sightOf } from '../metadata/index.ts';
import { type FindingKind, type FindingRecord, isMuted } from './finding.ts';
import type { FindingParts } from './parts.ts';
import { mayAccept, mayHandleFindings } from './policy.ts';
import { findFinding, pageChanges } from './store/findings.ts';
import { countBad, countOpen, type FindingScope, mutesEnding, pageFindings } from './store/list-findings.ts';

type ReadParts = Pick<FindingParts, 'db' | 'clock' | 'catalogue' | 'things'>;

const problems = { ...findingProblems, ...fleetProblems };
const ability = (decision: Decision) => abilityOf(decision, problems);

/** Those opened last first. */
export async function listFindings(
  { db, clock, catalogue, things }: ReadParts,
  actor: Actor,
  query: FindingFilter & PageQuery & Pick<FindingScope, 'codes'>,
): Promise<Page<FindingView>> {
  const now = clock.now();
  const scope = await scopeOf({ db, things }, query);
  const page = await readPage<FindingRecord, FindingRecord>(
    query,
    (after, limit) => pageFindings(db, { ...query, ...scope, seenBy: sightOf(actor), now }, after, limit),
    ({ firstSeenAt: createdAt, id }) => ({ createdAt, id }),
    (finding) => finding,
  );
  const names = await namesFor({ db, things }, page.items);
  const shown = page.items.map(({ entity, entityId: id }) => ({ entity, id }));
  const actorOf = await actorsOnThings(db, actor, shown);
  const items = page.items.map((each) =>
    viewOf(actorOf(each.entity, each.entityId), each, catalogue[each.code], { names, now }),
  );
  return { ...page, items };
}

/** Open ones whose mute ends before then, the next end first. */
export async function listMutesEnding(
  { db, clock, catalogue, things }: ReadParts,
  actor: Actor,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly FindingView[]> {
  const now = clock.now();
  const found = await mutesEnding(db, { seenBy: sightOf(actor), after: now, before }, limit);
  const names = await namesFor({ db, things }, found);
  return found.map((each) => viewOf(actor, each, catalogue[each.code], { names, now }));
}

/** @throws ProblemError FINDING_NOT_FOUND */
export async function viewFinding(
  { db, clock, catalogue, things }: ReadParts,
  actor: Actor,
  id: string,
): Promise<FindingView> {
  const finding = await getFinding(db, id);
  const names = await namesFor({ db, things }, [finding]);
  return viewOf(actor, finding, catalogue[finding.code], { names, now: clock.now() });
}

/** An application stands for its clusters too. */
async function scopeOf<Scope extends FindingScope>(
  { db, things }: Pick<ReadParts, 'db' | 'things'>,
  scope: Scope,
): Promise<Scope & FindingScope> {
  const { applicationId } = scope;
  return applicationId ? { ...scope, clusterIds: await things.clusterIdsOf(db, applicationId) } : scope;
}

const namesFor = ({ db, things }: Pick<ReadParts, 'db' | 'things'>, findings: readonly FindingRecord[]) =>
  things.names(
    db,
    findings.flatMap(({ entity, entityId, clusterId }) => [
      { entity, id: entityId },
      ...(clusterId === null ? [] : [{ entity: 'cluster' as const, id: clusterId }]),
    ]),
  );

/** Newest first. @throws ProblemError FINDING_NOT_FOUND */
export async function listFindingChanges(
  { db }: ReadParts,
  id: string,
  query: PageQuery,
): Promise<Page<FindingChange>> {
  await getFinding(db, id);
  return readPage<FindingChange, FindingChange>(
    query,
    (after, limit) => pageChanges(db, id, after, limit),
    (change) => ({ createdAt: change.at, id: change.id }),
    (change) => change,
  );
}

async function getFinding(db: ReadParts['db'], id: string): Promise<FindingRecord> {
  const finding = await findFinding(db, id);
  if (!finding) throw new ProblemError('FINDING_NOT_FOUND', { id });
  return finding;
}

export interface FindingCounts {
  readonly bad: number;
  readonly warn: number;
  readonly info: number;
  /** Open, and not in the three above. */
  readonly muted: number;
  /** Without the muted ones; most first. */
  readonly codes: { readonly code: string; readonly grade: FindingRecord['grade']; readonly count: number }[];
}

export async function countFindings(
  { db, clock, things }: Pick<ReadParts, 'db' | 'clock' | 'things'>,
  actor: Actor,
  filter: FindingScope,
): Promise<FindingCounts> {
  const counts = await countOpen(
    db,
    { ...(await scopeOf({ db, things }, filter)), seenBy: sightOf(actor) },
    clock.now(),
  );
  const sum = (isMeant: (of: (typeof counts)[number]) => boolean) =>
    counts.filter(isMeant).reduce((total, { count }) => total + count, 0);
  const loud = counts.filter(({ muted }) => !muted);
  return {
    bad: sum(({ muted, grade }) => !muted && grade === 'bad'),
    warn: sum(({ muted, grade }) => !muted && grade === 'warn'),
    info: sum(({ muted, grade }) => !muted && grade === 'info'),
    muted: sum(({ muted }) => muted),
    codes: loud.map(({ code, grade, count }) => ({ code, grade, count })).sort((a, b) => b.count - a.count),
  };
}

/** Bad ones that are open, not muted, and seen. */
export const countBadFindings = ({ db, clock }: Pick<ReadParts, 'db' | 'clock'>, actor: Actor): Promise<number> =>
  countBad(db, sightOf(actor), clock.now());

function viewOf(
  actor: Actor,
  finding: FindingRecord,
  kind: FindingKind | undefined,
  { names, now }: { readonly names: ReadonlyMap<string, string>; readonly now: number },
): FindingView {
  const { id, code, grade, entity, entityId, about, source, firstSeenAt, lastSeenAt, times } = finding;
  const { clusterId, closedAt, owner, mute, evidence } = finding;
  const bringBack = closedAt === null ? kind?.bringBack?.(finding) : undefined;
  const entityName = names.get(entityId);
  const clusterName = clusterId === null ? undefined : names.get(clusterId);
  const filled = (words: Words) => fillWords(words, wordValues(finding));
  return {
    ...{ id, code, grade, entity, entityId, about, source, firstSeenAt, lastSeenAt, times },
    words: finding.words ?? (kind ? filled(kind.words) : { en: code, zh: code }),
    evidence: { ...evidence },
    ...(finding.next ? { next: finding.next } : kind?.next ? { next: filled(kind.next) } : {}),
    ...(kind?.note ? { note: kind.note } : {}),
    ...(kind?.runbook === undefined ? {} : { runbook: kind.runbook }),
    ...(entityName === undefined ? {} : { entityName }),
    ...(clusterId === null ? {} : { clusterId }),
    ...(clusterName === undefined ? {} : { clusterName }),
    ...(closedAt === null ? {} : { closedAt }),
    ...(owner === null ? {} : { owner }),
    ...(mute && isMuted(finding, now) ? { mute } : {}),
    ...(bringBack ? { bringBack } : {}),
    abilities: {
      mute: ability(mayHandleFindings(actor)),
      assign: ability(mayHandleFindings(actor)),
      accept: ability(mayAccept(actor, finding, kind)),
    },
  };
}

/** What fills the places of a sentence: single values, and `{about}`. */
function wordValues({ evidence, about }: FindingRecord): WordValues {
  const single = Object.entries(evidence).flatMap(([name, value]): [string, string | number | Words][] => {
    if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
    if (typeof value === 'boolean') return [[name, value ? 'ON' : 'OFF']];
    return isWords(value) ? [[name, value]] : [];
  });
  return { about, ...Object.fromEntries(single) };
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh' in value && typeof value.en === 'string';
