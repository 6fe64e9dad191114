import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { buildSchema, graphql } from 'graphql';

const PAGES = join(__dirname, '../../dist/page');

/** The built pages and a small schema behind the headers of the real server. */
export async function startServer(): Promise<{ url: string; close(): Promise<void> }> {
  if (!existsSync(join(PAGES, 'playground/index.html'))) throw new Error('No pages in dist/page: run `npm run build`.');
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, type: string, body: string | Buffer) =>
      response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
    try {
      if (pathname === '/graphql' && request.method === 'POST') {
        const { query, variables, operationName } = JSON.parse(await readBody(request));
        const answer = await graphql({ schema, rootValue, source: query, variableValues: variables, operationName });
        return send(answer.data === undefined ? 400 : 200, 'application/graphql-response+json', JSON.stringify(answer));
      }
      if (pathname === '/playground/samples.json') return send(200, 'application/json', JSON.stringify(samples));
      const file = { '/graphql': 'playground/index.html', '/graphql/plain': 'playground/plain.html' }[pathname];
      const path = normalize(join(PAGES, file ?? pathname));
      if (!path.startsWith(PAGES)) return send(404, 'text/plain', 'Not found');
      return send(200, TYPES[extname(path)] ?? 'application/octet-stream', await readFile(path));
    } catch {
      return send(404, 'text/plain', 'Not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on a port, never on a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const POLICY = [
  "default-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const schema = buildSchema(`
  "Where every question begins."
  type Query {
    "What an event is said to have led to."
    whatFollowed(event: ID!, depth: Int! = 3): Chain
    event(id: ID!): Event
    dataset: Dataset!
  }
  type Dataset { title: String! version: String! }
  type Chain { start: Event! steps: [ChainStep!]! links: [EventLink!]! }
  type ChainStep { event: Event! depth: Int! via: [EventLink!]! evidence: Evidence! }
  type Event { id: ID! title: String! summary: String! date: FuzzyDate! }
  type FuzzyDate { edtf: String! text: String! }
  type EventLink {
    id: ID! label: String! from: Event! to: Event! type: LinkType! family: LinkFamily! evidence: Evidence! basis: String!
    disputed: Boolean! claims: ClaimConnection! sources: [Source!]!
  }
  type ClaimConnection { nodes: [Claim!]! totalCount: Int! }
  type Claim { id: ID! by: Claimant! stance: Stance! text: String! }
  union Claimant = Actor | Source
  type Actor { id: ID! name: String! }
  type Source { id: ID! title: String! url: String! sourceKind: SourceKind! }
  "How well a link is supported."
  enum Evidence { DOCUMENTED ASSERTED INFERRED }
  enum LinkFamily { CAUSAL LEGAL TEMPORAL }
  enum LinkType { CONTRIBUTED_TO REVERSED_BY }
  enum Stance { ASSERTS DISPUTES }
  enum SourceKind { PRIMARY NEWS }
`);

const event = (id: string, title: string, edtf: string, text: string) => ({
  id,
  title,
  summary: `${title}.`,
  date: { edtf, text },
});
const lifted = event(
  'ca-mexico-visa-lifted-2016',
  'Visa requirement for Mexicans lifted',
  '2016-12-01',
  '1 December 2016',
);
const record = event('ca-mexican-claims-record-2023', 'Claims by Mexicans reach a record', '2023', '2023');
const reimposed = event('ca-mexico-visa-reimposed-2024', 'Visa partly brought back', '2024-02-29', '29 February 2024');
const gazette = { id: 'gazette', title: 'Canada Gazette', url: 'https://gazette.example/2024', sourceKind: 'PRIMARY' };

type Step = ReturnType<typeof event>;
const link = (from: Step, to: Step, type: string, family: string, evidence: string, disputed: boolean) => ({
  id: `${from.id}--${type.toLowerCase()}--${to.id}`,
  label: `“${from.title}” is said to have led to “${to.title}”`,
  basis: 'Ministers and agency data tie the climb in claims to easier travel.',
  from,
  to,
  type,
  family,
  evidence,
  disputed,
  claims: {
    totalCount: 1,
    nodes: [
      {
        id: `claim-on-${to.id}`,
        by: { __typename: 'Actor', id: 'minister', name: 'The minister' },
        stance: disputed ? 'DISPUTES' : 'ASSERTS',
        text: 'Claims rose after the visa went.',
      },
    ],
  },
  sources: [gazette],
});
const links = [
  link(lifted, record, 'CONTRIBUTED_TO', 'CAUSAL', 'ASSERTED', true),
  link(lifted, reimposed, 'REVERSED_BY', 'LEGAL', 'DOCUMENTED', false),
  link(record, reimposed, 'CONTRIBUTED_TO', 'CAUSAL', 'ASSERTED', false),
];

const rootValue = {
  dataset: { title: 'North American asylum policy', version: '1.0.0' },
  event: ({ id }: { id: string }) => [lifted, record, reimposed].find((known) => known.id === id),
  whatFollowed: {
    start: lifted,
    links,
    steps: [
      { event: record, depth: 1, via: links.slice(0, 1), evidence: 'ASSERTED' },
      { event: reimposed, depth: 1, via: links.slice(1), evidence: 'DOCUMENTED' },
    ],
  },
};

const samples = [
  {
    name: 'what-followed',
    title: 'What followed the lifting of the visa for Mexicans',
    group: 'Chains',
    query: `# What followed when Canada lifted its visa for Mexicans in 2016? Each step names its links, who says so,
# who disputes it, and the sources.
query WhatFollowed($event: ID!, $depth: Int!) {
  whatFollowed(event: $event, depth: $depth) {
    steps {
      depth
      evidence
      event {
        title
        date {
          text
        }
      }
      via {
        label
        type
        family
        evidence
        basis
        disputed
        claims {
          nodes {
            stance
            by {
              ... on Actor {
                name
              }
              ... on Source {
                title
              }
            }
            text
          }
        }
        sources {
          title
          url
          sourceKind
        }
      }
    }
  }
}
`,
    variables: { event: 'ca-mexico-visa-lifted-2016', depth: 3 },
  },
  {
    name: 'one-event',
    title: 'One event by its id',
    group: 'Events',
    query: `# An event by its id. An id that does not exist gives null.
query OneEvent {
  event(id: "ca-mexico-visa-reimposed-2024") {
    title
    summary
    date {
      edtf
      text
    }
  }
}
`,
    variables: null,
  },
  {
    name: 'dataset',
    title: 'What the data set is',
    group: 'The data set',
    query: `# Title and version of the data that answers.
query DataSet {
  dataset {
    title
    version
  }
}
`,
    variables: null,
  },
];
