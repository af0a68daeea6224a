import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsGlob } from './glob.ts';
import { judgeColumn, wordsOf } from './judge-column.ts';
import { shippedRules } from './shipped-rules.ts';

test('a pattern fits a whole text, with any text for a star and one character for a question mark', () => {
  for (const [pattern, text] of [
    ['*phone*', 'user_phone_no'],
    ['phone', 'phone'],
    ['*手机号*', '用户手机号（加密）'],
    ['a*b*c', 'aXbXbc'],
    ['?d', 'id'],
    ['*', ''],
  ] as const)
    assert.ok(fitsGlob(pattern, text), `${pattern} ${text}`);
  for (const [pattern, text] of [
    ['phone', 'phones'],
    ['phone*', 'xphone'],
    ['?d', 'd'],
    ['a*b', 'ab c'],
    ['', 'x'],
  ] as const)
    assert.ok(!fitsGlob(pattern, text), `${pattern} ${text}`);
});

test('the most patient pattern over the longest text ends at once', () => {
  const begun = performance.now();
  for (let n = 0; n < 200; n++) assert.ok(!fitsGlob('*a*a*a*a*ab', 'a'.repeat(500)));
  assert.ok(performance.now() - begun < 5_000);
});

test('a name is the same however it is written', () => {
  for (const name of ['mobilePhone', 'MOBILE-PHONE', 'Mobile Phone', 'mobile__phone', '_mobile.phone_'])
    assert.equal(wordsOf(name), 'mobile_phone', name);
});

const classesOf = (name: string, type: string, comment = '') =>
  [...judgeColumn(shippedRules, { name, type, comment }).keys()].sort();

test('the shipped rules find what is sensitive by name and by comment, in both languages', () => {
  const expected: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['phone', 'varchar(20)', '', ['phone']],
    ['mobilePhone', 'bigint', '', ['phone']],
    ['f1', 'varchar(20)', '用户手机号', ['phone']],
    ['f2', 'char(18)', '身份证号码', ['identity-number']],
    ['id_card', 'char(18)', '', ['identity-number']],
    ['f3', 'varchar(30)', '银行卡号', ['bank-card']],
    ['card_no', 'varchar(30)', '', ['bank-card']],
    ['E_MAIL', 'varchar(80)', '', ['email']],
    ['f4', 'varchar(80)', '联系邮箱', ['email']],
    ['real_name', 'varchar(20)', '', ['person-name']],
    ['f5', 'varchar(20)', '客户姓名', ['person-name']],
    ['home_address', 'varchar(200)', '', ['address']],
    ['f6', 'varchar(200)', '收货地址', ['address']],
    ['birthday', 'date', '', ['birthday']],
    ['pwd', 'varchar(64)', '', ['password']],
    ['f7', 'varchar(64)', '登录密码', ['password']],
    ['f8', 'text', '过敏史与既往病史', ['health']],
    ['salary', 'decimal(10,2)', '', ['income']],
    ['contact', 'varchar(90)', '联系人手机号与邮箱', ['email', 'phone']],
  ];
  for (const [name, type, comment, classes] of expected)
    assert.deepEqual(classesOf(name, type, comment), classes, `${name} ${comment}`);
});

test('they let be what only sounds alike', () => {
  for (const [name, type, comment] of [
    ['phone_model', 'varchar(20)', '手机型号'],
    ['table_name', 'varchar(64)', ''],
    ['file_name', 'varchar(200)', ''],
    ['ip_address', 'varchar(45)', ''],
    ['id', 'bigint', '主键'],
    ['phone_verified', 'tinyint(1)', ''],
    ['id_card_type', 'tinyint', ''],
    ['created_at', 'datetime', '创建时间'],
    ['status', 'int', '状态'],
    ['name', 'varchar(50)', '商品名称'],
    ['password_changed_at', 'varchar(30)', ''],
  ] as const)
    assert.deepEqual(classesOf(name, type, comment), [], name);
});

test('every shipped pattern obeys what is asked of an administrator’s', () => {
  assert.equal(new Set(shippedRules.map(({ id }) => id)).size, shippedRules.length);
  for (const { id, names, comments, types, except } of shippedRules)
    for (const pattern of [...names, ...comments, ...types, ...except]) {
      assert.equal(pattern, pattern.toLowerCase(), id);
      assert.ok(pattern.length <= 64 && pattern.split('*').length <= 6 && /[^*?\s]/.test(pattern), `${id} ${pattern}`);
    }
});
