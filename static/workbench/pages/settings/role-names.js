/** What roles are called: the built-in ones in the reader's language, the others as the desk called them. */
import { has, t } from '../../app/texts.js';

/** @param {{name:string, builtin:boolean}} role @param {string} [area] of the words */
export const nameOf = ({ name, builtin }, area = 'settings_roles') => (builtin && has(`${area}.role_${name}`) ? t(`${area}.role_${name}`) : name);
