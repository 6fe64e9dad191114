import type { Row } from '../src/dataset/format';
import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith, readSound } from './support/datasets';
import { ENGINES } from './support/engines';

/** What a law, a gazette, a court or an agency itself says of a day in the life of a policy. */
interface Witness {
  /** A primary source, by its id in sources.jsonl. */
  source: string;
  /** The event that it is the word on. */
  event: string;
  day: string;
  /** How the policy stood on that day, and on the day before. */
  status: string;
  before: string;
}

const witnesses: Readonly<Record<string, readonly Witness[]>> = {
  'third-country-transit-rule': [
    // 84 FR 33829: in force on the day of publication.
    {
      source: 'federal-elaws-us-8b8d03',
      event: 'us-third-country-transit-rule-2019',
      day: '2019-07-16',
      status: 'IN_FORCE',
      before: 'ANNOUNCED',
    },
    // 140 S. Ct. 3: the stay lets the whole rule apply.
    {
      source: 'app-midpage-ai-f1e505',
      event: 'us-scotus-transit-rule-stay-2019',
      day: '2019-09-11',
      status: 'IN_FORCE',
      before: 'PARTLY_IN_FORCE',
    },
    // 85 FR 82260: printed on 17 December for a start on 19 January.
    {
      source: 'regulations-justia-com-62da24',
      event: 'us-transit-rule-final-2020',
      day: '2020-12-17',
      status: 'ANNOUNCED',
      before: 'ENDED',
    },
    {
      source: 'regulations-justia-com-62da24',
      event: 'us-transit-rule-final-2020',
      day: '2021-01-19',
      status: 'IN_FORCE',
      before: 'ANNOUNCED',
    },
    // Executive Order 14010 orders a review and no end.
    {
      source: 'regulations-justia-com-26ff8e',
      event: 'us-eo-14010-2021',
      day: '2021-02-02',
      status: 'IN_FORCE',
      before: 'IN_FORCE',
    },
  ],
  'migrant-protection-protocols': [
    {
      source: 'dhs-gov-812a4d',
      event: 'us-mpp-begins-2019',
      day: '2019-01-25',
      status: 'IN_FORCE',
      before: 'ANNOUNCED',
    },
    // The Ninth Circuit ruled against it and held its own order back the same day.
    {
      source: 'assets-documentcloud-org-1e3b9f',
      event: 'us-mpp-ninth-circuit-affirms-2020',
      day: '2020-02-28',
      status: 'IN_FORCE',
      before: 'IN_FORCE',
    },
    {
      source: 'dhs-gov-93c7ba',
      event: 'us-mpp-termination-june-2021',
      day: '2021-06-01',
      status: 'ENDED',
      before: 'SUSPENDED',
    },
    // The ending of October 2021 waited for the court.
    {
      source: 'dhs-gov-93c7ba',
      event: 'us-mpp-termination-october-2021',
      day: '2021-10-29',
      status: 'ENDED',
      before: 'ENDED',
    },
    { source: 'gob-mx-7506e8', event: 'us-mpp-restart-2021', day: '2021-12-02', status: 'ANNOUNCED', before: 'ENDED' },
    {
      source: 'dhs-gov-812a4d',
      event: 'us-mpp-reinstated-2025',
      day: '2025-01-21',
      status: 'IN_FORCE',
      before: 'ENDED',
    },
  ],
  'title-42': [
    // 85 FR 17060: issued and in force on 20 March, printed on the 26th.
    {
      source: 'federal-elaws-us-6cd94f',
      event: 'us-title-42-order-2020',
      day: '2020-03-20',
      status: 'IN_FORCE',
      before: 'UNKNOWN',
    },
    // 87 FR 19941 set an end for 23 May 2022, which a court stopped three days before.
    {
      source: 'print-casetext-com-8feeaa',
      event: 'us-title-42-termination-order-2022',
      day: '2022-05-23',
      status: 'IN_FORCE',
      before: 'IN_FORCE',
    },
    // Docket 22A544: the judgment of November is stayed before it bites.
    {
      source: 'supremecourt-gov-10ba15',
      event: 'us-title-42-vacated-2022',
      day: '2022-11-15',
      status: 'IN_FORCE',
      before: 'IN_FORCE',
    },
    {
      source: 'supremecourt-gov-10ba15',
      event: 'us-title-42-scotus-stay-2022',
      day: '2022-12-27',
      status: 'IN_FORCE',
      before: 'IN_FORCE',
    },
    // It ran until 23:59 Eastern on 11 May, so that 12 May is the first day without it.
    {
      source: 'dhs-gov-d0628c',
      event: 'us-title-42-ended-2023',
      day: '2023-05-12',
      status: 'ENDED',
      before: 'IN_FORCE',
    },
  ],
  'mexico-visa-requirement': [
    // SOR/2016-293: Mexicans need no visa from 1 December 2016.
    {
      source: 'gazette-gc-ca-b9e940',
      event: 'ca-mexico-visa-lifted-2016',
      day: '2016-12-01',
      status: 'ENDED',
      before: 'IN_FORCE',
    },
    // SOR/2024-34: again from 29 February 2024, but not for all.
    {
      source: 'canadagazette-gc-ca-23df87',
      event: 'ca-mexico-visa-reimposed-2024',
      day: '2024-02-29',
      status: 'PARTLY_IN_FORCE',
      before: 'ENDED',
    },
  ],
  'safe-third-country-agreement': [
    {
      source: 'cic-gc-ca-3904f8',
      event: 'ca-stca-signed-2002',
      day: '2002-12-05',
      status: 'ANNOUNCED',
      before: 'UNKNOWN',
    },
    // 69 FR 69480.
    {
      source: 'federal-elaws-us-cffe80',
      event: 'ca-stca-in-force-2004',
      day: '2004-12-29',
      status: 'IN_FORCE',
      before: 'ANNOUNCED',
    },
    // Treaty E105722 and 88 FR 18227: wider from 25 March 2023, in force before and after.
    {
      source: 'treaty-accord-gc-ca-de7259',
      event: 'ca-stca-protocol-effective-2023',
      day: '2023-03-25',
      status: 'IN_FORCE',
      before: 'IN_FORCE',
    },
    {
      source: 'govinfo-gov-c62c34',
      event: 'ca-stca-protocol-effective-2023',
      day: '2023-03-25',
      status: 'IN_FORCE',
      before: 'IN_FORCE',
    },
  ],
  'cbp-one': [
    // Executive Order 14165 has the app used for entry no longer.
    {
      source: 'regulations-justia-com-9bd87e',
      event: 'us-eo-14165-2025',
      day: '2025-01-20',
      status: 'ENDED',
      before: 'IN_FORCE',
    },
  ],
};

