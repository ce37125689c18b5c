// The one script of a public page: the reader's colours and text size, the password shown, and filters that answer at
// once. Each works without it, or is not there without it.
import { applyDisplay, asDisplay, readDisplay } from '../shell/display.ts';

function all<Kind extends Element>(kind: new () => Kind, selector: string): Kind[] {
  return [...document.querySelectorAll(selector)].filter((found): found is Kind => found instanceof kind);
}

function openDisplay(): void {
  const [panel] = all(HTMLElement, '#display');
  const [opener] = all(HTMLButtonElement, 'button[aria-controls="display"]');
  if (!panel || !opener) return;
  opener.hidden = false;
  const show = (open: boolean): void => {
    panel.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  const choices = all(HTMLInputElement, '#display input[type="radio"]');
  const kept = readDisplay();
  for (const choice of choices) {
    choice.checked = choice.value === (choice.name === 'display-theme' ? kept.theme : kept.text);
    choice.addEventListener('change', () => {
      const chosen = (name: string) => choices.find((one) => one.name === name && one.checked)?.value;
      applyDisplay(asDisplay(chosen('display-theme'), chosen('display-text')));
    });
  }
  opener.addEventListener('click', () => show(panel.hidden !== false));
  panel.querySelector('button')?.addEventListener('click', () => {
    show(false);
    opener.focus();
  });
}

function showPasswords(): void {
  for (const button of all(HTMLButtonElement, '.sm-password button')) {
    const [field] = all(HTMLInputElement, `#${button.getAttribute('aria-controls')}`);
    const { show, hide } = button.dataset;
    if (!field || !show || !hide) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const isShown = field.type === 'text';
      field.type = isShown ? 'password' : 'text';
      button.textContent = isShown ? show : hide;
    });
  }
}

const FILTERS = 'search-form';

/** What a form asks, without what was left empty. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') query.set(name, value);
  return `${form.action}?${query.toString()}`;
}

let newest = 0;

/** What makes it another page; the part after "#" is a place on the same one. */
const pageOf = ({ pathname, search }: Location): string => pathname + search;
let shown = pageOf(location);

/** Puts another answer to the same question on the page, and leaves the reader where they were. */
async function showAnswer(address: string): Promise<void> {
  const mine = ++newest;
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const there = next.getElementById('main');
  const here = document.getElementById('main');
  if (mine !== newest) return;
  if (!answer.ok || !there || !here) {
    location.assign(address);
    return;
  }
  const focus = document.activeElement?.id;
  // Somebody may have typed on while the answer came.
  const typed = all(HTMLInputElement, '#main input[id]')
    .filter(({ type }) => type === 'text' || type === 'search')
    .map(({ id, value, selectionStart }) => ({ id, value, selectionStart }));
  const open = here.querySelector('details')?.open ?? false;
  for (const fold of there.querySelectorAll('details')) fold.open = open;
  here.replaceChildren(...there.childNodes);
  document.title = next.title;
  history.pushState(null, '', address);
  shown = pageOf(location);
  for (const { id, value, selectionStart } of typed) {
    const [field] = all(HTMLInputElement, `#${id}`);
    if (!field || field.value === value) continue;
    field.value = value;
    field.setSelectionRange(selectionStart, selectionStart);
  }
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  answerFilters();
  const [said] = all(HTMLElement, '#said');
  if (said) said.textContent = document.getElementById('results')?.textContent ?? '';
}

function answerFilters(): void {
  const form = document.getElementById(FILTERS);
  if (!(form instanceof HTMLFormElement)) return;
  for (const part of all(HTMLElement, `[form="${FILTERS}"]`)) {
    if (part instanceof HTMLButtonElement) part.hidden = true;
    else part.addEventListener('change', () => void showAnswer(addressOf(form)).catch(() => form.submit()));
  }
}

function sayAnswers(): void {
  const said = document.createElement('p');
  said.id = 'said';
  said.className = 'govuk-visually-hidden';
  said.setAttribute('role', 'status');
  document.body.append(said);
}

openDisplay();
showPasswords();
if (document.getElementById(FILTERS)) {
  sayAnswers();
  answerFilters();
  // Browsers fire this for a link to a place on the page, too: a reload there would take the skip link and what was typed.
  addEventListener('popstate', () => {
    if (pageOf(location) !== shown) location.reload();
  });
}
