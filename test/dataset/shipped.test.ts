import { join } from 'node:path';
import { readAndCheck } from './folders';

describe('the data sets that come with the product', () => {
  test.each(['north-american-asylum', 'tiny-story'])('%s has no error', (name) => {
    expect(readAndCheck(join(__dirname, '../../seeds', name)).errors).toEqual([]);
  });
});
