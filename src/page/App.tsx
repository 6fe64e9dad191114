import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Address, changed, fresh, langIn, readAddress, type View, viewOf, views, writeAddress } from './address';
import { Footer } from './Footer';
import { langs, languageNames } from './language';
import { SelectionPanel } from './parts/EventPanel';
import { lookOf, tellHeight } from './parts/embedding';
import { Lazy, type Loader } from './parts/Lazy';
import { To } from './parts/To';
import { StartView } from './start/StartView';
import { type Page, PageContext, usePage, useWords } from './state';
import { common } from './words/common';

const loaders: Readonly<Record<Exclude<View, 'start'>, Loader>> = {
  story: async () => (await import('./story/StoryView')).StoryView,
  timeline: async () => (await import('./timeline/TimelineView')).TimelineView,
  chain: async () => (await import('./chain/ChainView')).ChainView,
  policies: async () => (await import('./policies/PoliciesView')).PoliciesView,
  numbers: async () => (await import('./numbers/NumbersView')).NumbersView,
};

/** The whole page. Its state is its address, and nothing else: every view can be linked and gone back from. */
export function App() {
  const [address, setAddress] = useState<Address>(() => readAddress(window.location.search));
  const [told, setTold] = useState('');
  useEffect(() => {
    const read = () => setAddress(readAddress(window.location.search));
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);
  const latest = useRef(address);
  latest.current = address;
  const page = useMemo((): Page => {
    const next: Page['go'] = (changes, how = 'push') => {
      const to = how === 'fresh' ? fresh(latest.current, changes) : changed(latest.current, changes);
      const path = window.location.pathname + writeAddress(to);
      if (how === 'replace') window.history.replaceState(null, '', path);
      else if (path !== window.location.pathname + window.location.search) window.history.pushState(null, '', path);
      latest.current = to;
      setAddress(to);
      if (how === 'fresh') window.scrollTo(0, 0);
    };
    return {
      address,
      go: next,
      hrefOf: (changes, how) =>
        window.location.pathname + writeAddress(how === 'fresh' ? fresh(address, changes) : changed(address, changes)),
      announce: setTold,
      embedded: window.location.pathname === '/embed',
    };
  }, [address]);
  const lang = langIn(address);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const { embedded } = page;
  useEffect(() => {
    for (const [name, value] of Object.entries(lookOf(address)))
      document.documentElement.style.setProperty(name, value);
  }, [address]);
  useEffect(() => {
    document.documentElement.classList.toggle('embedded', embedded);
    return embedded ? tellHeight() : undefined;
  }, [embedded]);
  const view = viewOf(address);
  const presenting = view === 'story' && address.present === '1';
  return (
    <PageContext.Provider value={page}>
      {!embedded && !presenting && <Header />}
      <div class={(address.event || address.link) && !presenting ? 'stage with-panel' : 'stage'}>
        <main id="content" tabIndex={-1} class={`view ${view}`}>
          {view === 'start' ? <StartView /> : <Lazy key={view} load={loaders[view]} />}
        </main>
        {!presenting && <SelectionPanel />}
      </div>
      {!presenting && <Footer />}
      <p class="unseen" aria-live="polite">
        {told}
      </p>
    </PageContext.Provider>
  );
}

function Header() {
  const words = useWords(common);
  const { address } = usePage();
  return (
    <header class="chrome">
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <To fresh changes={{}} class="brand">
        {words.title}
      </To>
      <nav class="views" aria-label={words.views}>
        {views
          .filter((view) => view !== 'start')
          .map((view) => (
            <To key={view} fresh changes={{ view }} current={viewOf(address) === view}>
              {words[view]}
            </To>
          ))}
        <a href={`/teach?lang=${langIn(address)}`}>{words.teach}</a>
        <a href="/graphql">{words.playground}</a>
      </nav>
      <nav class="languages" aria-label={words.language}>
        {langs.map((lang) => (
          <To key={lang} changes={{ lang }} current={langIn(address) === lang}>
            <span lang={lang}>{languageNames[lang]}</span>
          </To>
        ))}
      </nav>
    </header>
  );
}
