import type { Address, Changes } from '../address';

/** The filters that a reader can choose from, by the key of the address that holds them. */
export const filterKeys = ['kinds', 'places', 'actors', 'policy'] as const;
export type FilterKey = (typeof filterKeys)[number];

const fieldOf: Readonly<Record<FilterKey, string>> = {
  kinds: 'kinds',
  places: 'places',
  actors: 'actors',
  policy: 'policies',
};

export const valuesOf = (address: Address, key: FilterKey): string[] => address[key]?.split(',').filter(Boolean) ?? [];

/** The address with a value added to a filter, or taken out. */
export function toggled(address: Address, key: FilterKey, value: string): Changes {
  const values = valuesOf(address, key);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { [key]: next.join(',') };
}

export type Where = Readonly<Record<string, string[]>>;

/** The filters as the API takes them; null where there is none. `without` leaves one out, to count its other values. */
export function whereOf(address: Address, without?: FilterKey): Where | null {
  const chosen = filterKeys
    .filter((key) => key !== without)
    .map((key) => [fieldOf[key], valuesOf(address, key)] as const)
    .filter(([, values]) => values.length > 0);
  return chosen.length === 0 ? null : Object.fromEntries(chosen);
}

const laneWords = { place: 'PLACE', policy: 'POLICY', kind: 'KIND', actor: 'ACTOR' } as const;
export type LaneWord = keyof typeof laneWords;

export const laneChoices = Object.keys(laneWords) as LaneWord[];

export const laneOf = ({ lanes }: Address): LaneWord => laneChoices.find((known) => known === lanes) ?? 'place';

export const lanesAsked = (lane: LaneWord): string => laneWords[lane];
