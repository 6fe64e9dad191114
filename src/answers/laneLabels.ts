import { type OwnLanguage, ownLanguage } from './languages';
import { ownLanes } from './timeline';

export type LaneBy = 'PLACE' | 'POLICY' | 'KIND' | 'ACTOR' | 'NONE';

type Words = Readonly<Record<OwnLanguage, string>>;

const without: Readonly<Partial<Record<LaneBy, Words>>> = {
  PLACE: { en: 'No place', es: 'Sin lugar', fr: 'Aucun lieu' },
  POLICY: { en: 'No policy', es: 'Sin política', fr: 'Aucune politique' },
  ACTOR: { en: 'No actor', es: 'Sin actor', fr: 'Aucun acteur' },
};

const all: Words = { en: 'All events', es: 'Todos los eventos', fr: 'Tous les événements' };
const rest: Words = { en: 'Everything else', es: 'Todo lo demás', fr: 'Tout le reste' };

/** The label of a lane that is no thing of the data set; null for one that is. */
export function ownLaneLabel(id: string, by: LaneBy, lang: string): string | null {
  const words = id === ownLanes.all ? all : id === ownLanes.rest ? rest : id === ownLanes.none ? without[by] : null;
  return words?.[ownLanguage(lang)] ?? null;
}
