import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { inLab, startServer } from '@myriad/lab';
import { parseVersion } from '../version.ts';
import { allParameters, findParameter } from './index.ts';

const kinds: Readonly<Record<string, RegExp>> = {
  switch: /^BOOLEAN$/i,
  whole: /INT/i,
  number: /^(DOUBLE|NUMERIC)$/i,
  'one-of': /^ENUM/i,
  set: /^(SET|FLAGSET)$/i,
  text: /CHAR|STRING/i,
};

/** What changes with the minor version: named, so that it is seen when it grows. */
const mostUnknown = 12;

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`the book of parameters says of ${flavor} what the server says`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder: join(folder, 'data'), performanceSchema: 'on' }));
      const version = parseVersion(server.version, flavor);
      const sql =
        flavor === 'mysql'
          ? "select lower(variable_name) as name, data_type as kind, min_value as least, max_value as most from performance_schema.variables_metadata where variable_scope <> 'SESSION_ONLY'"
          : "select lower(variable_name) as name, variable_type as kind, numeric_min_value as least, numeric_max_value as most, read_only as fixed from information_schema.system_variables where variable_scope <> 'SESSION ONLY'";
      const global = new Set(
        (await server.rows('show global variables')).map((row) => String(row.Variable_name).toLowerCase()),
      );
      const rows = (await server.rows(sql)).filter(({ name }) => global.has(String(name)));
      assert.ok(rows.length > 500, String(rows.length));
      const unknown: string[] = [];
      for (const { name, kind, most, fixed } of rows) {
        const known = findParameter(version, String(name));
        if (!known) {
          unknown.push(String(name));
          continue;
        }
        assert.match(String(kind), kinds[known.kind] ?? /never/, String(name));
        if (known.kind === 'whole' && known.most !== undefined && /^\d+$/.test(String(most)))
          assert.equal(known.most, String(most), String(name));
        if (fixed !== undefined) assert.equal(known.change === 'now', fixed === 'NO', String(name));
      }
      assert.ok(unknown.length <= mostUnknown, unknown.join(', '));
      assert.ok(allParameters(version).length >= 600);
      // Those that change now are taken at run time, to a value they have already.
      const taken = ['max_connections', 'sync_binlog', 'long_query_time', 'sql_mode', 'innodb_flush_log_at_trx_commit'];
      for (const name of taken) {
        assert.equal(findParameter(version, name)?.change, 'now', name);
        await server.rows(`set global ${name} = @@global.${name}`);
      }
      for (const name of ['port', 'back_log', 'lower_case_table_names'])
        await assert.rejects(server.rows(`set global ${name} = 1`), /read.?only/i, name);
    }));
