// Every example of every component on one page, for eyes: `npx vite` in apps/web, then /gallery.html.
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-600.css';
import '@fontsource/atkinson-hyperlegible-next/latin-700.css';
import '../styles/main.scss';
import { ProductKit } from '../shell/kit.tsx';
import { ALL_FIXTURES } from '../ui/all-fixtures.ts';
import { startWords, words } from '../words/words.ts';

const only = new URLSearchParams(location.search).get('only');
const place = document.getElementById('root');
if (!place) throw new Error('gallery.html has no #root');
await startWords();
createRoot(place).render(
  <I18nextProvider i18n={words}>
    <BrowserRouter>
      <ProductKit>
        <div className="sm-container sm-page">
          {ALL_FIXTURES.filter(({ component }) => only === null || component === only).map(
            ({ component, examples }) => (
              <section key={component}>
                <h2>{component}</h2>
                {Object.entries(examples)
                  .filter(([name]) => name !== 'dialog' || only === 'dialog')
                  .map(([name, example]) => (
                    <div key={name} style={{ marginBlockEnd: '2rem' }}>
                      <p className="sm-small sm-soft">{name}</p>
                      {example()}
                    </div>
                  ))}
              </section>
            ),
          )}
        </div>
      </ProductKit>
    </BrowserRouter>
  </I18nextProvider>,
);
