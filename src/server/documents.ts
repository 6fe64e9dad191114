import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from './context';

type DocumentStore = NonNullable<ApolloServerOptions<Context>['documentStore']>;

/** Most letters of all documents that are kept read. What is kept of each takes about a hundred times its text. */
const mostLetters = 200_000;

/** Keeps documents that were read and found valid, so that a known one is only answered; those asked for last. */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: mostLetters,
    sizeCalculation: ({ loc }) => loc?.source.body.length || 1,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
