import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { inTransaction } from '../database/in-transaction.ts';
import { forEachStore } from '../database/testing.ts';
import { createSecrets } from '../secrets/create-secrets.ts';
import { keyRing, newKey } from '../secrets/key-ring.ts';
import { secretMigrations } from '../secrets/migrations.ts';
import { certificateMigrations, findTrust, forgetCertificate, issueCertificate } from './certificates.ts';

const options = { migrations: [...secretMigrations, ...certificateMigrations] };
const year = 365 * 86_400_000;

forEachStore(
  'a certificate once made is kept; others at the same time are of the same authority',
  async ({ db }) => {
    const clock = { now: () => Date.UTC(2026, 10, 22) };
    const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: () => undefined });
    const parts = { db, clock, secrets };
    const of = (subject: string, ...names: string[]) => issueCertificate(parts, { subject, names });
    const all = await Promise.all(['a', 'b', 'c'].map((id) => of(`instance/${id}`, '10.0.0.1')));
    assert.equal(new Set(all.map(({ certificate }) => certificate)).size, 3);
    const [first] = all;
    assert.deepEqual(await of('instance/a', '10.0.0.1'), first);
    const trust = await findTrust(db, 'instance/a');
    const root = new X509Certificate(trust?.authorities ?? '');
    for (const { certificate } of all) assert.ok(new X509Certificate(certificate).checkIssued(root));
    assert.equal(new X509Certificate(first?.certificate ?? '').checkHost(trust?.serverName ?? ''), trust?.serverName);
    const moved = await of('instance/a', '10.0.0.2');
    assert.equal(new X509Certificate(moved.certificate).checkIP('10.0.0.1'), undefined);
    const kept = await db.selectFrom('secret').select('sealed').execute();
    assert.equal(kept.length, 4, 'the authority and three servers: the replaced key is gone');
    assert.ok(kept.every(({ sealed }) => !sealed.includes('PRIVATE')));
    await inTransaction(db, (tx) => forgetCertificate(parts, tx, 'instance/a'));
    assert.equal(await findTrust(db, 'instance/a'), undefined);
    assert.equal((await db.selectFrom('secret').select('id').execute()).length, 3);
  },
  options,
);

forEachStore(
  'an authority that could not outlive what it signs is followed by another, and stays trusted',
  async ({ db }) => {
    let now = Date.UTC(2026, 10, 22);
    const clock = { now: () => now };
    const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: () => undefined });
    const parts = { db, clock, secrets };
    const early = await issueCertificate(parts, { subject: 'instance/a', names: ['10.0.0.1'] });
    now += 4 * year;
    assert.deepEqual(await issueCertificate(parts, { subject: 'instance/a', names: ['10.0.0.1'] }), early);
    now += 7 * year;
    const late = await issueCertificate(parts, { subject: 'instance/b', names: ['10.0.0.2'] });
    const roots = late.authorities.split(/(?=-----BEGIN)/).map((text) => new X509Certificate(text));
    assert.deepEqual(
      [early, late].map(({ certificate }) =>
        roots.findIndex((root) => new X509Certificate(certificate).checkIssued(root)),
      ),
      [0, 1],
    );
    const again = await issueCertificate(parts, { subject: 'instance/a', names: ['10.0.0.1'] });
    assert.notEqual(again.certificate, early.certificate);
  },
  options,
);
