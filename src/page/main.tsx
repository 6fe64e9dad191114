import { render } from 'preact';
import { App } from './App';
import './theme.css';
import './page.css';
import './print.css';

const root = document.getElementById('page');
if (!root) throw new Error('Expected an element with the id "page".');
root.replaceChildren();
render(<App />, root);
