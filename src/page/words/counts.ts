import type { InLanguages, Lang } from '../language';

/** What the API counts, for a reader. */
const names: Readonly<Record<string, InLanguages<string>>> = {
  events: { en: 'events', es: 'hechos', fr: 'événements' },
  links: { en: 'links', es: 'vínculos', fr: 'liens' },
  claims: { en: 'claims', es: 'afirmaciones', fr: 'affirmations' },
  policies: { en: 'policies', es: 'políticas', fr: 'politiques' },
  'policy changes': { en: 'policy changes', es: 'cambios de políticas', fr: 'changements de politiques' },
  actors: { en: 'actors', es: 'actores', fr: 'acteurs' },
  places: { en: 'places', es: 'lugares', fr: 'lieux' },
  sources: { en: 'sources', es: 'fuentes', fr: 'sources' },
  metrics: { en: 'metrics', es: 'métricas', fr: 'mesures' },
  observations: { en: 'numbers', es: 'cifras', fr: 'chiffres' },
  stories: { en: 'stories', es: 'historias', fr: 'récits' },
  'glossary terms': { en: 'explained words', es: 'palabras explicadas', fr: 'mots expliqués' },
};

export const countedIn = (what: string, lang: Lang): string => names[what]?.[lang] ?? what;
