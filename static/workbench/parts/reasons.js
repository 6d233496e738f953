/** What reasons for being away are called: built-in ones in the page's language, until the team gives them a name. */
import { has, t } from '../app/texts.js';

/** @param {{id:string, name:string|null}} reason */
export const reasonName = ({ id, name }) => name ?? (has(`agent.reason_${id}`) ? t(`agent.reason_${id}`) : t('agent.state_away'));
