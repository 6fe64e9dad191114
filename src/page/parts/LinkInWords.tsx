import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import { linkWords } from '../words/links';
import type { ClaimRead, LinkRead, SourceRead } from './linkQuestion';
import { To } from './To';

/** A link as words: the sentence, type and evidence, who says so, who disagrees, why it is drawn, what it rests on. */
export function LinkInWords({ link, level = 3 }: { link: LinkRead; level?: 2 | 3 | 4 }) {
  const words = useWords(linkWords);
  const { nodes, totalCount } = link.claims;
  const of = (...stances: string[]) => nodes.filter(({ stance }) => stances.includes(stance));
  const others = of('FORECASTS', 'DEMANDS');
  const Heading = `h${level}` as 'h3';
  return (
    <div class="link-words">
      <p class="sentence">{link.label}</p>
      <LinkMarks link={link} />
      {link.basis && (
        <p>
          <b>{words.basis}:</b> {link.basis}
        </p>
      )}
      <Heading>{words.saysSo}</Heading>
      <Claims claims={of('ASSERTS')} none={words.nobodySaysSo} />
      <Heading>{words.disagrees}</Heading>
      <Claims claims={of('DISPUTES', 'DENIES')} none={words.nobodyDisagrees} />
      {of('QUALIFIES').length > 0 && (
        <>
          <Heading>{words.reservations}</Heading>
          <Claims claims={of('QUALIFIES')} none="" />
        </>
      )}
      {others.length > 0 && (
        <>
          <Heading>{words.otherClaims}</Heading>
          <Claims claims={others} none="" />
        </>
      )}
      {totalCount > nodes.length && <p class="note">{words.notRecorded(totalCount - nodes.length)}</p>}
      <Heading>{words.rests}</Heading>
      <Sources sources={link.sources} />
    </div>
  );
}

/** Type, evidence and disputes of a link as words in small marks; colour only repeats them. */
export function LinkMarks({
  link,
}: {
  link: Pick<LinkRead, 'type' | 'family' | 'evidence' | 'disputed' | 'qualified'>;
}) {
  const words = useWords(linkWords);
  const lang = useLang();
  return (
    <p class="marks">
      <span class={`mark ${link.family.toLowerCase()}`}>{labelOf(link.type, lang)}</span>{' '}
      <span class="mark" title={words.explainEvidence[link.evidence]}>
        {labelOf(link.evidence, lang)}
      </span>{' '}
      {link.disputed && <span class="mark disputed">≠ {words.disputed}</span>}{' '}
      {link.qualified && <span class="mark">{words.qualified}</span>}
    </p>
  );
}

export function Claims({ claims, none }: { claims: ClaimRead[]; none: string }) {
  const words = useWords(linkWords);
  const lang = useLang();
  if (claims.length === 0) return none === '' ? null : <p class="none">{none}</p>;
  return (
    <ul class="claims">
      {claims.map((claim) => (
        <li key={claim.id} class={claim.stance.toLowerCase()}>
          <b>{claim.by.publisher ?? claim.by.name}</b> {labelOf(claim.stance, lang)}
          {claim.saidOn && ` (${claim.saidOn.text})`}: {claim.text}
          {claim.hedge && <i> ({words.hedge(claim.hedge)})</i>} <SourceMarks sources={claim.sources} />
        </li>
      ))}
    </ul>
  );
}

/** Sources as a list: title, publisher, day and kind. */
export function Sources({ sources }: { sources: SourceRead[] }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} />
        </li>
      ))}
    </ul>
  );
}

export function SourceLine({ source }: { source: SourceRead }) {
  const lang = useLang();
  const about = [source.publisher, source.published?.text, labelOf(source.sourceKind, lang)].filter(Boolean).join(', ');
  return (
    <>
      <a href={source.url} rel="noreferrer">
        {source.title}
      </a>{' '}
      <small>({about})</small>
    </>
  );
}

/** Sources as small numbers, for the end of a sentence. */
function SourceMarks({ sources }: { sources: SourceRead[] }) {
  return (
    <small>
      {sources.map((source, at) => (
        <a key={source.id} href={source.url} rel="noreferrer" title={source.title}>
          [{at + 1}]<span class="unseen"> {source.title}</span>
        </a>
      ))}
    </small>
  );
}

/** The two ends of a link, each a way to its panel. */
export function LinkEnds({ link }: { link: Pick<LinkRead, 'from' | 'to' | 'type'> }) {
  const lang = useLang();
  return (
    <p class="ends">
      <To changes={{ event: link.from.id, link: null }}>{link.from.title}</To> <small>{link.from.date.text}</small>
      <br />
      <span class="verb">→ {labelOf(link.type, lang)} →</span>
      <br />
      <To changes={{ event: link.to.id, link: null }}>{link.to.title}</To> <small>{link.to.date.text}</small>
    </p>
  );
}
