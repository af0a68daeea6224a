import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';

const launcher = path.resolve(import.meta.dirname, '../../../../myriad');

/** A checkout with the launcher alone, and an npm that only notes its calls. */
async function makeCheckout(t: TestContext) {
  const folder = await mkdtemp(path.join(tmpdir(), 'myriad-launcher-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const root = path.join(folder, 'check out');
  const tools = path.join(folder, 'tools');
  await mkdir(path.join(root, 'apps/cli/src'), { recursive: true });
  await mkdir(tools);
  await copyFile(launcher, path.join(root, 'myriad'));
  await writeFile(path.join(root, 'package-lock.json'), '{"first":true}');
  await writeFile(
    path.join(root, 'apps/cli/src/main.ts'),
    'console.log(JSON.stringify([process.argv.slice(2), process.cwd()]));',
  );
  const calls = path.join(folder, 'calls');
  await writeFile(calls, '');
  await writeFile(path.join(tools, 'npm'), `#!/bin/sh\necho "$1" >>${calls}\nsleep 0.2\nmkdir -p node_modules\n`);
  await chmod(path.join(tools, 'npm'), 0o755);
  await symlink(process.execPath, path.join(tools, 'node'));
  const run = (file = path.join(root, 'myriad'), args: string[] = [], env: Record<string, string> = {}) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const environment = { PATH: `${tools}:/usr/bin:/bin`, HOME: folder, LC_ALL: 'C', ...env };
      const child = execFile(file, args, { cwd: '/', env: environment }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  return {
    folder,
    root,
    tools,
    run,
    installs: async () => (await readFile(calls, 'utf8')).split('\n').filter(Boolean),
  };
}

test('the launcher passes its words on, from any folder and through a symbolic link', async (t) => {
  const { folder, root, run } = await makeCheckout(t);
  await symlink(path.join(root, 'myriad'), path.join(folder, 'link'));
  const { stdout, stderr } = await run(path.join(folder, 'link'), ['demo', '--name', 'two words']);
  assert.equal(stdout, `${JSON.stringify([['demo', '--name', 'two words'], '/'])}\n`, stderr);
});

test('two first starts install once, a later one not at all, a changed lock file brings up to date', async (t) => {
  const { root, run, installs } = await makeCheckout(t);
  const both = await Promise.all([run(), run()]);
  assert.deepEqual(
    both.map(({ code }) => code),
    [0, 0],
  );
  assert.deepEqual(await installs(), ['ci']);
  await run();
  assert.deepEqual(await installs(), ['ci']);
  await writeFile(path.join(root, 'package-lock.json'), '{"second":true}');
  await run();
  assert.deepEqual(await installs(), ['ci', 'install']);
});

test('an interrupted install is done again from the start', async (t) => {
  const { root, tools, run, installs } = await makeCheckout(t);
  const npm = await readFile(path.join(tools, 'npm'), 'utf8');
  await writeFile(path.join(tools, 'npm'), `${npm}exit 1\n`);
  const failed = await run();
  assert.equal(failed.code, 1);
  assert.match(failed.stderr, /could not be installed/);
  await mkdir(path.join(root, 'node_modules'), { recursive: true });
  await writeFile(path.join(tools, 'npm'), npm);
  assert.equal((await run()).code, 0);
  assert.deepEqual(await installs(), ['ci', 'ci']);
});

test('a missing or old Node is one sentence that says what to install, in the language of the terminal', async (t) => {
  const { tools, run, installs } = await makeCheckout(t);
  await rm(path.join(tools, 'node'));
  await writeFile(path.join(tools, 'node'), '#!/bin/sh\ncase "$1" in -p) echo 18 ;; *) echo v18.20.0 ;; esac\n');
  await chmod(path.join(tools, 'node'), 0o755);
  const english = await run();
  assert.equal(english.code, 1);
  assert.match(english.stderr, /^Myriad needs Node\.js 20 or newer.*v18\.20\.0.*\n$/);
  const chinese = await run(undefined, [], { LC_ALL: 'zh_CN.UTF-8' });
  assert.match(chinese.stderr, /^运行 Myriad 需要 Node\.js 20.*。\n$/);
  assert.deepEqual(await installs(), []);
});
