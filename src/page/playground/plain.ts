import { ask } from '../ask';
import { findLinked } from './address';
import { firstSentence, groupSamples, loadSamples, piecesOf, type Sample, variablesText } from './samples';

const form = find('form', HTMLFormElement);
const choice = find('#sample', HTMLSelectElement);
const about = find('#about', HTMLElement);
const query = find('#query', HTMLTextAreaElement);
const variables = find('#variables', HTMLTextAreaElement);
const status = find('#status', HTMLElement);
const answer = find('#answer', HTMLElement);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

const { all, first, problem } = await loadSamples();
for (const [group, samples] of groupSamples(all)) {
  const options = document.createElement('optgroup');
  options.label = group;
  options.append(...samples.map(({ name, title }) => new Option(title, name)));
  choice.append(options);
}
let shown = first;
choice.addEventListener('change', () => {
  const chosen = all.find(({ name }) => name === choice.value) ?? first;
  // Arrow keys choose as they pass by, and what somebody has written must not be lost to one.
  const isEdited = query.value !== shown.query || variables.value !== variablesText(shown);
  if (!isEdited || window.confirm('Replace what you have written by this sample?')) show(chosen);
  else choice.value = shown.name;
});
show(first);
if (problem) status.textContent = problem;

const linked = findLinked(window.location.search);
if (linked) {
  choice.selectedIndex = -1;
  about.textContent = '';
  query.value = linked.query;
  variables.value = linked.variables;
}

function show(sample: Sample) {
  shown = sample;
  choice.value = sample.name;
  about.replaceChildren(
    ...piecesOf(firstSentence(sample)).map(({ text, isCode }) => {
      if (!isCode) return text;
      const code = document.createElement('code');
      code.textContent = text;
      return code;
    }),
  );
  query.value = sample.query;
  variables.value = variablesText(sample);
}

async function run() {
  status.textContent = 'Asking…';
  try {
    const operationName = query.value === linked?.query ? linked.operationName : null;
    const { data, errors = [] } = await ask({ query: query.value, variables: readVariables(), operationName });
    answer.textContent = JSON.stringify(errors.length ? { errors, data } : { data }, null, 2);
    status.textContent = errors.length
      ? `Answered with errors: ${errors[0]?.message}`
      : 'Answered. The answer is below.';
  } catch (problem) {
    answer.textContent = '';
    status.textContent = problem instanceof Error ? problem.message : String(problem);
  }
}

function readVariables(): unknown {
  if (!variables.value.trim()) return null;
  try {
    return JSON.parse(variables.value);
  } catch (cause) {
    throw new Error(`The variables are not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function find<E extends HTMLElement>(selector: string, kind: new () => E): E {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`Expected ${kind.name} at "${selector}".`);
  return element;
}
