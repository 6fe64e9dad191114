export type DatasetRead = {
  dataset: {
    id: string;
    title: string;
    description: string;
    version: string;
    license: string;
    citeAs: string;
    from: string;
    until: string;
    languages: string[];
    counts: { what: string; count: number }[];
  };
  all: { totalCount: number };
  single: { totalCount: number };
};

export const datasetQuestion = `# What the data set is, and how many of its events rest on one source
query Dataset {
  dataset { id title description version license citeAs from until languages counts { what count } }
  all: events(first: 0) { totalCount }
  single: events(first: 0, where: { verifications: [SINGLE_SOURCE] }) { totalCount }
}`;
