import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listMapped, mostShapes } from './list-shapes.ts';
import { readFragments } from './read-mapper.ts';

const mapper = (inside: string): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "x">\n<mapper namespace="shop">\n${inside}\n</mapper>`;
const shapesOf = (inside: string): readonly string[] =>
  (listMapped(mapper(inside)) ?? []).flatMap(({ shapes }) => shapes.map(({ sql }) => sql.replace(/\s+/g, ' ').trim()));

test('parameters, entities, CDATA and comments are read; offsets lead back into the file', () => {
  const text = mapper(
    '<select id="one"><!-- not SQL -->select a from t where a &lt; #{a} <![CDATA[and b > 1]]></select>',
  );
  const [one] = listMapped(text) ?? [];
  const [shape] = one?.shapes ?? [];
  assert.equal(shape?.sql, 'select a from t where a < ? and b > 1');
  assert.equal(shape?.places.length, shape?.sql.length);
  const at = shape?.sql.indexOf('and b') ?? 0;
  assert.equal(text.slice(shape?.places[at]).startsWith('and b > 1'), true);
  assert.equal(text[shape?.places[shape.sql.indexOf('<')] ?? 0], '&');
});

test('every way through its branches is a shape, and what WHERE and SET trim is trimmed', () => {
  const where = '<where><if test="a">and a = #{a}</if><if test="b">and b = #{b}</if></where>';
  assert.deepEqual(
    new Set(shapesOf(`<delete id="d">delete from t ${where}</delete>`)),
    new Set([
      'delete from t WHERE a = ? and b = ?',
      'delete from t WHERE b = ?',
      'delete from t WHERE a = ?',
      'delete from t',
    ]),
  );
  const choose = '<choose><when test="a">a</when><when test="b">b</when><otherwise>c</otherwise></choose>';
  assert.deepEqual(
    new Set(shapesOf(`<select id="s">select ${choose} from t</select>`)),
    new Set(['select a from t', 'select b from t', 'select c from t']),
  );
  assert.deepEqual(shapesOf('<update id="u">update t <set>a = #{a},</set> where id = 1</update>'), [
    'update t SET a = ? where id = 1',
  ]);
  assert.deepEqual(
    shapesOf(
      '<select id="f">select 1 from t where a in <foreach open="(" separator="," close=")">#{x}</foreach></select>',
    ),
    ['select 1 from t where a in (?, ?)'],
  );
});

test('a SET of nothing is no shape, and a choice without otherwise may choose nothing', () => {
  const sets = '<if test="a">a = #{a},</if><if test="b">b = #{b},</if>';
  for (const set of [`<set>${sets}</set>`, `<trim prefix="SET" suffixOverrides=",">${sets}</trim>`])
    assert.deepEqual(
      new Set(shapesOf(`<update id="u">update t ${set} where id = 1</update>`)),
      new Set([
        'update t SET a = ?, b = ? where id = 1',
        'update t SET a = ? where id = 1',
        'update t SET b = ? where id = 1',
      ]),
      set,
    );
  assert.deepEqual(
    new Set(
      shapesOf('<delete id="d">delete from t <where><choose><when test="a">a = 1</when></choose></where></delete>'),
    ),
    new Set(['delete from t WHERE a = 1', 'delete from t']),
  );
});

test('a fragment is written where it is included; one that is not here is named', () => {
  assert.deepEqual(
    shapesOf('<sql id="cols">a, b</sql><select id="s">select <include refid="shop.cols"/> from t</select>'),
    ['select a, b from t'],
  );
  const [one] = listMapped(mapper('<select id="s">select <include refid="elsewhere.cols"/> from t</select>')) ?? [];
  assert.equal(one?.missing, 'elsewhere.cols');
});

test('of very many shapes some are made, with all branches, without each of them, and the rest is told', () => {
  const ifs = Array.from({ length: 20 }, (_, at) => `<if test="a">and c${at} = #{a}</if>`).join('');
  const [one] = listMapped(mapper(`<select id="s">select 1 from t <where>${ifs}</where></select>`)) ?? [];
  assert.equal(one?.shapes.length, mostShapes);
  assert.equal(one?.possible, 2 ** 20);
  assert.ok(one?.shapes[0]?.sql.includes('c19'));
  assert.ok(one?.shapes.some(({ sql }) => !sql.includes('c7 ') && sql.includes('c8 ')));
});

