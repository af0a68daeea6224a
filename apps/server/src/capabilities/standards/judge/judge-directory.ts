import { posix } from 'node:path';
import type { StandardRule } from '@myriad/contract';
import { neverLooked } from './judge-parameter.ts';
import { differs, fits, type Result, refusedWords, unseen } from './result.ts';
import type { Subject } from './seen.ts';

type Rule = Extract<StandardRule, { kind: 'directory' }>;

/** A place is changed by moving files, never by a parameter alone. */
export function judgeDirectory(rule: Rule, { instance, seen }: Subject): Result | undefined {
  const within = posix.normalize(rule.within.replaceAll('{directory}', instance.directory));
  const wanted = { en: `below ${within}`, zh: `位于 ${within} 之下` };
  if (!seen) return unseen(rule, wanted, neverLooked);
  if (!seen.variables.ok) return unseen(rule, wanted, refusedWords(seen.variables.refused));
  const found = seen.variables.value[rule.parameter];
  if (found === undefined || found === '') return undefined;
  const place = posix.normalize(found);
  const shown = `${rule.parameter} = ${found}`;
  return place === within || place.startsWith(`${within.replace(/\/$/, '')}/`) || `${place}/` === within
    ? fits(rule, wanted, shown)
    : differs(rule, {
        wanted,
        found: shown,
        remedy: 'by-hand',
        because: { en: 'Files must move along: a task of its own.', zh: '文件须随之移动，需要单独的任务。' },
      });
}
