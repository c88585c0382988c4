// Applies the reader's chosen theme before the first paint and lets the button change it. Without a choice the system's applies.
(() => {
  const root = document.documentElement;
  const isTheme = (value) => value === 'light' || value === 'dark';
  root.classList.add('js');
  try {
    const stored = localStorage.getItem('theme');
    if (isTheme(stored)) root.dataset.theme = stored;
  } catch {
    // Storage may be blocked: then the choice lasts until the next page.
  }
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-theme-toggle]')) return;
    const isDark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    const next = isDark ? 'light' : 'dark';
    root.dataset.theme = next;
    try {
      localStorage.setItem('theme', next);
    } catch {
      // As above.
    }
  });
})();
