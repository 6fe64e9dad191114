// Loaded before a server of the tests: tells, when asked over the channel to its parent, for how long the event loop
// stood still at most, and how much memory is used. A machine that is busy with others does not count: of the time that
// went by only that is taken in which this thread was at work, where the system tells it.
const { readFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = '/proc/thread-self/schedstat';
const workedMs = (() => {
  try {
    readFileSync(file);
    return () => Number(readFileSync(file, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return () => performance.now();
  }
})();

let longest = 0;
let [last, lastWorked] = [performance.now(), workedMs()];
setInterval(() => {
  const [now, worked] = [performance.now(), workedMs()];
  longest = Math.max(longest, Math.min(now - last, worked - lastWorked));
  [last, lastWorked] = [now, worked];
}, 1).unref();

const answers = {
  // The timer has looked once more by then.
  block: (answer) => setTimeout(() => answer(longest), 5),
  forget: (answer) =>
    setTimeout(() => {
      longest = 0;
      answer(null);
    }, 5),
  memory: (answer) => {
    for (let time = 0; time < 5; time++) globalThis.gc();
    answer(process.memoryUsage());
  },
  // A block to see that it is seen.
  busy: (answer) => {
    const end = workedMs() + 80;
    while (workedMs() < end);
    answer(null);
  },
};
// A thread that the server starts loads this, too, and has no channel.
if (isMainThread) {
  process.on('message', (asked) => answers[asked]((told) => process.send(told)));
  process.channel.unref();
}
