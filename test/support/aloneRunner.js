const { default: TestRunner } = require('jest-runner');

/** Runs one file after the other, in Jest's own process; Jest gives each runner its turn, so that nothing runs beside. */
module.exports = class AloneRunner extends TestRunner {
  isSerial = true;
};
