type Total = { totalCount: number };

export type DatasetRead = {
  dataset: {
    id: string;
    version: string;
    citeAs: string;
    counts: { what: string; count: number }[];
  };
  all: Total;
  single: Total;
  unverified: Total;
  links: Total;
  disputed: Total;
  supported: Total;
};

export const datasetQuestion = `# What the data set is, how many of its events rest on one source, how many links on time and topic alone
query Dataset {
  dataset { id version citeAs counts { what count } }
  all: events(first: 0) { totalCount }
  single: events(first: 0, where: { verifications: [SINGLE_SOURCE] }) { totalCount }
  unverified: events(first: 0, where: { verifications: [UNVERIFIED] }) { totalCount }
  links(first: 0) { totalCount }
  disputed: links(first: 0, where: { disputed: true }) { totalCount }
  supported: links(first: 0, where: { minEvidence: ASSERTED }) { totalCount }
}`;
