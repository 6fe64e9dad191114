import { ENGINES, noNeo4j } from '../support/engines';
import { describeEngine } from './contract';

for (const engine of ENGINES) describeEngine(engine);

// What cannot run says so, and in CI nothing may be skipped.
if (noNeo4j !== null && process.env.CI) {
  test('the engine neo4j', () => {
    throw new Error(`No Neo4j to test with: ${noNeo4j}`);
  });
} else if (noNeo4j !== null) {
  process.stderr.write(`Skipped all tests on Neo4j: ${noNeo4j}.\n`);
  test.skip(`the engine neo4j (skipped: ${noNeo4j})`, () => {});
}
