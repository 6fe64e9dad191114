/** @jsxImportSource react */
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type OperationDefinitionNode, parse } from 'graphql';
import { useId } from 'react';
import { firstSentence, groupSamples, piecesOf, type Sample, type Samples, variablesText } from './samples';

/** Where there is room for one thing only, the answer takes the place of the panel. The style sheet knows the same width. */
export const narrow = window.matchMedia('(max-width: 760px)');

export function SamplesPanel({ all, problem }: Samples) {
  const open = useOpenSample(all);
  const id = useId();
  return (
    <section className="samples" aria-labelledby={id}>
      <h2 id={id}>Samples</h2>
      <p>
        This is GraphiQL, which is what became of GraphQL Playground. Choose a sample to read it, run it and change it;
        the documentation of every type and field is behind the book. There is also a{' '}
        <a href="/graphql/plain">plain page without the editor</a>.
      </p>
      {problem && <p role="alert">{problem} The sample below is built in.</p>}
      {[...groupSamples(all)].map(([group, samples]) => (
        <SampleGroup key={group} group={group} samples={samples} open={open} />
      ))}
    </section>
  );
}

type Open = (sample: Sample) => void;

function SampleGroup({ group, samples, open }: { group: string; samples: Sample[]; open: Open }) {
  const id = useId();
  return (
    <>
      <h3 id={id}>{group}</h3>
      <ul aria-labelledby={id}>
        {samples.map((sample) => (
          <li key={sample.name}>
            <button type="button" onClick={() => open(sample)}>
              <strong>{sample.title}</strong>
              {firstSentence(sample) && (
                <span>
                  {piecesOf(firstSentence(sample)).map(({ text, isCode }, at) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change, so its pieces keep their places
                    isCode ? <code key={at}>{text}</code> : text,
                  )}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Shows a sample and runs it: in this tab if that holds nothing of the reader's own, else in a new one. */
function useOpenSample(all: Sample[]): Open {
  const { addTab, run, setOperationFacts, setVisiblePlugin } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  return (sample) => {
    if (!queryEditor || !variableEditor) return;
    const [query, variables] = [queryEditor.getValue(), variableEditor.getValue()];
    const isUntouched = all.some((known) => known.query === query && variablesText(known) === variables);
    if (query.trim() && !isUntouched) addTab();
    queryEditor.setValue(sample.query);
    variableEditor.setValue(variablesText(sample));
    queryEditor.setScrollTop(0);

    // GraphiQL reads the document a moment after it changed; run() would still name the operation of the last one.
    const documentAST = parse(sample.query);
    const operations = documentAST.definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
    );
    setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value });
    if (narrow.matches) setVisiblePlugin(null);
    run();
  };
}

export const SamplesIcon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true">
    <path d="M9 6h12M9 12h12M9 18h12M3 5l2 1-2 1zM3 11l2 1-2 1zM3 17l2 1-2 1z" />
  </svg>
);
