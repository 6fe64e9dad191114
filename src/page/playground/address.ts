export type Linked = { query: string; variables: string; operationName: string | null };

/** The query that a link carries: `?query=…&variables=…&operationName=…`. */
export function findLinked(search: string): Linked | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (!query?.trim()) return null;
  return { query, variables: parameters.get('variables') ?? '', operationName: parameters.get('operationName') };
}

export function linkTo({ query, variables, operationName }: Linked): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  if (operationName) parameters.set('operationName', operationName);
  return `?${parameters}`;
}
