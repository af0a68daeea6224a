import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namelessIn } from './read-nameless.ts';

test('what can be pressed or filled in is found where it has no name, whatever else is said of it', () => {
  const snapshot = `- main:
  - heading "Hosts" [level=1]
  - button "Add"
  - button:
    - img
  - textbox
  - combobox [expanded]
  - checkbox "All" [checked]
  - link "lab-1":
    - /url: /hosts/1`;
  assert.deepEqual(
    namelessIn(snapshot).map((line) => line.trim()),
    ['- button:', '- textbox', '- combobox [expanded]'],
  );
});
