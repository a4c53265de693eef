import { render } from 'preact';
import { App } from './app.tsx';
import { textsFor, TextsContext } from './texts.ts';
import './styles/index.css';

const root = document.getElementById('app');
if (root) {
  render(
    <TextsContext.Provider value={textsFor(navigator.language)}>
      <App />
    </TextsContext.Provider>,
    root,
  );
}
