/**
 * What a paste brings: Word, Excel and their kin put a picture of the words beside the words, and then the words are meant. A file
 * manager puts the names beside the files, and then the files are meant.
 */

/** @param {string} line of a clipboard @returns {string} the name at its end, if it is a path */
const nameIn = (line) => {
  const name = line.trim().split(/[/\\]/).pop() ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** @param {{files:Iterable<File>, getData:(type:string) => string}|null} clipboard @returns {File[]} none = the words are meant */
export function pastedFiles(clipboard) {
  const files = [...(clipboard?.files ?? [])];
  if (!clipboard || !files.length) return [];
  const lines = clipboard.getData('text/plain').split('\n').filter((line) => line.trim());
  const names = new Set(files.map((file) => file.name));
  return lines.every((line) => names.has(nameIn(line)) || names.has(line.trim())) ? files : [];
}
