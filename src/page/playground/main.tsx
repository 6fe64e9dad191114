/** @jsxImportSource react */
import 'graphiql/setup-workers/vite';
import { pick, ToolbarButton, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { ask } from '../ask';
import { findLinked, linkTo } from './address';
import { narrow, SamplesIcon, SamplesPanel } from './SamplesPanel';
import { loadSamples, variablesText } from './samples';

const root = document.getElementById('playground');
if (!root) throw new Error('Expected an element with the id "playground".');
const samples = await loadSamples();
const linked = findLinked(window.location.search);
const samplesPlugin = { title: 'Samples', icon: SamplesIcon, content: () => <SamplesPanel {...samples} /> };
createRoot(root).render(
  <Playground opening={linked ?? (isFirstVisit() ? firstQuery() : null)} plugins={[samplesPlugin, HISTORY_PLUGIN]} />,
);

type Opening = { query: string; variables: string; operationName: string | null };
type Plugins = (typeof samplesPlugin | typeof HISTORY_PLUGIN)[];

/** `opening` is what to show and run first; null leaves what the reader had when they were last here. */
function Playground({ opening, plugins }: { opening: Opening | null; plugins: Plugins }) {
  return (
    <GraphiQL
      fetcher={ask}
      plugins={plugins}
      visiblePlugin={narrow.matches ? undefined : 'Samples'}
      initialQuery={opening?.query}
      initialVariables={opening?.variables}
      defaultQuery=""
      defaultEditorToolsVisibility={!narrow.matches}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <a className="plain-link" href="/graphql/plain">
          Plain page
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyLink />
          </>
        )}
      </GraphiQL.Toolbar>
      {opening && <RunOnce operationName={opening.operationName} />}
      <ReadableEditors />
      <PanelsFromTheTop />
      <FollowSystemTheme />
    </GraphiQL>
  );
}

function RunOnce({ operationName }: { operationName: string | null }) {
  const { run, setOperationName } = useGraphiQLActions();
  const isReady = useGraphiQL((state) => Boolean(state.queryEditor && state.variableEditor && state.responseEditor));
  useEffect(() => {
    if (!isReady) return;
    if (operationName) setOperationName(operationName);
    run();
  }, [isReady, operationName, run, setOperationName]);
  return null;
}

/** Long lines, above all the comments that document a sample, are wrapped instead of cut off. */
function ReadableEditors() {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor'),
  );
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, responseEditor]) {
      editor?.updateOptions({ wordWrap: 'on', fontSize: narrow.matches ? 13 : 14 });
    }
  }, [queryEditor, variableEditor, responseEditor]);
  return null;
}

/** All panels are shown in one box, which would open the next where the last was scrolled to. */
function PanelsFromTheTop() {
  const visiblePlugin = useGraphiQL((state) => state.visiblePlugin);
  useEffect(() => {
    if (visiblePlugin) document.querySelector('.graphiql-plugin')?.scrollTo(0, 0);
  }, [visiblePlugin]);
  return null;
}

function FollowSystemTheme() {
  const { setTheme } = useGraphiQLActions();
  const theme = useGraphiQL((state) => state.theme);
  useEffect(() => {
    if (theme) return;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setTheme(null);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme, setTheme]);
  return null;
}

const COPY_LINK = 'Copy a link to this query';

function CopyLink() {
  const { queryEditor, variableEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'operationName'),
  );
  const [label, setLabel] = useState(COPY_LINK);
  const copyLink = async () => {
    const query = queryEditor?.getValue() ?? '';
    const variables = variableEditor?.getValue() ?? '';
    window.history.replaceState(null, '', linkTo({ query, variables, operationName: operationName ?? null }));
    // Outside HTTPS and localhost a browser has no clipboard; the address bar always has the link.
    const isCopied = await navigator.clipboard?.writeText(window.location.href).then(
      () => true,
      () => false,
    );
    setLabel(isCopied ? 'Link copied' : 'The link is in the address bar');
    setTimeout(setLabel, 3000, COPY_LINK);
  };
  return (
    <>
      <ToolbarButton label={label} onClick={copyLink}>
        <LinkIcon />
      </ToolbarButton>
      <span className="unseen" role="status">
        {label === COPY_LINK ? '' : label}
      </span>
    </>
  );
}

const LinkIcon = () => (
  <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
    <path
      strokeWidth="1.8"
      strokeLinecap="round"
      d="M10 14a4 4 0 0 0 6 .4l3.5-3.5a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3.500 3.500a4 4 0 0 0 5.700 5.700l1.300-1.300"
    />
  </svg>
);

function firstQuery(): Opening {
  return { query: samples.first.query, variables: variablesText(samples.first), operationName: null };
}

function isFirstVisit(): boolean {
  try {
    return window.localStorage.getItem('graphiql:tabState') === null;
  } catch {
    // The reader has forbidden storage: every visit is the first.
    return true;
  }
}
