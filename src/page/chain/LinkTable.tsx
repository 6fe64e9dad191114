import type { EventBrief } from '../parts/linkQuestion';
import { type Column, Twin } from '../parts/Table';
import { To } from '../parts/To';
import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import type { HopRead } from './chainQuestions';
import { dayOf } from './layout';
import { chainWords } from './words';

/** The twin of every drawing of links: one row a link, in the order of the drawing. */
export function LinkTable({ links, events }: { links: HopRead[]; events: EventBrief[] }) {
  const words = useWords(chainWords);
  const lang = useLang();
  const eventOf = (id: string) => events.find((event) => event.id === id);
  const titleOf = (id: string) => eventOf(id)?.title ?? id;
  const dated = (id: string) => {
    const event = eventOf(id);
    return event ? `${event.title} (${event.date.text})` : id;
  };
  const order = (id: string) => {
    const event = eventOf(id);
    return event ? `${dayOf(event)} ${event.title}` : id;
  };
  const end = (head: string, id: (link: HopRead) => string): Column<HopRead> => ({
    head,
    text: (link) => dated(id(link)),
    order: (link) => order(id(link)),
    cell: (link) => (
      <>
        <To changes={{ event: id(link), link: null }}>{titleOf(id(link))}</To>{' '}
        <small>{eventOf(id(link))?.date.text}</small>
      </>
    ),
  });
  const columns: Column<HopRead>[] = [
    end(words.columns.from, ({ from }) => from.id),
    {
      head: words.columns.type,
      text: ({ type }) => labelOf(type, lang),
      cell: ({ id, type }) => <To changes={{ link: id, event: null }}>{labelOf(type, lang)}</To>,
    },
    end(words.columns.to, ({ to }) => to.id),
    { head: words.columns.evidence, text: ({ evidence }) => labelOf(evidence, lang) },
    { head: words.columns.disputed, text: (link) => namesOf(link, ['DISPUTES', 'DENIES'], words.nobody) },
    { head: words.columns.says, text: (link) => namesOf(link, ['ASSERTS'], words.nobody) },
  ];
  return <Twin caption={words.tableOf} columns={columns} rows={links} keyOf={({ id }) => id} />;
}

/** Who takes one of the stances on a link, each once; "…" where more was said than was asked for. */
export function namesOf({ claims }: HopRead, stances: string[], nobody: string): string {
  const names = new Set(
    claims.nodes.filter(({ stance }) => stances.includes(stance)).map(({ by }) => by.publisher ?? by.name),
  );
  if (claims.totalCount > claims.nodes.length) names.add('…');
  return names.size > 0 ? [...names].join('; ') : nobody;
}
