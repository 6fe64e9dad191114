/** A search over the shipped data, and what it must find among its first hits; `kinds` narrows it. */
export interface Search {
  text: string;
  kinds?: string[];
  /** These ids, in whatever order, among so many first hits. */
  finds: string[];
  among: number;
}

const first = (text: string, id: string, kinds?: string[]): Search => ({ text, kinds, finds: [id], among: 1 });
const among = (count: number, text: string, finds: string[], kinds?: string[]): Search => ({
  text,
  kinds,
  finds,
  among: count,
});

/** What people type: in three languages, with and without accents, mistyped, unfinished, with words in any order. */
export const searches: Search[] = [
  // Places and people by their names.
  first('Roxham', 'roxham-road'),
  first('roxam', 'roxham-road'),
  first('chemin Roxham', 'roxham-road'),
  first('Québec', 'CA-QC'),
  first('quebec', 'CA-QC'),
  first('que\u0301bec', 'CA-QC'),
  first('juarez', 'ciudad-juarez'),
  first('Juárez ciudad', 'ciudad-juarez'),
  first('juraez', 'ciudad-juarez'),
  first('ciudad juares', 'ciudad-juarez'),
  first('Darien', 'darien'),
  first('tapón del darién', 'darien'),
  first('US', 'US'),
  first('Estados Unidos', 'US'),
  first('États-Unis', 'US'),
  first('etats unis', 'US'),
  first('Trudeau', 'justin-trudeau'),
  first('trudau', 'justin-trudeau'),
  first('lopez obrad', 'andres-manuel-lopez-obrador'),
  first('Sheinbaum', 'claudia-sheinbaum'),
  first('Marc Miller', 'marc-miller'),
  first('UNHCR', 'unhcr'),
  first('COMAR', 'comar'),
  first('U.S. Supreme Court', 'us-supreme-court'),
  among(2, 'amnesty', ['amnesty-international', 'amnesty-international-canada']),
  // Policies by their names, other names and in translation.
  among(8, 'CBP One', ['cbp-one', 'story-cbp-one', 'us-cbp-one-shutdown-2025', 'us-cbp-one-scheduling-2023']),
  among(8, 'Title 42', ['title-42', 'story-title-42-mexico', 'us-title-42-ended-2023', 'us-title-42-vacated-2022']),
  among(8, 'título 42', ['title-42', 'us-title-42-ended-2023']),
  among(8, 'titre 42', ['title-42', 'us-title-42-ended-2023']),
  first('MPP', 'migrant-protection-protocols'),
  first('remain in mexico', 'migrant-protection-protocols'),
  among(5, 'quédate en méxico', ['us-mpp-announced-2018', 'us-mpp-reinstated-2025']),
  first('STCA', 'safe-third-country-agreement'),
  among(6, 'tercer país seguro', ['safe-third-country-agreement', 'ca-stca-in-force-2004']),
  among(6, 'tercer pais seguro', ['safe-third-country-agreement', 'ca-stca-in-force-2004']),
  among(8, 'tiers pays sûr', ['us-safe-third-country-designation', 'mx-refuses-safe-third-country-2019']),
  among(8, 'tiers pays surs entente', ['safe-third-country-agreement', 'ca-stca-in-force-2004']),
  among(4, 'zero tolerance', ['zero-tolerance', 'us-zero-tolerance-memo-2018']),
  among(4, 'tolerancia cero', ['zero-tolerance', 'us-zero-tolerance-memo-2018']),
  among(4, 'guatemala acuerdo', ['aca-guatemala', 'us-guatemala-aca-2019']),
  among(6, 'projet de loi C-12', ['c12-asylum-rules', 'ca-bill-c12-introduced-2025']),
  // Words written together.
  among(8, 'CBPOne', ['cbp-one', 'story-cbp-one', 'us-cbp-one-shutdown-2025']),
  among(8, 'Title42', ['title-42', 'story-title-42-mexico', 'us-title-42-ended-2023']),
  // Events by what happened, and by the names of their places and policies.
  among(
    30,
    'visa Mexico',
    ['ca-mexico-visa-imposed-2009', 'ca-mexico-visa-lifted-2016', 'ca-mexico-visa-reimposed-2024'],
    ['EVENT'],
  ),
  among(4, 'visa for Mexicans', [
    'ca-mexico-visa-lifted-2016',
    'mexico-visa-requirement',
    'ca-mexico-visa-imposed-2009',
  ]),
  among(6, 'visa para mexicanos', ['ca-mexico-visa-reimposed-2024', 'ca-trudeau-commits-lift-mexico-visa-2015']),
  among(5, 'Mexique visa', ['mx-reacts-canada-visa-2024']),
  among(4, 'separacion de familias', ['us-family-separation-eo-2018', 'intl-ohchr-family-separation-2018']),
  among(3, 'caravana migrante', ['mx-caravan-october-2018']),
  first('incendio', 'mx-juarez-fire-2023'),
  first('haïtiens del rio', 'intl-del-rio-haitians-2021'),
  among(3, 'aranceles', ['mexico-migration-tariffs-2019', 'us-ieepa-tariff-ruling-2026']),
  among(5, 'trump tarifs', ['us-tariff-threat-mexico-2019', 'us-border-tariffs-eo-2025']),
  among(3, 'mise en œuvre protocole', ['ca-stca-regulations-2023']),
  among(2, 'geneva refugee convention', ['intl-refugee-convention-1951']),
  // Other kinds of things.
  among(2, 'Darién crossings', ['darien-crossings'], ['METRIC']),
  among(3, 'roxham', ['rcmp-interceptions-roxham-road'], ['METRIC', 'SOURCE']),
  among(3, 'fire', ['mx-juarez-fire-2023--preceded--mx-inm-suspends-deportations-2023'], ['LINK']),
  among(
    3,
    'matelas feu',
    ['mx-chnv-30000-2023--contributed_to--mx-juarez-fire-2023--disputes--andres-manuel-lopez-obrador'],
    ['CLAIM'],
  ),
  first('title 42', 'story-title-42-mexico', ['STORY']),
  // Not all of the words stand together anywhere.
  first('roxham winter', 'roxham-road'),
  among(4, 'CBP Uno', ['cbp-one']),
];