test('what is no mapper or not well formed is none; a fragment that includes itself ends', () => {
  for (const text of ['<project></project>', '<mapper><select></mapper>', '<mapper', 'select 1', '<mapper>&undefined;'])
    assert.equal(listMapped(text), undefined, text);
  const [loop] = shapesOf(
    '<sql id="a">x <include refid="a"/></sql><select id="s">select <include refid="a"/></select>',
  );
  assert.ok((loop?.length ?? 0) < 1000);
});

const shared = readFragments(
  mapper(
    `<sql id="cols">\${alias}.id, <include refid="more"/></sql><sql id="more">\${alias}.a</sql><sql id="\${x}">c</sql>`,
  ).replace('"shop"', '"common.base"'),
);

test('a fragment of another file is included by its namespace, with properties, and shown where it is included', () => {
  const text = mapper(
    `<sql id="from">from \${table} \${alias}</sql><select id="s">select <include refid="common.base.cols"><property name="alias" value="t1"/></include> ` +
      '<include refid="from"><property name="table" value="orders"/><property name="alias" value="t1"/></include></select>',
  );
  const [one] = listMapped(text, shared) ?? [];
  assert.equal(one?.missing, undefined);
  const [shape] = one?.shapes ?? [];
  assert.equal(shape?.sql.replace(/\s+/g, ' ').trim(), 'select t1.id, t1.a from orders t1');
  const places = shape?.places ?? [];
  assert.equal(places.length, shape?.sql.length);
  assert.ok(text.startsWith('<include refid="common', places[shape?.sql.indexOf('t1.a') ?? 0]));
  assert.ok(text.startsWith(`from \${table}`, places[shape?.sql.indexOf('from orders') ?? 0]));
  assert.equal(listMapped(text)?.[0]?.missing, 'common.base.cols');
});

test('a property chooses the fragment, and one of the same name elsewhere is not taken for it', () => {
  const includes = `<include refid="\${which}"/>`;
  const inside = (which: string) =>
    `<sql id="outer">${includes}</sql><sql id="a">1</sql><sql id="b">2</sql><select id="s">select <include refid="outer"><property name="which" value="${which}"/></include></select>`;
  assert.deepEqual(shapesOf(inside('a')), ['select 1']);
  assert.deepEqual(shapesOf(inside('b')), ['select 2']);
  assert.equal(
    listMapped(mapper('<sql id="a">1</sql><select id="s"><include refid="other.a"/></select>'))?.[0]?.missing,
    'other.a',
  );
});

test('what makes a key is a statement of its own; a bound value is none', () => {
  const insert =
    '<insert id="add"><selectKey keyProperty="id" order="BEFORE">select max(id) + 1 from t</selectKey><bind name="p" value="1"/>insert into t values (#{id}, #{p})</insert>';
  assert.deepEqual(
    (listMapped(mapper(insert)) ?? []).map(({ id, shapes }) => [id, shapes[0]?.sql.trim()]),
    [
      ['add!selectKey', 'select max(id) + 1 from t'],
      ['add', 'insert into t values (?, ?)'],
    ],
  );
});

test('statements and fragments for the servers of others are passed over', () => {
  const inside =
    '<sql id="now" databaseId="oracle">sysdate</sql><sql id="now" databaseId="mysql">now()</sql>' +
    '<select id="s" databaseId="oracle">select 1 from dual</select><select id="s" databaseId="mysql">select <include refid="now"/></select>';
  assert.deepEqual(shapesOf(inside), ['select now()']);
});
