import { randomInt } from 'node:crypto';

/** Without what people mix up when they read it aloud: 0 and o, 1, i and l, u and v. */
const letters = 'abcdefghjkmnpqrstwxyz23456789';
const groups = 4;
const groupLength = 5;

/** A password to hand over once: four groups of five, some 97 bits. */
export const makePassword = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');
