import assert from 'node:assert/strict';
import { day, shop, type ToldDictionary, told } from './testing/told-dictionary.ts';

const use = (index: string, reads: number) => ({ schema: 'shop', table: 'visit', index, reads, writes: 0 });
const unused = async (lab: ToldDictionary, kind: 'index' | 'table') =>
  (await lab.call('dba', 'GET', `/api/dictionary/unused?kind=${kind}`)).body.items.map(
    (item: { table: string; index?: string }) => item.index ?? item.table,
  );
const stateOf = async (lab: ToldDictionary, name: string) => {
  const at = `/api/clusters/${lab.clusterId}/dictionary/tables/${lab.idOf('shop', 'visit')}`;
  const { indexes } = (await lab.call('dba', 'GET', at)).body;
  return indexes.find((index: { name: string }) => index.name === name).use.state;
};

told('an index is unused after seven days of looks that saw no use anywhere, and not an hour before', async (lab) => {
  const primary = { ...shop, uses: [use('PRIMARY', 9), use('by_phone', 4)] };
  const replica = { ...shop, role: 'replica', follows: true, uses: [] } as const;
  await lab.look([primary, replica]);
  assert.deepEqual(await unused(lab, 'index'), []);
  assert.deepEqual([await stateOf(lab, 'by_phone'), await stateOf(lab, 'by_card')], ['used', 'too-early']);
  lab.pass(7 * day - 1);
  await lab.look([primary, replica]);
  assert.deepEqual(await unused(lab, 'index'), []);
  lab.pass(1);
  await lab.look([primary, replica]);
  assert.deepEqual(await unused(lab, 'index'), ['by_card'], 'no unique one, no full text one');
  assert.deepEqual(await unused(lab, 'table'), ['kind'], 'no view');
  assert.deepEqual([await stateOf(lab, 'by_card'), await stateOf(lab, 'words')], ['unused', 'unknown']);

  lab.pass(day);
  await lab.look([primary, { ...replica, uses: [use('by_card', 1)] }]);
  assert.deepEqual(await unused(lab, 'index'), [], 'a replica used it');
});

told('nothing is called unused while a member is silent or its counters began anew', async (lab) => {
  const primary = { ...shop, uses: [use('PRIMARY', 9)] };
  const replica = { ...shop, role: 'replica', follows: true, uses: [] } as const;
  await lab.look([primary, replica]);
  lab.pass(8 * day);
  await lab.look([primary, { ...replica, uses: 'refused' }]);
  assert.deepEqual([await unused(lab, 'index'), await stateOf(lab, 'by_card')], [[], 'unknown']);
  const [silent] = (await lab.call('dba', 'GET', '/api/dictionary/looks')).body.items;
  assert.deepEqual([silent.use.known, silent.use.members[1].because.en], [false, 'It does not tell: not read.']);
  lab.pass(day);
  await lab.look([primary, { ...replica, uptimeHours: 1 }]);
  assert.deepEqual([await unused(lab, 'index'), await stateOf(lab, 'by_card')], [[], 'too-early'], 'it restarted');
  lab.pass(8 * day);
  await lab.look([primary, replica]);
  assert.deepEqual(await unused(lab, 'index'), ['by_card', 'by_phone']);
  // Altered: the table counts less than before.
  lab.pass(day);
  await lab.look([{ ...primary, uses: [use('PRIMARY', 1)] }, replica]);
  assert.deepEqual(await unused(lab, 'index'), []);
  assert.equal(await stateOf(lab, 'by_card'), 'too-early');
});
