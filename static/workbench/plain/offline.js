/** The page that is shown while the desk cannot be reached: it goes on to where one was going as soon as there is a network. */
export function startOffline() {
  const again = document.getElementById('offline');
  if (!again) return;
  again.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  addEventListener('online', () => location.reload());
}
