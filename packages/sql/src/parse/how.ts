import type { Setting } from '../ast/table-parts.ts';
import { type Cursor, is, refuse } from './cursor.ts';
import { parseName } from './names.ts';
import { acceptSetting, parseNumber, type SettingValue, settingShapes, takePhrase } from './settings.ts';

const parseWay = (p: Cursor): SettingValue => (is(p, 'DEFAULT') ? takePhrase(p) : parseName(p));
const howShapes = settingShapes({ words: ['ALGORITHM'], read: parseWay }, { words: ['LOCK'], read: parseWay });

/** ALGORITHM [=] x or LOCK [=] x. */
export const acceptHow = (p: Cursor): Setting | undefined => acceptSetting(p, howShapes);

/** ALGORITHM and LOCK in either order, each once. */
export function parseHow(p: Cursor): readonly Setting[] {
  const found: Setting[] = [];
  for (let one = acceptHow(p); one !== undefined; one = acceptHow(p)) {
    if (found.some(({ name }) => name === one?.name)) refuse(p, one, `${one.name} twice`);
    found.push(one);
  }
  return found;
}

const waitShapes = settingShapes({ words: ['WAIT'], read: parseNumber, equals: 'none' }, { words: ['NOWAIT'] });

/** WAIT n or NOWAIT, MariaDB; nothing elsewhere. */
export const acceptWait = (p: Cursor): Setting | undefined => (p.mariadb ? acceptSetting(p, waitShapes) : undefined);
