/** The page of one conversation for paper: its button opens the browser's own window for printing. */
document.getElementById('print')?.addEventListener('click', () => print());
