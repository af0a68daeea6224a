import { testDeployCrashes } from './test-deploy-crashes.ts';

testDeployCrashes('mysql');
