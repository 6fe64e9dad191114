const { join } = require('node:path');

const rootDir = join(__dirname, '..');

/** What measures time, or how long the event loop is blocked, and so wants the machine for itself. */
const alone = [
  'engine/away.test.ts',
  'page/frames.test.ts',
  'server/demand.test.ts',
  'server/hostile.test.ts',
  'server/random.test.ts',
  'server/slow.test.ts',
].map((file) => join(__dirname, file));

/** What every test needs, wherever it runs. */
const common = {
  rootDir,
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  setupFiles: ['<rootDir>/test/support/seed.ts'],
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  moduleNameMapper: {
    '^d3-time-format$': '<rootDir>/node_modules/d3-time-format/dist/d3-time-format.min.js',
  },
  transformIgnorePatterns: ['/node_modules/(?!(preact|preact-render-to-string|d3-[a-z]+|internmap)/)'],
  transform: {
    '^.+\\.(tsx?|m?js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

module.exports = {
  rootDir,
  testTimeout: 60_000,
  // Two processes have a Neo4j each; one that the user names is emptied by each test, and so serves one at a time.
  maxWorkers: process.env.NEO4J_URI ? 1 : 2,
  // Jest keeps what the files of a process have loaded: a fresh process gives it back.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...common,
      displayName: 'side by side',
      testMatch: ['<rootDir>/test/**/*.test.ts', ...alone.map((file) => `!${file}`)],
    },
    { ...common, displayName: 'alone', testMatch: alone, runner: '<rootDir>/test/support/aloneRunner.js' },
  ],
};
