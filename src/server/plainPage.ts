import { escapeMarkup } from '../exports/markup';

/** What stands on a page that the server writes itself: no script, one style, nothing from elsewhere. */
export interface PlainPage {
  lang: string;
  title: string;
  /** Markup, every text in it escaped. */
  body: string;
}

/** A whole page of HTML that needs no JavaScript. */
export const plainPage = ({ lang, title, body }: PlainPage): string =>
  `<!DOCTYPE html>
<html lang="${escapeMarkup(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

const style = `
:root { color-scheme: light dark; --paper: light-dark(#fffdf9, #16191d); --ink: light-dark(#1d2329, #e9e7e2); --link: light-dark(#a3123f, #ff8fb0); --quiet: light-dark(#565e66, #a8adb3); --line: light-dark(#d9d4ca, #3b4148); --disputed: light-dark(#8a4b00, #ffb95e); }
body { max-width: 48rem; margin: 0 auto; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, select:focus-visible, button:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
h1, h2, h3 { line-height: 1.25; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1rem 0; }
label { display: grid; min-width: 0; max-width: 100%; color: var(--quiet); }
select, button { max-width: 100%; box-sizing: border-box; min-height: 2.25rem; font: inherit; }
.events { padding: 0; list-style: none; }
.events > li { margin: 0 0 1.5rem; padding: 0 0 0 1rem; border-left: 4px solid var(--line); }
.events h2 { margin: 0; font-size: 1.2rem; }
.events h3 { margin: .5rem 0 0; font-size: 1rem; }
.quiet { color: var(--quiet); }
.disputed { color: var(--disputed); font-weight: 600; }
:target { outline: 3px solid var(--link); }
@media print { nav, form { display: none; } .events > li { break-inside: avoid; } }
`;
