import { setImmediate as turnOfLoop, setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { CallerError } from '../../src/errors';
import { createGate, type Gate } from '../../src/server/gate';

/** One request at the gate, as the test sees it. */
class Visitor {
  readonly gone = new AbortController();
  state: 'waiting' | 'in' | 'OVERLOADED' | 'REQUEST_CANCELLED' = 'waiting';
  leave = () => {};

  constructor(gate: Gate) {
    gate.enter(this.gone.signal).then(
      (leave) => {
        this.state = 'in';
        this.leave = leave;
      },
      (fault: CallerError) => {
        this.state = fault.extensions.code as 'OVERLOADED' | 'REQUEST_CANCELLED';
      },
    );
  }
}

/** What a gate does, in plain lists: who is in, who waits in which order, and who was sent away. */
class Model {
  readonly states: Visitor['state'][] = [];
  constructor(
    readonly most: number,
    readonly mostWaiting: number,
  ) {}

  enter() {
    const [inside, waiting] = [this.count('in'), this.count('waiting')];
    this.states.push(inside < this.most ? 'in' : waiting < this.mostWaiting ? 'waiting' : 'OVERLOADED');
    this.left.push(false);
  }

  readonly left: boolean[] = [];

  leave(at: number) {
    if (this.states[at] !== 'in' || this.left[at]) return;
    this.left[at] = true;
    const next = this.states.indexOf('waiting');
    if (next >= 0) this.states[next] = 'in';
  }

  goAway(at: number) {
    if (this.states[at] === 'waiting') this.states[at] = 'REQUEST_CANCELLED';
  }

  count(state: Visitor['state']) {
    return this.states.filter((one, at) => one === state && !this.left[at]).length;
  }
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ what: 'enter' as const, at: 0 }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('leave' as const), at: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('goAway' as const), at: fc.nat(30) }) },
);

describe('a gate', () => {
  it('lets in, keeps in line and sends away as its model does, whatever the order of things', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 5 }),
      fc.array(step, { maxLength: 60 }),
      async (most, mostWaiting, steps) => {
        const gate = createGate(most, mostWaiting, 10_000);
        const model = new Model(most, mostWaiting);
        const visitors: Visitor[] = [];
        for (const { what, at } of steps) {
          if (what === 'enter') {
            visitors.push(new Visitor(gate));
            model.enter();
          } else if (what === 'leave') {
            visitors[at]?.leave();
            if (at < visitors.length) model.leave(at);
          } else {
            visitors[at]?.gone.abort();
            model.goAway(at);
          }
          await turnOfLoop();
          expect(visitors.map(({ state }) => state)).toEqual(model.states);
        }
        // When all have left there is room for as many as at first.
        for (const visitor of visitors) visitor.gone.abort();
        for (const visitor of visitors) {
          visitor.leave();
          await turnOfLoop();
        }
        const again = Array.from({ length: most }, () => new Visitor(gate));
        await turnOfLoop();
        expect(again.map(({ state }) => state)).toEqual(Array(most).fill('in'));
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it('sends away at once, with when to come back', async () => {
    const gate = createGate(1, 0, 10_000);
    await gate.enter(new AbortController().signal);
    const refused = await gate.enter(new AbortController().signal).catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(CallerError);
    expect((refused as CallerError).extensions).toEqual({ code: 'OVERLOADED', retryAfterMs: 1_000 });
  });

  it('does not let in who had gone before, where others work', async () => {
    const gate = createGate(1, 4, 10_000);
    const first = new Visitor(gate);
    await turnOfLoop();
    await expect(gate.enter(AbortSignal.abort())).rejects.toMatchObject({
      extensions: { code: 'REQUEST_CANCELLED' },
    });
    const next = new Visitor(gate);
    first.leave();
    await turnOfLoop();
    expect(next.state).toBe('in');
  });

  it('forgets the callers that it let in: their going away later is nothing to it', async () => {
    const gate = createGate(1, 1, 10_000);
    const [first, second] = [new Visitor(gate), new Visitor(gate)];
    await turnOfLoop();
    first.leave();
    first.leave();
    await turnOfLoop();
    second.gone.abort();
    await turnOfLoop();
    const third = new Visitor(gate);
    await turnOfLoop();
    expect([second.state, third.state]).toEqual(['in', 'waiting']);
  });

  it('sends away who waited too long, and its place in line is free', async () => {
    const gate = createGate(1, 1, 30);
    const [first, second] = [new Visitor(gate), new Visitor(gate)];
    await wait(60);
    const third = new Visitor(gate);
    await turnOfLoop();
    expect([first.state, second.state, third.state]).toEqual(['in', 'OVERLOADED', 'waiting']);
    first.leave();
    await wait(60);
    expect([third.state, gate.load()]).toEqual(['in', { atWork: 1, waiting: 0 }]);
  });
});
