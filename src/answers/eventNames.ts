/** A name of a thing that an event holds in this field; the language is empty for the original and for other names. */
export interface EventName {
  field: 'jurisdictions' | 'affects' | 'places' | 'policyChanges';
  lang: string;
  name: string;
}

/** All of them as one text on each event: an event is read far more often than searched, and each property costs time. */
export const namesWritten = (names: readonly EventName[]): string =>
  [...new Set(names.map(({ field, lang, name }) => `${field} ${lang} ${name.replace(/\s+/g, ' ')}`))].join('\n');

export const namesRead = (written: unknown): EventName[] =>
  typeof written !== 'string' || written === ''
    ? []
    : written.split('\n').map((line) => {
        const [field, lang, ...words] = line.split(' ');
        return { field: field as EventName['field'], lang: lang as string, name: words.join(' ') };
      });
