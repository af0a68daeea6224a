import { makeDialect } from '@myriad/sql';
import type { TableStatistics } from '../facts/statistics.ts';
import { readGrade } from '../policy/read-grade.ts';
import type { YamlPart } from '../policy/yaml-tree.ts';
import type { Parameters, ParameterValue } from '../rule.ts';
import { type Theme, themeWords } from '../themes.ts';
import type { OwnRule } from './own-rule.ts';
import { readPattern } from './read-pattern.ts';

const keys = [
  ...['id', 'grade', 'theme', 'words', 'versions', 'parameters'],
  ...['match', 'hit', 'noHit', 'schema', 'statistics'],
];

/** @throws PolicyFault */
export function readOwnRule(part: YamlPart, isTaken: (id: string) => boolean): OwnRule {
  const parts = new Map(part.entries(keys));
  const need = (key: string): YamlPart =>
    parts.get(key) ??
    part.fail(
      `has no ${key}; needed: id, grade, words, match, hit, noHit`,
      `缺少 ${key}；必填：id、grade、words、match、hit、noHit`,
    );
  const parameters = readParameters(parts.get('parameters'));
  const words = new Map(need('words').entries(['en', 'zh']));
  const say = (language: 'en' | 'zh') =>
    (words.get(language) ?? need('words').fail(`has no ${language}`, `缺少 ${language}`)).text();
  return {
    id: readId(need('id'), isTaken),
    grade: readGrade(need('grade')),
    theme: readTheme(parts.get('theme')),
    words: { en: say('en'), zh: say('zh') },
    versions: readVersions(parts.get('versions')),
    parameters,
    match: readPattern(need('match'), parameters),
    hit: readCases(need('hit')),
    noHit: readCases(need('noHit')),
    schema: parts.get('schema')?.text() ?? '',
    statistics: readStatistics(parts.get('statistics')),
  };
}

function readId(part: YamlPart, isTaken: (id: string) => boolean): string {
  const id = part.text();
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id) || id.length > 60)
    part.fail('must be like shop-no-audit-delete', '应类似 shop-no-audit-delete');
  if (isTaken(id)) part.fail(`is taken: ${id}`, `已被占用：${id}`);
  return id;
}

function readCases(part: YamlPart): readonly string[] {
  const cases = part.items().map((one) => one.text());
  return cases.length > 0 ? cases : part.fail('needs one case at least', '至少需要一个用例');
}

const isTheme = (text: string): text is Theme => Object.hasOwn(themeWords, text);

function readTheme(part: YamlPart | undefined): Theme {
  if (part === undefined) return 'query-shape';
  const theme = part.text();
  const known = Object.keys(themeWords).join(', ');
  return isTheme(theme) ? theme : part.fail(`must be one of: ${known}`, `应为以下之一：${known}`);
}

const readParameters = (part: YamlPart | undefined): Parameters =>
  Object.fromEntries((part?.entries() ?? []).map(([name, one]) => [name, readParameter(one)]));

function readParameter({ value, fail }: YamlPart): ParameterValue {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value;
  return fail('must be a number, a text, or a list of texts', '应为数字、文本或文本列表');
}

/** `mysql: { from: '8.0.19', before: '9.0' }`; a flavour that is not named has the rule, one that is `false` has not. */
function readVersions(part: YamlPart | undefined): OwnRule['versions'] {
  const flavours = new Map((part?.entries(['mysql', 'mariadb']) ?? []).map(([key, one]) => [key, readSpan(one)]));
  return ({ flavour, versionNumber }) => {
    const span = flavours.get(flavour);
    return span === undefined || (versionNumber >= span.from && versionNumber < span.before);
  };
}

function readSpan(part: YamlPart): { readonly from: number; readonly before: number } {
  if (part.value === false) return { from: 1, before: 0 };
  const parts = new Map(part.entries(['from', 'before']));
  const number = (key: string, none: number) => {
    const one = parts.get(key);
    return one ? readVersion(one) : none;
  };
  return { from: number('from', 0), before: number('before', Number.POSITIVE_INFINITY) };
}

function readVersion(part: YamlPart): number {
  const [major = '', minor = '', patch = '0', ...more] = String(part.value).split('.');
  const isWhole = [major, minor, patch].every((one) => /^\d{1,2}$/.test(one)) && more.length === 0;
  if (typeof part.value !== 'string' || !isWhole)
    part.fail("must be a version in quotes, as '8.0.19'", "应为带引号的版本号，例如 '8.0.19'");
  return makeDialect('mysql', [Number(major), Number(minor), Number(patch)]).versionNumber;
}

const readStatistics = (part: YamlPart | undefined): Readonly<Record<string, TableStatistics>> =>
  Object.fromEntries(
    (part?.entries() ?? []).map(([table, one]) => [
      table.toLowerCase(),
      Object.fromEntries(one.entries(['rows']).map(([key, of]) => [key, of.number(0, 1e15)])),
    ]),
  );
