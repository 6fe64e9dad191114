import type { Column } from '../parts/Table';
import { To } from '../parts/To';
import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import type { StateRead } from './questions';
import { policiesWords } from './words';

/** What a table tells of how a policy stood, column by column. */
export function useStateColumns(): Record<
  'status' | 'from' | 'until' | 'event' | 'scope' | 'certainty',
  Column<StateRead>
> {
  const words = useWords(policiesWords);
  const lang = useLang();
  return {
    status: { head: words.status, text: ({ status }) => labelOf(status, lang) },
    from: {
      head: words.from,
      text: ({ from }) => from?.text ?? words.beginning,
      order: ({ from }) => from?.earliest ?? '',
    },
    until: {
      head: words.until,
      text: ({ until }) => until?.text ?? words.open,
      order: ({ until }) => until?.earliest ?? '9999',
    },
    event: {
      head: words.event,
      text: ({ by }) => by?.title ?? '',
      cell: ({ by }) => by && <To changes={{ event: by.id }}>{by.title}</To>,
    },
    scope: { head: words.scope, text: ({ scope }) => scope ?? '' },
    certainty: {
      head: words.certainty,
      text: ({ certainty }) => (certainty === 'POSSIBLE' ? words.possible : words.sure),
    },
  };
}
