import { linkTo } from '../playground/address';

/** The address of the playground, opened on a query with its variables. */
export const inGraphQL = (query: string, variables: Record<string, unknown>): string =>
  `/graphql${linkTo({ query, variables: JSON.stringify(variables, null, 2), operationName: null })}`;
