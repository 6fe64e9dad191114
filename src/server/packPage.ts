import type { Block } from '../lessons/blocks';
import type { Pack } from '../lessons/pack';
import { allWords, type Words, wordsOf } from '../lessons/words';
import { type Html, html } from './html';
import { packStyle } from './packStyle';

/** A whole page without script: nothing is loaded from anywhere, so that it works from a file. */
const pageOf = (lang: string, title: string, content: Html): string =>
  `<!doctype html>\n${
    html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${{ html: packStyle }}</style>
</head>
<body>
${content}
</body>
</html>
`.html
  }`;

/** A pack to print: the sheet, the cards with the hard words, and apart from them what only the teacher sees. */
export function packPage(pack: Pack, controls: Html | null): string {
  const words = wordsOf(pack.lang);
  const { parts } = words;
  return pageOf(
    words.lang,
    pack.title,
    html`${controls}
<main>
<section class="part" aria-labelledby="sheet">
<p class="who"><span>${parts.name}</span> <span>${parts.date}</span></p>
<h1 id="sheet">${pack.title}</h1>
${pack.sheet.map((block) => blockHtml(block, 'h2'))}
${madeBy(pack, words)}
</section>
<section class="part" aria-labelledby="cards">
<h2 id="cards">${parts.cards}</h2>
<ol class="cards">
${pack.cards.map(
  ({ number, speaker, text }) =>
    html`<li class="card"><span class="number">${number}</span>${speaker === null ? null : html`<b>${speaker}</b> `}${text}</li>\n`,
)}</ol>
${pack.glossary.length === 0 ? null : glossaryHtml(pack, words)}
${madeBy(pack, words)}
</section>
<section class="part key" aria-labelledby="key">
<h2 id="key">${parts.key}</h2>
<p><b>${parts.teacherOnly}</b> · ${pack.title}</p>
${pack.key.map((block) => blockHtml(block, 'h3'))}
${madeBy(pack, words)}
</section>
<section class="part" aria-labelledby="plan">
<h2 id="plan">${parts.plan}</h2>
<p><b>${parts.teacherOnly}</b> · ${words.minutes(pack.minutes)}</p>
${pack.plan.map((block) => blockHtml(block, 'h3'))}
<h2>${parts.rubric}</h2>
${pack.rubric.map((block) => blockHtml(block, 'h3'))}
${madeBy(pack, words)}
</section>
</main>`,
  );
}

const madeBy = ({ seed, citation }: Pack, words: Words) => html`<footer>${words.made(seed, citation)}</footer>`;

const glossaryHtml = ({ glossary, lang }: Pack, words: Words) => html`<h3>${words.parts.glossary}</h3>
<dl>
${glossary.map((term) => html`<dt${inLanguage(term.lang, lang)}>${term.term}</dt><dd${inLanguage(term.lang, lang)}>${term.definition}</dd>\n`)}</dl>`;

/** Says of a text that it is not in the language of the page. */
const inLanguage = (own: string, lang: string) => (own === lang ? null : html` lang="${own}"`);

function blockHtml(block: Block, level: 'h2' | 'h3'): Html {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return level === 'h2' ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`;
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${item}</li>`);
      return block.numbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table': {
      const isToFill = block.rows.every((cells) => cells.slice(1).every((cell) => cell === ''));
      return html`<div class="wide"><table${isToFill ? html` class="empty"` : null}>
<thead><tr>${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${block.rows.map((cells) => html`<tr>${cells.map((cell, at) => (at === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>\n`)}</tbody>
</table></div>`;
    }
    case 'boxes':
      return html`<div class="boxes ${block.sideBySide ? 'beside' : 'stacked'}">${block.labels.map((label) => html`<div><b>${label}</b></div>`)}</div>`;
    case 'places':
      return html`<div class="places${block.rows.length === 1 ? ' row' : ''}"><p>${block.first}</p>${block.rows.map((count) => html`<div>${Array.from({ length: count }, () => html`<span></span>`)}</div>`)}<p>${block.last}</p></div>`;
    case 'lines':
      return html`${Array.from({ length: block.count }, () => html`<div class="line"></div>`)}`;
  }
}

/** What a reader on a screen can change: the language and the number of the sheet. It is not printed. */
export const packControls = (path: string, params: Readonly<Record<string, string>>, words: Words): Html => html`<nav>
<p><a href="/teach?lang=${words.lang}">${words.teach.back}</a></p>
<form action="${path}" method="get">
${Object.entries(params).map(([name, value]) => (name === 'lang' || name === 'seed' ? null : html`<input type="hidden" name="${name}" value="${value}">\n`))}${languageSelect(words)}
<div><label for="seed">${words.teach.seed}</label><input id="seed" name="seed" type="number" step="1" value="${params.seed ?? '1'}"></div>
<button>${words.teach.show}</button>
</form>
<p>${words.teach.print} ${words.teach.offline}</p>
</nav>`;

/** A choice among the languages that the sheets are written in. */
export const languageSelect = ({
  lang,
  teach,
}: Words): Html => html`<div><label for="lang">${teach.language}</label><select id="lang" name="lang">
${allWords.map((one) => html`<option value="${one.lang}" lang="${one.lang}"${one.lang === lang ? html` selected` : null}>${one.languageName}</option>\n`)}</select></div>`;
