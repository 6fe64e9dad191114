import type { InLanguages } from '../language';

const en = {
  events: (single: string, all: string) => `${single} of ${all} events rest on a single source.`,
  unverified: (count: string) => `Not confirmed by any source that was found: ${count}.`,
  links: (disputed: string, inferred: string, all: string) =>
    `Of ${all} links, ${disputed} are disputed, and ${inferred} rest on time and topic alone.`,
  outline: 'The same facts as text, without drawings',
  report: 'Report a wrong fact',
  reportHow: (id: string, version: string) =>
    `Open the event or the link: at its end stands the id of its row. Write to whoever runs this page, or change the files of the data set “${id}” (edition ${version}): say which row is wrong, what is right, and name a source. Its README tells the way from a fact to its line.`,
};

export type FooterWords = typeof en;

const es: FooterWords = {
  events: (single, all) => `${single} de ${all} hechos se apoyan en una sola fuente.`,
  unverified: (count) => `Sin confirmar por ninguna fuente hallada: ${count}.`,
  links: (disputed, inferred, all) =>
    `De ${all} vínculos, ${disputed} están cuestionados y ${inferred} se apoyan solo en la fecha y el tema.`,
  outline: 'Los mismos datos como texto, sin dibujos',
  report: 'Señalar un dato equivocado',
  reportHow: (id, version) =>
    `Abra el hecho o el vínculo: al final está el id de su fila. Escriba a quien mantiene esta página o cambie los archivos del conjunto de datos “${id}” (edición ${version}): diga qué fila está mal, qué es lo correcto y nombre una fuente. Su README muestra el camino del dato a su línea.`,
};

const fr: FooterWords = {
  events: (single, all) => `${single} des ${all} événements reposent sur une seule source.`,
  unverified: (count) => `Sans confirmation par une source trouvée\u00a0: ${count}.`,
  links: (disputed, inferred, all) =>
    `Sur ${all} liens, ${disputed} sont contestés, et ${inferred} ne reposent que sur la date et le sujet.`,
  outline: 'Les mêmes faits en texte, sans dessins',
  report: 'Signaler un fait erroné',
  reportHow: (id, version) =>
    `Ouvrez l’événement ou le lien\u00a0: à la fin se trouve l’id de sa ligne. Écrivez à qui tient cette page, ou modifiez les fichiers du jeu de données «\u00a0${id}\u00a0» (édition ${version})\u00a0: dites quelle ligne est fausse, ce qui est juste, et nommez une source. Son README mène d’un fait à sa ligne.`,
};

export const footerWords: InLanguages<FooterWords> = { en, es, fr };
