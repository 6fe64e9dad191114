/** The types of links, by what kind of following they claim. */
const linkFamilies: Readonly<Record<string, readonly string[]>> = {
  CAUSAL: ['CAUSED', 'TRIGGERED', 'ENABLED', 'CONTRIBUTED_TO', 'PROMPTED_RESPONSE', 'INTENDED', 'PREVENTED'],
  LEGAL: ['AMENDED_BY', 'REVERSED_BY', 'IMPLEMENTED_BY', 'CHALLENGED_BY'],
  TEMPORAL: ['PRECEDED'],
};

/** The family of a type of link; undefined for a word that is no type. */
export function familyOf(type: string): string | undefined {
  return Object.keys(linkFamilies).find((family) => linkFamilies[family]?.includes(type));
}
