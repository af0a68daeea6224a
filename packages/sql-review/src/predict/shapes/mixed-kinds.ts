import { type AlterKind, oneOf } from './alter-kind.ts';

const virtual = 'ADD COLUMN made INT GENERATED ALWAYS AS ({n} + 5) VIRTUAL';

/** Virtual columns that come or go beside something else. */
export const virtualBeside = oneOf(
  [
    ...['ADD UNIQUE k_made (id, {n})', 'ADD UNIQUE k_made (made)', 'ADD KEY k_made ({n})', 'DROP INDEX {u_m}', 'DROP INDEX {k_n}'],
    ...['ADD COLUMN fresh INT', 'ADD COLUMN fresh INT FIRST', 'DROP COLUMN {day}', 'DROP COLUMN {virtual}', 'RENAME COLUMN {day} TO day2'],
    ...['ALTER COLUMN {n} SET DEFAULT 9', 'DROP COLUMN {day}, ADD KEY k_made ({n})', 'DROP COLUMN {day}, ADD COLUMN fresh INT'],
  ]
    .flatMap((beside) => [`${virtual}, ${beside}`, `${virtual} FIRST, ${beside}`, `DROP COLUMN {virtual}, ${beside}`])
    .filter((text) => !/DROP COLUMN \{virtual\}.*(virtual|made\))/.test(text)),
); // biome-ignore format: a list

/** ENUM and SET in another set of characters; their names may be said in it, or not. */
export const enumCharset = oneOf([
  "MODIFY {choice} ENUM('p','q') CHARACTER SET latin1 DEFAULT 'p'", "MODIFY {choice} ENUM('p','q','r') CHARACTER SET latin1 DEFAULT 'p'",
  "MODIFY {many} SET('r','s') CHARACTER SET latin1 NOT NULL DEFAULT 'r'", "MODIFY {choice} ENUM('p','q') CHARACTER SET utf8mb3 DEFAULT 'p'",
  "MODIFY {choice} ENUM('p','ü') CHARACTER SET latin1 DEFAULT 'p'", "MODIFY {choice} ENUM('p','q') CHARACTER SET latin1 NOT NULL DEFAULT 'p'",
]); // biome-ignore format: a list

/** Unique keys that stand for a primary one where there is none. */
export const clusteredKey: AlterKind = (given) => {
  const { feature } = given.shape;
  if (feature !== 'no-key' && feature !== 'key-unique') return undefined;
  const all = ['ADD UNIQUE u_new (id)', 'ADD UNIQUE u_new (id, {n}), ADD KEY k_new ({n})', 'ADD UNIQUE u_new (id, {m})', 'ADD UNIQUE u_new (id), ADD COLUMN fresh INT'];
  const own = ['DROP KEY u_id', 'DROP KEY u_id, ADD UNIQUE u_new (id, {n})', 'DROP KEY u_id, ADD KEY k_new ({n})', 'DROP KEY u_id, ADD PRIMARY KEY (id)'];
  return oneOf(feature === 'no-key' ? all : [...all, ...own])(given);
}; // biome-ignore format: a list