const all = Object.entries(witnesses).flatMap(([policy, list]) => list.map((witness) => ({ policy, ...witness })));

describe('the lives of policies, held against laws, gazettes, courts and agencies', () => {
  const dataset = readSound(northAmericanAsylum);
  let engine: Engine;
  beforeAll(async () => {
    const [embedded] = ENGINES;
    if (!embedded) throw new Error('Expected an engine to ask, but there is none');
    engine = await openWith(embedded, dataset);
  });
  afterAll(() => engine.close());

  test.each(all)('$policy on $day and the day before ($source)', async ({ policy, day, status, before }) => {
    const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const state = (date: string) => `stateOn(date: "${date}") { status certainty }`;
    const { data } = await ask(engine, `{ policy(id: "${policy}") { on: ${state(day)} before: ${state(dayBefore)} } }`);
    expect(data.policy).toEqual({
      on: { status, certainty: 'CERTAIN' },
      before: { status: before, certainty: 'CERTAIN' },
    });
  });

  test.each(all)('$source is a primary source that the data set cites for $event, which changes $policy', (witness) => {
    const { rows } = dataset;
    const source = rows.sources.find(({ values }) => values.id === witness.source);
    expect(source?.values.kind).toBe('PRIMARY');
    const isAbout = ({ values }: Row) => [values.id, values.event, values.from, values.to].includes(witness.event);
    const citing = [...rows.events, ...rows['policy-changes'], ...rows.links]
      .filter(isAbout)
      .flatMap(({ values }) => values.sources as string[]);
    expect(citing).toContain(witness.source);
    const changed = rows['policy-changes'].filter(({ values }) => values.event === witness.event);
    expect(changed.map(({ values }) => values.policy)).toContain(witness.policy);
  });
});
