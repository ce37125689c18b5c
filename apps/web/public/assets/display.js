// Puts the reader's saved theme and text size on the page before anything is drawn, so that nothing flashes.
// A file of its own, not inline, so that a strict content security policy holds. Written by shell/display-settings.tsx.
// What only a script can do is shown from here on (styles/_base.scss).
document.documentElement.dataset.scripts = 'on';
try {
  const saved = JSON.parse(localStorage.getItem('display') ?? '{}');
  if (saved.theme && saved.theme !== 'device') document.documentElement.dataset.theme = saved.theme;
  if (saved.text && saved.text !== 'normal') document.documentElement.dataset.text = saved.text;
} catch {
  // Storage may be switched off; the page then follows the device.
}
