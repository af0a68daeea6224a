import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploy, inRig } from './deploy-crashes.ts';

test('the server dies between effect and record of a deploy: one cluster comes of it, nothing is made twice', (context) =>
  inRig('mysql', 2, async (rig) => {
    const only = [
      'started:instances.initialise',
      'effect:instances.initialise',
      'effect:instances.start-server',
    ].concat('effect:instances.make-accounts', 'effect:instances.register-cluster');
    const { deaths } = await deploy(rig, 'mysql', { victim: 'server', only });
    assert.equal(deaths.length, only.length);
  })(context));
