/** What roles are called: the built-in ones in the reader's language, the others as the desk called them. */
import { has, t } from '../../app/texts.js';

/** @param {{name:string, builtin:boolean}} role as the pages of teams and roles call it */
export const nameOf = ({ name, builtin }) => (builtin && has(`settings_roles.role_${name}`) ? t(`settings_roles.role_${name}`) : name);

/** @param {{name:string, builtin:boolean}} role as the list of members calls it */
export const memberRole = ({ name, builtin }) => (builtin && has(`settings_team.role_${name}`) ? t(`settings_team.role_${name}`) : name);
