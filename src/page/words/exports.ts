import type { InLanguages } from '../language';
import type { Format } from '../parts/Exports';

type ExportWords = { take: string; formats: Readonly<Record<Format, string>> };

const en: ExportWords = {
  take: 'Take these events with you',
  formats: {
    html: 'A page in one file, for any web server (HTML)',
    markdown: 'A document to write on in (Markdown)',
    csv: 'A data set of its own, as tables (CSV in a zip)',
    'csv-flat': 'One table for a spreadsheet (CSV)',
    'csv-series': 'The numbers tied to the events, for charts (CSV)',
    timelinejs: 'Slides for TimelineJS 3 (JSON)',
    'vis-timeline': 'Items for vis-timeline (JSON)',
    icalendar: 'A calendar of whole days (iCalendar)',
    graphml: 'A graph for Gephi or yEd (GraphML)',
    mermaid: 'A diagram for Mermaid',
    'json-ld': 'Linked data (JSON-LD)',
  },
};

const es: ExportWords = {
  take: 'Llevarse estos hechos',
  formats: {
    html: 'Una página en un solo archivo, para cualquier servidor (HTML)',
    markdown: 'Un documento para seguir escribiendo (Markdown)',
    csv: 'Un conjunto de datos propio, en tablas (CSV en un zip)',
    'csv-flat': 'Una sola tabla para una hoja de cálculo (CSV)',
    'csv-series': 'Las cifras ligadas a los hechos, para gráficas (CSV)',
    timelinejs: 'Diapositivas para TimelineJS 3 (JSON)',
    'vis-timeline': 'Elementos para vis-timeline (JSON)',
    icalendar: 'Un calendario de días completos (iCalendar)',
    graphml: 'Un grafo para Gephi o yEd (GraphML)',
    mermaid: 'Un diagrama para Mermaid',
    'json-ld': 'Datos enlazados (JSON-LD)',
  },
};

const fr: ExportWords = {
  take: 'Emporter ces événements',
  formats: {
    html: 'Une page en un seul fichier, pour tout serveur (HTML)',
    markdown: 'Un document à poursuivre (Markdown)',
    csv: 'Un jeu de données à part, en tableaux (CSV dans un zip)',
    'csv-flat': 'Un seul tableau pour un tableur (CSV)',
    'csv-series': 'Les chiffres rattachés aux événements, pour des graphiques (CSV)',
    timelinejs: 'Des diapositives pour TimelineJS 3 (JSON)',
    'vis-timeline': 'Des éléments pour vis-timeline (JSON)',
    icalendar: 'Un calendrier de jours entiers (iCalendar)',
    graphml: 'Un graphe pour Gephi ou yEd (GraphML)',
    mermaid: 'Un diagramme pour Mermaid',
    'json-ld': 'Des données liées (JSON-LD)',
  },
};

export const exportWords: InLanguages<ExportWords> = { en, es, fr };
