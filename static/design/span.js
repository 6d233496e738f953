/** How long something is, in minutes and seconds: `1:05`. @param {number} ms */
export const span = (ms) => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
